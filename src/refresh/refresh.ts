import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Actual, ActualDestination, EarlierVersions, Whereabouts } from '../model/actual.ts';
import type { Desired, DesiredStory } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { Story } from '../model/story.ts';
import { wantedStory } from '../model/wanted-story.ts';
import type { Assess, DestinationWork } from '../plan/destination-work.ts';
import type { Policy } from '../plan/policy.ts';
import type { ReadRequest } from '../plan/read-request.ts';
import type { TenantReader } from '../tenant/port.ts';

/**
 * Reads a destination until the planner has no more questions, then returns its decisions.
 * It gets a reader only: nothing on this path can write.
 */
export async function refreshDestination(
  assess: Assess,
  desired: Desired,
  destination: Destination,
  reader: TenantReader,
  state: DestinationState | undefined,
  policy: Policy,
  earlier: EarlierReader,
): Promise<DestinationWork> {
  const listing = await reader.listStories(destination.teamId);
  if (!listing.ok) return unreadable(assess, desired, destination, notRead(listing.error, destination), policy);
  let readings = emptyReadings(listing.value);
  let listedAgain = false;
  for (;;) {
    const observed: ActualDestination = { name: destination.name, readings, ...(state ? { state } : {}) };
    const assessment = assess(desired, destination, observed, policy);
    if (assessment.kind === 'assessed') return { ...assessment.work, listed: listedIn(readings) };
    const gone: number[] = [];
    const read = await satisfy(assessment.needs, readings, destination, {
      reader,
      tellGone: (id) => void gone.push(id),
      earlier: (key) => readEarlier(wantedStory(desired, destination, key), earlier),
    });
    if (!read.ok) return unreadable(assess, desired, destination, notRead(read.error, destination), policy);
    readings = read.value;
    if (gone.length === 0 || listedAgain) continue;
    listedAgain = true;
    const again = await reader.listStories(destination.teamId);
    if (!again.ok) return unreadable(assess, desired, destination, notRead(again.error, destination), policy);
    readings = withListing(readings, again.value, gone);
  }
}

function listedIn({ listing, recordTypes = [] }: Actual): NonNullable<DestinationWork['listed']> {
  return { stories: listing.length, recordTypes: recordTypes.length };
}

/** All that is known once a team's stories are listed. */
export function emptyReadings(listing: Actual['listing']): Actual {
  return {
    listing,
    exports: new Map(),
    unreadableExports: new Map(),
    whereabouts: new Map(),
    earlier: new Map(),
  };
}

export function notRead(failure: TenantFailure, { keyName, tenantUrl, teamId }: Destination): DestinationFact {
  // Nothing is wrong with a tenant that we stopped asking.
  if (failure.kind === 'aborted') return { kind: 'interrupted' };
  return { kind: 'destination_unreadable', failure, keyName, tenantUrl, teamId };
}

/** Deleted between listing and export is gone, not unreadable; what is listed again is asked for once more. */
function withListing(readings: Actual, listing: Actual['listing'], gone: readonly number[]): Actual {
  const unreadableExports = new Map([...readings.unreadableExports].filter(([id]) => !gone.includes(id)));
  return { ...readings, listing, unreadableExports };
}

/** A destination that is not asked at all: what git and recorded state say of it. */
export function offline(
  assess: Assess,
  desired: Desired,
  destination: Destination,
  state: DestinationState | undefined,
  policy: Policy,
): DestinationWork {
  const observed: ActualDestination = { name: destination.name, offline: true, ...(state ? { state } : {}) };
  const assessment = assess(desired, destination, observed, policy);
  if (assessment.kind === 'unread') throw new Error('Internal error: an offline plan asked for a read');
  return assessment.work;
}

/** A destination that cannot be read still has its place in the plan: every story of it is blocked, with the cause. */
export function unreadable(
  assess: Assess,
  desired: Desired,
  destination: Destination,
  cause: DestinationFact,
  policy: Policy,
): DestinationWork {
  const assessment = assess(desired, destination, { name: destination.name, unreadable: cause }, policy);
  if (assessment.kind === 'unread') throw new Error('Internal error: an unreadable destination asked for a read');
  return assessment.work;
}

