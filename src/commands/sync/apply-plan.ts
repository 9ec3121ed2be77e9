import { applyPlan } from '../../apply/apply.ts';
import type { ApplyOptions } from '../../apply/apply-options.ts';
import type { Engine } from '../../apply/engine.ts';
import type { Leases } from '../../apply/leases.ts';
import { Ledger } from '../../apply/ledger.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import { hasWork } from '../../plan/destination-work.ts';
import { explain } from '../../report/explain/explain.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import type { Refreshed } from '../refresh.ts';
import type { StateSession } from '../state/state-session.ts';
import { type HoldBackSettings, whyHeldBack } from './hold-back.ts';
import type { OpenedGate } from './rollout-run.ts';

export type ApplyInput = {
  readonly engine: Engine;
  readonly session: StateSession;
  readonly leases: Leases;
  readonly rollout: Pick<OpenedGate, 'gate' | 'waves'>;
  readonly planAnew: ApplyOptions['planAnew'];
  readonly settings: HoldBackSettings & { readonly concurrency: number };
  /** Delete what is left behind. */
  readonly prune: boolean;
  readonly onRecorded?: ApplyOptions['onRecorded'];
  readonly progress: Progress;
  readonly stop: AbortSignal;
};

export type AppliedPlan = { readonly outcomes: readonly Outcome[]; readonly pruned: readonly Pruned[] };

/** Carries out what was planned, and records it destination by destination. */
export async function applyRefreshed(
  { clock }: Pick<CommandPorts, 'clock'>,
  { plan, work, states }: Refreshed,
  { engine, session, leases, rollout, planAnew, settings, prune, onRecorded, progress, stop }: ApplyInput,
): Promise<AppliedPlan> {
  const pruned: Pruned[] = [];
  const due = [...work.values()].filter(hasWork).length;
  if (due > 0) progress.begin('push', due);
  const outcomes = await applyPlan({ plan, work }, new Ledger(work.values()), rollout.waves, {
    engine: {
      ...engine,
      apply: (each, run) => {
        if (hasWork(each)) progress.start?.(each.destination.name);
        return engine.apply(each, run);
      },
    },
    leases,
    rollout: rollout.gate,
    planAnew,
    stateOf: (name) => states.get(name),
    saveState: (name, state, done, gone) => session.record(name, state, done, gone),
    onDone: (name, done) => {
      const planned = work.get(name);
      const gone = pruned.filter(({ destination }) => destination === name);
      if (planned && hasWork(planned)) progress.advance(name, describe(done, gone));
    },
    concurrency: settings.concurrency,
    clock,
    stop,
    explain,
    heldBack: whyHeldBack(settings, { plan, work }),
    ...(onRecorded ? { onRecorded } : {}),
    ...(prune ? { onPruned: (gone) => void pruned.push(...gone) } : {}),
  });
  if (due > 0) progress.end();
  return { outcomes, pruned };
}

function describe(outcomes: readonly Outcome[], pruned: readonly Pruned[]): string {
  const deleted = pruned.filter((each) => each.deleted).length;
  const pushed = outcomes.filter(({ did }) => did === 'created' || did === 'updated').length;
  const failed = outcomes.filter(({ status }) => status === 'failed').length;
  const waiting = outcomes.filter(({ status }) => status === 'requires_sync').length;
  const parts = [
    `${pushed} pushed`,
    failed > 0 && `${failed} failed`,
    waiting > 0 && `${waiting} waiting`,
    deleted > 0 && `${deleted} deleted`,
  ].filter((text) => text);
  return parts.join(', ');
}
