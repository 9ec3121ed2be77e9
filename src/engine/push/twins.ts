import { WAITS } from '../../apply/confirmed-write.ts';
import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Story } from '../../model/story.ts';
import { asCopy, type Creation, readNew, type StoryCopy } from './import.ts';
import type { Pusher } from './story.ts';

/** A story that this run created, with what was sent. */
export type Made = { readonly creation: Creation; readonly sent: Story };

/** What became of a story of ours by the end of all creates. */
export type Standing = {
  /** Deleted there since. */
  readonly gone: boolean;
  /** Copies of it that the listing before its create did not hold. */
  readonly twins: readonly StoryCopy[];
};

/** By the id of our story. */
export type Standings = ReadonlyMap<number, Standing>;

/**
 * Reads the team's listing once more after all creates. Whoever reads it after both of two creates sees both, so at least
 * the run that created last does. A listing that does not show yet what we created says nothing of others either.
 */
export async function findStandings(pusher: Pusher, made: readonly Made[]): Promise<Result<Standings, StepFailure>> {
  if (made.length === 0) return ok(new Map());
  const { tenant, listing } = pusher;
  const listed = await readWhole(pusher, made);
  if (!listed.ok) return listed;
  const { stories, gone } = listed.value;
  const standings = new Map(
    made.map(({ creation: { story } }) => [story.id, { gone: gone.has(story.id), twins: noTwins() }]),
  );
  for (const other of stories) {
    const before = made.filter(({ creation }) => !listing.held(other.id, creation.reading));
    if (before.length === 0 || standings.has(other.id)) continue;
    const live = await readNew(tenant, other);
    if (!live.ok) return live;
    for (const { creation, sent } of live.value ? before : []) {
      const copy = live.value && asCopy(other, live.value, sent);
      if (copy) standings.get(creation.story.id)?.twins.push(copy);
    }
  }
  return ok(standings);
}

const noTwins = (): StoryCopy[] => [];

type WholeListing = { readonly stories: readonly StoryInfo[]; readonly gone: ReadonlySet<number> };

async function readWhole(
  { tenant, clock, listing }: Pusher,
  made: readonly Made[],
): Promise<Result<WholeListing, StepFailure>> {
  const gone = new Set<number>();
  for (const wait of [0, ...WAITS]) {
    if (wait > 0) await clock.sleep(wait);
    const listed = await listing.read();
    if (!listed.ok) return listed;
    const shown = new Set(listed.value.map(({ id }) => id));
    const missing = made.map(({ creation }) => creation.story.id).filter((id) => !shown.has(id) && !gone.has(id));
    for (const id of missing) {
      const now = await tenant.getStory(id);
      if (!now.ok && now.error.kind !== 'not_found') return fail(readFailed('new_story', now.error));
      if (!now.ok) gone.add(id);
    }
    if (missing.every((id) => gone.has(id))) return ok({ stories: listed.value, gone });
  }
  return fail({ fact: { kind: 'listing_behind' } });
}
