import { isHalted } from '../../changes/rollout-changes.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { progressFromJson } from '../../documents/rollout-json.ts';
import type { Change } from '../../model/change/change.ts';
import { waitingOf } from '../../model/fact/waits-of.ts';
import type { RingProgress, Rollout } from '../../model/rollout.ts';
import type { Outcome } from '../../model/status.ts';
import type { RolloutReport } from '../../report/sync/sync-report.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandPorts } from '../ports.ts';
import { askRollout } from '../rollout/govern.ts';
import { withRollout } from '../rollout/with-rollout.ts';
import { StateSession } from '../state/state-session.ts';
import type { ShardFile } from './status-file.ts';

/**
 * Where the rings stand, by what all shards have recorded: each of them saw its own part at its end, and the others' at its
 * beginning. Undefined where that cannot be read.
 */
export async function ringsByNow(
  world: CommandPorts,
  workspace: Workspace,
  {
    rollout,
    outcomes,
    stateBranch,
  }: { readonly rollout: Rollout; readonly outcomes: readonly Outcome[]; readonly stateBranch?: string },
): Promise<ReadRings> {
  const place = stateBranch === undefined ? {} : { stateBranch };
  const opened = await StateSession.open(world, workspace, { state: true, remote: 'use', ...place });
  if (!opened.ok) return { outcomes, progress: undefined, problems: opened.error };
  const session = opened.value;
  const asked = await askRollout(rollout, { desired: workspace.desired, selected: new Map() }, session);
  const isBlind = !workspace.desired.destinations.some(({ name }) => session.knows(name));
  if (isBlind) return { outcomes, progress: undefined, problems: session.problems };
  const now = withRollout(outcomes.map(asUndecided), asked, world.clock.now());
  const asOfNow = outcomes.map((outcome, at) => {
    const later = waitsForRing(outcome) ? now.outcomes[at] : undefined;
    return later && waitingOf(later) ? later : outcome;
  });
  return { outcomes: asOfNow, progress: now.rollout, problems: session.problems };
}

export type ReadRings = {
  /** What waited for a ring waits for what is in its way by now. */
  readonly outcomes: readonly Outcome[];
  readonly progress: RolloutReport | undefined;
  readonly problems: readonly Problem[];
};

function waitsForRing(outcome: Outcome): boolean {
  return waitingOf(outcome)?.for.startsWith('ring:') ?? false;
}

function asUndecided(outcome: Outcome): Outcome {
  if (!waitsForRing(outcome)) return outcome;
  const { waits: _, ...rest } = outcome;
  return { ...rest, reason: null, fact: null };
}

/** Rings that the failures of several shards halted together: each of them has looked, and has not seen it. */
export function haltedByAll(
  files: readonly ShardFile[],
  progress: readonly RingProgress[],
  nameOf: (key: string) => string,
): readonly Change[] {
  if (files.length === 0 || files.some(({ wire }) => wire.rollout === undefined)) return [];
  const seen = files.flatMap(({ wire }) => (wire.rollout ?? []).map(progressFromJson)).filter(isHalted);
  const known = new Set(seen.map(({ ring, story }) => `${ring} ${story}`));
  return progress
    .filter((each) => isHalted(each) && !known.has(`${each.ring} ${each.story}`))
    .map(({ ring, story: key }) => ({ kind: 'halted', ring, story: { key, name: nameOf(key) } }));
}
