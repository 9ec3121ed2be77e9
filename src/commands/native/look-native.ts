import pLimit from 'p-limit';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { bringsRecordTypes, withForecast, withoutForecast } from '../../engine/native/forecast.ts';
import { heldIn } from '../../engine/native/held-stories.ts';
import { nativeChangeOf } from '../../engine/native/native-change.ts';
import type { HeldStory } from '../../engine/native/native-input.ts';
import type { NativeWork } from '../../engine/native/native-work.ts';
import { offlineNative } from '../../engine/native/offline-native.ts';
import { entersTeam, type NativePlanner } from '../../engine/native/plan-native.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Desired } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { DestinationFact } from '../../model/fact/destination-fact.ts';
import type { Story } from '../../model/story.ts';
import type { Assess, DestinationWork } from '../../plan/destination-work.ts';
import type { Policy } from '../../plan/policy.ts';
import { subscribedStories } from '../../plan/subscribed-stories.ts';
import { notRead, unreadable } from '../../refresh/refresh.ts';
import type { TenantReader } from '../../tenant/port.ts';
import type { Enter } from '../visit.ts';

export type NativeLook = {
  readonly desired: Desired;
  readonly policy: Policy;
  readonly assess: Assess;
  readonly planner: NativePlanner;
  readonly enter: Enter;
  /** Whether somebody reads what the vendor would make of the record types there. */
  readonly forecast: boolean;
};

/**
 * Plans a destination that the vendor serves. Its own tenant is asked only where the vendor would bring stories that it did
 * not bring before, since those that stand in the team already would be there twice, and for a forecast of record types.
 */
export async function lookNative(
  destination: Destination,
  state: DestinationState | undefined,
  { desired, policy, assess, planner, enter, forecast }: NativeLook,
): Promise<DestinationWork> {
  const unlooked = planner.assess(destination, { state, held: undefined });
  const enters = entersTeam(unlooked);
  if (!enters && !(forecast && bringsRecordTypes(unlooked))) return unlooked;
  return enter(destination, async (access): Promise<DestinationWork> => {
    if (access.kind === 'unbound') return enters ? offlineNative(desired, destination, state, policy) : unlooked;
    const instead = (cause: DestinationFact): DestinationWork =>
      // Stories that enter a list go by what is recorded: the vendor has the key, and says itself what it meets there.
      needsKey(unlooked)
        ? unreadable(assess, desired, destination, cause, policy)
        : unforeseen(unlooked, cause, forecast);
    if (access.kind === 'not_read') return instead(access.cause);
    const held = enters ? await readHeld(access.reader, destination, { desired, state }) : ok(undefined);
    if (!held.ok) return instead(held.error);
    const work = planner.assess(destination, { state, held: held.value });
    return forecast ? foresee(work, desired, access.reader) : work;
  });
}

/** What becomes of record types there is the vendor's business, so no pair fails for want of a forecast. */
async function foresee(work: NativeWork, desired: Desired, reader: TenantReader): Promise<NativeWork> {
  if (!bringsRecordTypes(work)) return work;
  const { destination } = work;
  const types = await reader.listRecordTypes(destination.teamId);
  return types.ok
    ? withForecast(work, types.value, desired)
    : unforeseen(work, notRead(types.error, destination), true);
}

function unforeseen(work: NativeWork, why: DestinationFact, forecast: boolean): NativeWork {
  return forecast && !QUIET.has(why.kind) && bringsRecordTypes(work) ? withoutForecast(work, why) : work;
}

/** Whoever has the vendor carry the stories need not have the key at hand; and whoever stops a run knows it. */
const QUIET: ReadonlySet<DestinationFact['kind']> = new Set<DestinationFact['kind']>([
  'key_missing',
  'key_not_given',
  'interrupted',
]);

function needsKey(work: NativeWork): boolean {
  return nativeChangeOf(work).needsKey;
}

/** As many requests as the client has in flight to one tenant. */
const IN_FLIGHT = 4;

async function readHeld(
  reader: TenantReader,
  destination: Destination,
  { desired, state }: { readonly desired: Desired; readonly state: DestinationState | undefined },
): Promise<Result<readonly HeldStory[], DestinationFact>> {
  const listing = await reader.listStories(destination.teamId);
  if (!listing.ok) return fail(notRead(listing.error, destination));
  const wanted = subscribedStories(desired, destination);
  // What was pushed or carried there is recorded; without a record a story may stand there under another name.
  const unknown = state === undefined ? listing.value : [];
  const exports = await readExports(reader, unknown);
  if (!exports.ok) return fail(notRead(exports.error, destination));
  return ok(heldIn(listing.value, wanted, { state, exports: exports.value }));
}

async function readExports(reader: TenantReader, listing: readonly StoryInfo[]) {
  const exports = new Map<number, Story>();
  const answers = await pLimit(IN_FLIGHT).map(listing, async ({ id }) => [id, await reader.exportStory(id)] as const);
  for (const [id, answer] of answers) {
    if (answer.ok) exports.set(id, answer.value);
    else if (!STRANGE.has(answer.error.kind)) return answer;
  }
  return ok(exports);
}

/** One strange story says nothing of the others, nor of the tenant. */
const STRANGE: ReadonlySet<string> = new Set(['malformed', 'not_found', 'rejected']);
