import { callsIn, Fleet, type FleetRun, type FleetSize, writesIn } from './fleet.ts';

export type Phase = { readonly title: string; readonly run: FleetRun };

export const LARGE_FLEET: FleetSize = { destinations: 200, stories: 20, latencyMs: 20, processPerRun: true };
export const QUICK_FLEET: FleetSize = { destinations: 3, stories: 4, latencyMs: 20, processPerRun: false };

/** What the client does at most at once (spec: 32 destinations, 4 requests in flight per tenant). */
const DESTINATIONS_AT_ONCE = 32;
const IN_FLIGHT_PER_TENANT = 4;

/** A first sync for each story; a change for each destination, whose stories keep records and name what the team has. */
const MOST_CALLS = { first: 3.2, change: 9 };

/** The life of a fleet: created, planned, changed in one story, synced again. Fails when a run does what it must not. */
export async function measureSync(size: FleetSize): Promise<readonly Phase[]> {
  await using fleet = await Fleet.open(size);
  const { destinations, stories } = size;
  const phases: Phase[] = [];
  const run = async (title: string, args: readonly string[], check: (run: FleetRun) => boolean): Promise<void> => {
    const done = await fleet.run(args);
    if (done.exitCode !== 0) throw new Error(`${title} ended with ${done.exitCode}: ${done.out}${done.err}`);
    if (!check(done)) throw new Error(`${title} asked for what it should not: ${JSON.stringify(done.traffic.kinds)}`);
    phases.push({ title, run: done });
  };
  const imports = ({ traffic }: FleetRun): number => traffic.kinds['POST /stories/import'] ?? 0;
  const nothingWritten = ({ traffic }: FleetRun): boolean => writesIn(traffic) === 0;
  const onlyListings = ({ traffic }: FleetRun): boolean =>
    ['GET /stories', 'GET /record_types'].every((listing) => traffic.kinds[listing] === destinations) &&
    callsIn(traffic) === 2 * destinations;
  // What a destination costs once is shared by its stories: twenty of them and more come under this.
  const firstCalls = (done: FleetRun): boolean =>
    callsIn(done.traffic) <= destinations * Math.max(MOST_CALLS.first * stories, 9 + 3 * stories);

  await run(
    'First sync: everything is created',
    ['sync', '--quiet'],
    (done) => imports(done) === destinations * stories && firstCalls(done),
  );
  // What was read along with a push is too young to be trusted: the next sync looks at it once more.
  await fleet.later();
  await run('Sync after a push, first look', ['sync', '--quiet'], nothingWritten);
  await run('Plan, nothing changed', ['plan', '--quiet'], onlyListings);
  await run('Plan, nothing changed, --refresh', ['plan', '--quiet', '--refresh'], nothingWritten);
  await run('Plan, nothing changed, --no-state', ['plan', '--quiet', '--no-state'], nothingWritten);
  fleet.changeOneStory();
  await run(
    'Sync of a change to one story',
    ['sync', '--quiet'],
    (done) => imports(done) === destinations && callsIn(done.traffic) <= destinations * MOST_CALLS.change,
  );
  await fleet.later();
  await run('Second sync: a look at the one that was pushed', ['sync', '--quiet'], nothingWritten);
  await run('Third sync', ['sync', '--quiet'], onlyListings);
  return phases;
}

/** The time that waiting for answers takes alone, when as much is in flight as the client allows. */
export function boundSeconds({ traffic }: FleetRun, { destinations, latencyMs }: FleetSize): number {
  const atOnce = Math.min(destinations, DESTINATIONS_AT_ONCE) * IN_FLIGHT_PER_TENANT;
  return (callsIn(traffic) * latencyMs) / 1000 / atOnce;
}
