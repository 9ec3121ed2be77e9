import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Actual } from '../model/actual.ts';
import type { Clock } from '../model/clock.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { ReadRequest } from '../plan/read-request.ts';
import type { AssessReadiness, ReadinessReading, StoryReadiness } from '../plan/readiness.ts';
import type { ReadTime, TenantReader } from '../tenant/port.ts';
import { emptyReadings, readOne } from './refresh.ts';

export type ReadinessQuestion = {
  readonly desired: Desired;
  readonly destination: Destination;
  readonly state: DestinationState | undefined;
  readonly selected: ReadonlySet<string>;
  readonly assess: AssessReadiness;
};

export type ReadinessSources = {
  readonly reader: TenantReader;
  readonly time: Pick<ReadTime, 'requestsLeft'>;
  readonly clock: Pick<Clock, 'now'>;
};

/**
 * Reads what pushes to a destination would need, within its requests: the team's listings first, then the exports of
 * those stories that can be told by what is left. What one reading does not give stands in the way of no other.
 */
export async function readReadiness(
  question: ReadinessQuestion,
  { reader, time, clock }: ReadinessSources,
): Promise<Result<ReadinessReading, TenantFailure>> {
  const { desired, destination, state, selected, assess } = question;
  const listing = await reader.listStories(destination.teamId);
  if (!listing.ok) return listing;
  const asked = clock.now().getTime();
  const team = await reader.getTeam(destination.teamId);
  const ahead = team.ok ? certainLead(team.value.readAt, { from: asked, to: clock.now().getTime() }) : undefined;
  if (!team.ok && team.error.kind === 'too_slow') return fail(team.error);

  let readings: Actual = emptyReadings(listing.value);
  const failed = new Map<ReadRequest['kind'], TenantFailure>();
  for (;;) {
    const stories = assess(desired, destination, { readings, state }, selected);
    const next = nextReads(stories, failed, time.requestsLeft);
    if (next.length === 0) {
      const teamUnread = team.ok ? null : team.error;
      return ok({ stories, failed, teamUnread, listed: listing.value.length > 0, ahead });
    }
    for (const need of next) {
      const read = await readOne(need, destination, { reader, tellGone: () => {}, earlier: noHistory });
      if (read.ok) readings = read.value(readings);
      else failed.set(need.kind, read.error);
    }
  }
}

/** Lists serve all stories; an export serves one, and is worth a request only where it settles whose the story is. */
function nextReads(
  stories: readonly StoryReadiness[],
  failed: ReadonlyMap<ReadRequest['kind'], TenantFailure>,
  left: number,
): readonly ReadRequest[] {
  const open = stories.map(({ unread }) => unread.filter(({ kind }) => !failed.has(kind)));
  const lists = open.flat().filter(({ kind }) => !OF_ONE_STORY.has(kind));
  const [first] = lists;
  if (first) return [first];
  const single = open.filter((needs) => needs.length > 0 && needs.length <= left);
  return single.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

const OF_ONE_STORY: ReadonlySet<ReadRequest['kind']> = new Set(['export', 'whereabouts'] as const);

/** Beyond what the way there and back may account for. */
function certainLead(
  readAt: number | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  if (readAt === undefined) return undefined;
  return readAt > to ? readAt - to : Math.min(0, readAt - from);
}

async function noHistory(): Promise<never> {
  throw new Error('Internal error: readiness asks nothing of git');
}
