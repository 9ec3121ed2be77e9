import type { Problem } from '../../diagnostics/problem.ts';
import { ok } from '../../diagnostics/result.ts';
import { changeFromJson } from '../../documents/status/change-json.ts';
import { prunedFromJson } from '../../documents/status/status-from-json.ts';
import type { Change } from '../../model/change/change.ts';
import type { Desired } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import { waitingOf } from '../../model/fact/waits-of.ts';
import { byTextOf } from '../../model/text/order.ts';
import { wantedStory } from '../../model/wanted-story.ts';
import { findingsExitCode, outcomesExitCode } from '../../report/exit-code.ts';
import type { RolloutReport, SyncReport } from '../../report/sync/sync-report.ts';
import { rolloutInForce } from '../../trust/rollout-in-force.ts';
import type { Trust } from '../../trust/trust.ts';
import { manifestInGit } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended } from '../ended.ts';
import { withPins } from '../pins.ts';
import type { CommandPorts } from '../ports.ts';
import { type Selection, type Selectors, select, unnarrowedExitCode } from '../select.ts';
import type { Files } from '../settings.ts';
import { jobRunOf } from '../shard/job-run.ts';
import { type Shard, shardText } from '../shard/shard.ts';
import { shardsOf } from '../shard/shards.ts';
import { sealFrom } from '../state/seal.ts';
import { reportFrame } from '../sync/sync-report.ts';
import { filesOfShards, sizeOf } from './files-of-shards.ts';
import { findStatusFiles } from './find-status-files.ts';
import type { PartedFleet } from './fits-manifest.ts';
import { mergeShards } from './merge-shards.ts';
import { haltedByAll, ringsByNow } from './rings.ts';
import type { ShardFile } from './status-file.ts';

export type ReportSettings = {
  /** Those of the syncs. */
  readonly selectors: Selectors;
  /** Paths and globs. */
  readonly statusFiles: readonly string[];
  readonly trust: Trust;
  readonly stateBranch?: string;
};

export type ReportResult = {
  readonly report: SyncReport;
  readonly problems: readonly Problem[];
  /** Whose state all shards together changed. */
  readonly changes: readonly Change[];
  /** Nothing was pending, or all that was waits for the rollout: nothing is new. */
  readonly nothingNew: boolean;
  /** There is more to look at than the pairs tell: a shard, a file or a story file. */
  readonly found: 0 | 1;
};

/** What became of every pair, by the status files of all shards of one run. Asks no tenant. */
export async function reportCommand(
  world: CommandPorts,
  { workspace: given, problems: findings }: Files,
  settings: ReportSettings,
): Promise<Ended<ReportResult>> {
  const workspace = await withPins(given, settings.trust);
  const { manifest, desired, absent, commit, layout } = workspace;
  const rollout = rolloutInForce(settings.trust, manifest);
  const origin = manifest.origin?.tenantUrl;
  const selection = select(desired.destinations, settings.selectors, { absent, rollout, origin });
  if (!selection.ok) return cannotRun(selection.error);
  const seal = await sealFrom(world.environment, workspace.repository);
  if (!seal.ok) return cannotRun([seal.error]);
  const job = jobRunOf(world.environment);
  const expected = { commit, manifest: manifestInGit(layout), job, seal: seal.value };
  const found = await findStatusFiles(world.directory, settings.statusFiles, expected);
  if (!found.ok) return cannotRun([found.error]);
  const size = sizeOf(found.value.files);
  if (!size.ok) return cannotRun([size.error]);

  const fleet = partedFleet(workspace, selection.value, { origin, of: size.value, rollout });
  const { files, problems: misfits } = filesOfShards(found.value.files, fleet);
  const merged = mergeShards(files, {
    ...fleet,
    pending: settings.selectors.pending ?? false,
    nameOf: (name, key) => storyNameOf(desired, fleet.destinations.get(name), key),
  });
  const { missing } = merged;
  const told = [...files.values()];
  const rings = rollout && (await ringsByNow(world, workspace, { rollout, outcomes: merged.outcomes, ...settings }));
  const outcomes = rings?.outcomes ?? merged.outcomes;
  const report: SyncReport = {
    ...reportFrame(manifest, merged.told),
    outcomes,
    pruned: told.flatMap(({ wire }) => wire.pruned.map(prunedFromJson)),
    vendorIds: new Map(told.flatMap(vendorIdsOf)),
    interrupted: told.some(({ wire }) => wire.interrupted),
    commit,
    chosenCommit: workspace.at !== undefined,
    merged: { missing: missing.map(shardText) },
    ...(rings?.progress ? { rollout: { ...rings.progress, ...overrideOf(told) } } : {}),
    ...(rings ? { stateProblems: rings.problems } : {}),
  };
  const problems = [...found.value.problems, ...misfits, ...missing.map(missingShard)];
  const others = unnarrowedExitCode(findings, settings.selectors) || findingsExitCode(problems);
  const exitCode = outcomesExitCode(outcomes, report.pruned) || others;
  return ok({
    report,
    problems,
    changes: changesOf(told, workspace, rings?.progress),
    nothingNew: exitCode === 0 && outcomes.every((outcome) => waitingOf(outcome) !== undefined),
    found: others,
    exitCode,
  });
}

function partedFleet(
  { desired }: Workspace,
  { selected }: Selection,
  { origin, of, rollout }: { readonly origin: string | undefined; readonly of: number } & Pick<PartedFleet, 'rollout'>,
): PartedFleet {
  const destinations = new Map(desired.destinations.map((each) => [each.name, each]));
  const parts = of === 0 ? [] : shardsOf(desired.destinations, { origin, of });
  return { destinations, selected, parts, rollout };
}

function storyNameOf(desired: Desired, destination: Destination | undefined, key: string): string {
  return (destination && wantedStory(desired, destination, key)?.story.name) ?? key;
}

function vendorIdsOf({ destinations }: ShardFile): readonly (readonly [string, number])[] {
  return [...destinations.values()].flatMap(({ name, id }) => (id === null ? [] : [[name, id] as const]));
}

/** The last one; each shard goes by its own plan. */
function overrideOf(files: readonly ShardFile[]): Pick<RolloutReport, 'override'> {
  const found = files.flatMap(({ wire }) => (wire.rollout_override ? [wire.rollout_override] : []));
  const last = found.toSorted(byTextOf(({ at, digest }) => `${at} ${digest}`)).at(-1);
  return last === undefined ? {} : { override: last };
}

function changesOf(
  files: readonly ShardFile[],
  { desired }: Workspace,
  rings: RolloutReport | undefined,
): readonly Change[] {
  const told = files.flatMap(({ wire }) => (wire.changes ?? []).flatMap((each) => changeFromJson(each) ?? []));
  const nameOf = (key: string): string => desired.stories.get(key)?.story.name ?? key;
  return [...told, ...haltedByAll(files, rings?.progress ?? [], nameOf)];
}

function missingShard(shard: Shard): Problem {
  return {
    code: 'RUN091',
    severity: 'error',
    message: `shard ${shardText(shard)} left no status file that counts, so its pairs are not reached`,
    hint: 'see how its job ended, then run the sync again: it goes on from what is recorded',
  };
}
