import type { AppliedDestination, DestinationRun, Engine } from '../../../apply/engine.ts';
import { staying } from '../../../apply/kept-orphans.ts';
import { outcomeFrom } from '../../../apply/ledger.ts';
import type { NativeState } from '../../../model/destination-state.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { ReleasedWork } from '../release-push.ts';
import type { NativePorts } from './native-ports.ts';
import { VendorObjects } from './vendor-object.ts';

/** A push whose destination the vendor keeps until now: the vendor's object goes first, and its copies are what is pushed. */
export async function pushReleased(
  work: ReleasedWork,
  run: DestinationRun,
  push: Pick<Engine, 'apply'>,
  ports: Pick<NativePorts, 'origin' | 'watch' | 'clock'>,
): Promise<AppliedDestination> {
  const { release, stories, destination } = work;
  if (release === undefined) return push.apply(work, run);
  // While a rollout keeps some of it back, the vendor keeps all of it.
  const waiting = stories.find(({ planned }) => planned.waits !== undefined);
  const cause: Cause | undefined = waiting ? { kind: 'run_ended' } : await releaseAt(release.id, run, ports);
  if (cause !== undefined) {
    for (const story of stories) {
      if (run.ledger.isOpen(destination.name, story)) run.ledger.record(destination.name, story, outcomeFrom(cause));
    }
    return { state: run.previous ?? blank(work), pruned: staying(work) };
  }
  const carried = [...new Set([...(run.previous?.native?.carried ?? []), ...release.carried])].toSorted(
    (a, b) => a - b,
  );
  const native: NativeState = { vendorId: null, manualSyncOnly: false, keyVersion: null, carried };
  const applied = await push.apply(work, { ...run, previous: { ...(run.previous ?? blank(work)), native } });
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

function blank({ destination: { tenantUrl, teamId } }: ReleasedWork) {
  return { tenantUrl, teamId, stories: {}, recordTypes: {}, last: {}, proven: false };
}
