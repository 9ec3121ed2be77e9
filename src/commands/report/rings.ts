import { isHalted } from '../../changes/rollout-changes.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { progressFromJson } from '../../documents/rollout-json.ts';
import type { Change } from '../../model/change/change.ts';
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
export async function readRings(
  world: CommandPorts,
  workspace: Workspace,
  {
    rollout,
    outcomes,
    stateBranch,
  }: { readonly rollout: Rollout; readonly outcomes: readonly Outcome[]; readonly stateBranch?: string },
): Promise<{ readonly progress: Omit<RolloutReport, 'override'> | undefined; readonly problems: readonly Problem[] }> {
  const place = stateBranch === undefined ? {} : { stateBranch };
  const opened = await StateSession.open(world, workspace, { state: true, remote: 'use', ...place });
  if (!opened.ok) return { progress: undefined, problems: opened.error };
  const session = opened.value;
  const asked = await askRollout(rollout, { desired: workspace.desired, selected: new Map() }, session);
  const { rings, progress } = withRollout(outcomes, asked, world.clock.now()).rollout;
  return { progress: session.isBlind ? undefined : { rings, progress }, problems: session.problems };
}

/** Rings that the failures of several shards halted together: none of these has seen it. */
export function haltedByAll(
  files: readonly ShardFile[],
  progress: readonly RingProgress[],
  nameOf: (key: string) => string,
): readonly Change[] {
  const seen = files.flatMap(({ wire }) => (wire.rollout ?? []).map(progressFromJson)).filter(isHalted);
  const known = new Set(seen.map(({ ring, story }) => `${ring} ${story}`));
  return progress
    .filter((each) => isHalted(each) && !known.has(`${each.ring} ${each.story}`))
    .map(({ ring, story: key }) => ({ kind: 'halted', ring, story: { key, name: nameOf(key) } }));
}
