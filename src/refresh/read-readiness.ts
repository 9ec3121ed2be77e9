import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Actual } from '../model/actual.ts';
import type { Clock } from '../model/clock.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { PlannedStory } from '../model/plan.ts';
import { wantedStory } from '../model/wanted-story.ts';
import type { Assess } from '../plan/destination-work.ts';
import type { Policy } from '../plan/policy.ts';
import type { ReadRequest } from '../plan/read-request.ts';
import type { AssessReadiness, ReadinessReading, StoryReadiness } from '../plan/readiness.ts';
import type { ReadTime, TenantReader } from '../tenant/port.ts';
import { type EarlierReader, emptyReadings, readEarlier, readOne, type Sources } from './refresh.ts';

export type ReadinessQuestion = {
  readonly desired: Desired;
  readonly destination: Destination;
  readonly state: DestinationState | undefined;
  readonly selected: ReadonlySet<string>;
  readonly assess: AssessReadiness;
  /** The planner, which is asked as well as far as the requests go. */
  readonly plan: Assess;
  readonly policy: Policy;
  /** What git had in the story files before. */
  readonly earlier: EarlierReader;
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
  const { desired, destination, state, selected, assess, earlier } = question;
  const ports = {
    reader,
    tellGone: () => {},
    earlier: (key: string) => readEarlier(wantedStory(desired, destination, key), earlier),
  };
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
      const planned = failed.size > 0 ? null : await planWithin(question, readings, { ports, time });
      return ok({ stories, planned, failed, teamUnread, listed: listing.value.length > 0, ahead });
    }
    for (const need of next) {
      const read = await readOne(need, destination, ports);
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

/** The plan, as long as what it still wants to read fits into the requests that are left. */
async function planWithin(
  { desired, destination, state, plan, policy }: ReadinessQuestion,
  read: Actual,
  { ports, time }: { readonly ports: Sources } & Pick<ReadinessSources, 'time'>,
): Promise<readonly PlannedStory[] | null> {
  let readings = read;
  for (;;) {
    const assessment = plan(
      desired,
      destination,
      { name: destination.name, readings, ...(state && { state }) },
      policy,
    );
    if (assessment.kind === 'assessed') return assessment.work.stories.map(({ planned }) => planned);
    if (assessment.needs.filter(({ kind }) => kind !== 'earlier_versions').length > time.requestsLeft) return null;
    for (const need of assessment.needs) {
      const more = await readOne(need, destination, ports);
      if (!more.ok) return null;
      readings = more.value(readings);
    }
  }
}
