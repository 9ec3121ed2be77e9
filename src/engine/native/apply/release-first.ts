import type { AppliedDestination, DestinationRun, Engine } from '../../../apply/engine.ts';
import { staying } from '../../../apply/kept-orphans.ts';
import type { NativeState } from '../../../model/destination-state.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import { type ReleasedWork, warnOf } from '../release-push.ts';
import type { NativePorts } from './native-ports.ts';
import { VendorObjects } from './vendor-object.ts';

/** A push whose destination the vendor keeps until now: the vendor's object goes first, and its copies are what is pushed. */
export async function pushReleased(
  work: ReleasedWork,
  run: DestinationRun,
  push: Pick<Engine, 'apply'>,
  ports: Pick<NativePorts, 'origin' | 'destination' | 'watch' | 'clock'>,
): Promise<AppliedDestination> {
  const { release, stories, destination } = work;
  if (release === undefined) return push.apply(work, run);
  // While a rollout keeps some of it back, the vendor keeps all of it: nothing there is due.
  if (release.id !== null && stories.some(({ planned }) => planned.waits !== undefined)) {
    return push.apply({ ...work, prune: [] }, run);
  }
  const cause = await releaseAt(release.id, run, ports);
  if (cause !== undefined) {
    run.ledger.endAll(destination.name, stories, cause);
    return { state: run.previous ?? blank(work), pruned: staying(work) };
  }
  const carried = [...new Set([...(run.previous?.native?.carried ?? []), ...release.carried])].toSorted(
    (a, b) => a - b,
  );
  const native: NativeState = {
    vendorId: null,
    manualSyncOnly: false,
    keyVersion: null,
    carried,
    ...(release.enabled.length > 0 ? { enabled: release.enabled } : {}),
  };
  const disabled = release.id === null ? new Set<number>() : await disabledSince(work, release.enabled, run, ports);
  const warned = warnOf(disabled, work);
  for (const story of warned.stories) {
    if (story.planned.action !== 'unchanged' || !disabled.has(story.live?.listed.id ?? 0)) continue;
    const { warnings } = story.planned;
    run.ledger.record(destination.name, story, { ...run.ledger.outcomeOf(destination.name, story), warnings });
  }
  const applied = await push.apply(warned, {
    ...run,
    previous: { ...(run.previous ?? blank(work)), native },
  });
  return { ...applied, state: { ...applied.state, native } };
}

async function releaseAt(
  id: number | null,
  { stop }: DestinationRun,
  { origin, watch, clock }: Pick<NativePorts, 'origin' | 'watch' | 'clock'>,
): Promise<Cause | undefined> {
  if (id === null) return undefined;
  if (stop.aborted) return { kind: 'interrupted' };
  const writer = await origin();
  if (!writer.ok) return writer.error;
  const deleted = await new VendorObjects(writer.value, { watch, clock }).delete(id);
  return deleted.ok ? undefined : deleted.error.fact;
}

/** Milliseconds before each look at what the vendor does with copies that it lets go: it does so afterwards. */
const LOOKS = [1_000, 2_000];

async function disabledSince(
  { destination }: ReleasedWork,
  enabled: readonly number[],
  { stop }: DestinationRun,
  ports: Pick<NativePorts, 'destination' | 'clock'>,
): Promise<ReadonlySet<number>> {
  const reader = enabled.length === 0 ? undefined : await ports.destination({ destination });
  const found = new Set<number>();
  for (const wait of reader === undefined ? [] : LOOKS) {
    await ports.clock.sleep(wait, stop);
    const listing = await reader?.listStories(destination.teamId);
    for (const { id, disabled } of listing?.ok ? listing.value : [])
      if (disabled && enabled.includes(id)) found.add(id);
  }
  return found;
}

function blank({ destination: { tenantUrl, teamId } }: ReleasedWork) {
  return { tenantUrl, teamId, stories: {}, recordTypes: {}, last: {}, proven: false };
}
