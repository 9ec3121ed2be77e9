import pLimit, { type LimitFunction } from 'p-limit';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import type { Planning } from '../plan/plan.ts';
import type { ApplyOptions } from './apply-options.ts';
import { DestinationTurn } from './destination-turn.ts';
import type { Ledger } from './ledger.ts';
import { TenantHalt } from './tenant-halt.ts';

/** Teams of one tenant take turns: a replacement finds its story by name, perhaps in all of the tenant. */
type TenantTurns = { readonly next: LimitFunction; readonly halt: TenantHalt };

/** Names of destinations that are pushed to together, before those of the next wave. */
export type Wave = readonly string[];

/**
 * Pushes a planning, wave by wave. It never throws for one destination's sake, and the ledger, which spans all waves,
 * reports every pair exactly once.
 */
export async function applyPlan(
  planning: Planning,
  ledger: Ledger,
  waves: readonly Wave[],
  options: ApplyOptions,
): Promise<readonly Outcome[]> {
  const limit = pLimit(options.concurrency);
  const tenants = new Map<string, TenantTurns>();
  for (const wave of workOf(planning, waves)) {
    const turns = wave.map(async (work) => {
      const { tenantUrl } = work.destination;
      const tenant = tenants.get(tenantUrl) ?? { next: pLimit(1), halt: new TenantHalt() };
      tenants.set(tenantUrl, tenant);
      const turn = new DestinationTurn(work, ledger, planning.plan.commit, options);
      // Whoever waits for another run, or for a place, keeps nobody else from going on.
      await turn.takeLease();
      await turn.takePlaces();
      // The vendor works there, and the run only waits: that takes no place of others.
      if (work.destination.engine === 'native') await turn.run(tenant.halt);
      else await tenant.next(() => limit(() => turn.run(tenant.halt)));
    });
    await Promise.all(turns);
    await options.rollout.waveDone();
  }
  return ledger.outcomes();
}

/** Every destination of the plan has its one wave; anything else would leave some out, or push to them twice. */
function workOf({ work }: Planning, waves: readonly Wave[]): readonly (readonly DestinationWork[])[] {
  const names = waves.flat();
  if (names.length !== work.size || new Set(names).size !== work.size || !names.every((name) => work.has(name)))
    throw new Error('Internal error: the waves are not a partition of the plan');
  return waves.map((wave) => wave.flatMap((name) => work.get(name) ?? []));
}