async function satisfy(
  needs: readonly ReadRequest[],
  readings: Actual,
  destination: Destination,
  sources: Sources,
): Promise<Result<Actual, TenantFailure>> {
  const changes = await Promise.all(needs.map((need) => readOne(need, destination, sources)));
  let grown = readings;
  for (const change of changes) {
    if (!change.ok) return change;
    grown = change.value(grown);
  }
  return ok(grown);
}

/** Git's own past of a story's file; read once for all destinations. */
export type EarlierReader = (story: DesiredStory) => Promise<EarlierVersions>;

export type Sources = {
  readonly reader: TenantReader;
  readonly tellGone: (storyId: number) => void;
  readonly earlier: (storyKey: string) => Promise<Grow>;
};

export async function readEarlier(story: DesiredStory | undefined, earlier: EarlierReader): Promise<Grow> {
  if (!story) throw new Error('Internal error: versions of a story were asked for, which git does not have');
  const versions = await earlier(story);
  return (readings) => ({ ...readings, earlier: new Map(readings.earlier).set(story.key, versions) });
}

type Grow = (readings: Actual) => Actual;

/** One reading more, as what it adds to those that there are. */
export async function readOne(
  need: ReadRequest,
  { teamId }: Destination,
  { reader, tellGone, earlier }: Sources,
): Promise<Result<Grow, TenantFailure>> {
  switch (need.kind) {
    case 'earlier_versions':
      return ok(await earlier(need.storyKey));
    case 'export':
      return readExport(need.storyId, reader, tellGone);
    case 'whereabouts':
      return readWhereabouts(need.storyId, teamId, reader);
    case 'record_types':
      return grow(await reader.listRecordTypes(teamId), (recordTypes) => (readings) => ({ ...readings, recordTypes }));
    case 'credentials':
      return grow(await reader.listCredentials(teamId), (credentials) => (readings) => ({ ...readings, credentials }));
    case 'resources':
      return grow(await reader.listResources(teamId), (resources) => (readings) => ({ ...readings, resources }));
    case 'visible_credentials':
      return grow(await reader.listVisibleCredentials(), (visibleCredentials) => (readings) => ({
        ...readings,
        visibleCredentials,
      }));
    case 'visible_resources':
      return grow(await reader.listVisibleResources(), (visibleResources) => (readings) => ({
        ...readings,
        visibleResources,
      }));
    case 'visible_stories':
      return grow(await reader.listVisibleStories(), (visibleStories) => (readings) => ({
        ...readings,
        visibleStories,
      }));
  }
}

function grow<T>(answer: Result<T, TenantFailure>, toGrow: (value: T) => Grow): Result<Grow, TenantFailure> {
  return answer.ok ? ok(toGrow(answer.value)) : answer;
}

async function readExport(
  storyId: number,
  reader: TenantReader,
  tellGone: (storyId: number) => void,
): Promise<Result<Grow, TenantFailure>> {
  const answer = await reader.exportStory(storyId);
  if (answer.ok) {
    const story: Story = answer.value;
    return ok((readings) => ({ ...readings, exports: new Map(readings.exports).set(storyId, story) }));
  }
  // One strange story must not take the whole destination with it; a broken connection or key does.
  if (answer.error.kind !== 'malformed' && answer.error.kind !== 'not_found' && answer.error.kind !== 'rejected') {
    return fail(answer.error);
  }
  if (answer.error.kind === 'not_found') tellGone(storyId);
  return ok((readings) => ({
    ...readings,
    unreadableExports: new Map(readings.unreadableExports).set(storyId, answer.error),
  }));
}

async function readWhereabouts(
  storyId: number,
  teamId: number,
  reader: TenantReader,
): Promise<Result<Grow, TenantFailure>> {
  const answer = await reader.getStory(storyId);
  if (!answer.ok && answer.error.kind !== 'not_found') return fail(answer.error);
  // Listed nowhere, yet in our team: the listing was read a moment too early; whoever asks next sees it.
  const place: Whereabouts =
    answer.ok && answer.value.teamId !== teamId ? { kind: 'moved', teamId: answer.value.teamId } : { kind: 'gone' };
  if (answer.ok && answer.value.teamId === teamId) {
    return ok((readings) => ({ ...readings, listing: [...readings.listing, answer.value] }));
  }
  return ok((readings) => ({ ...readings, whereabouts: new Map(readings.whereabouts).set(storyId, place) }));
}
