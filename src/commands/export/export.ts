import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { findingsExitCode } from '../../report/exit-code.ts';
import { bind } from '../../trust/bind.ts';
import type { Trust } from '../../trust/trust.ts';
import type { CatalogueFiles, StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { cannotRun, type Ended, finding } from '../ended.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import type { openPushRemote } from '../push-remote.ts';
import { ReadingTime } from '../reading-time.ts';
import { checkHead } from '../trust.ts';
import { type RequestSettings, withReaders } from '../with-tenants.ts';
import { type CommitBase, checkManifestCommitted, openCommitBase } from './commit-base.ts';
import { commitExport, type ExportCommit, type ExportToCommit, exportMessage } from './export-commit.ts';
import { type ExportResult, type ReadExportSettings, readExport } from './read-export.ts';
import { writeExport } from './write-export.ts';

export type ExportSettings = RequestSettings & {
  readonly trust: Trust;
  /** The caller has looked whether this is the head of the default branch. */
  readonly placed: boolean;
  /** Keys of the catalogue, globs allowed; all when empty. */
  readonly stories: readonly string[];
  readonly discover?: 'list' | 'add';
  /** Write nothing; what would be written is a finding. */
  readonly check: boolean;
  readonly commit?: CommitSettings;
  /** Milliseconds that the origin may take to be read. */
  readonly readTimeout: number;
};

export type CommitSettings = {
  /** The first line of the message. */
  readonly message?: string;
  /** Without it: the branch that is checked out, and the work tree with it. */
  readonly branch?: string;
  /** What finds the remote that the commit is pushed to; without it nothing is pushed. */
  readonly push?: typeof openPushRemote;
  /** Compare with the files at hand, and commit everything or nothing: the commit becomes a proposal. */
  readonly proposal: boolean;
};

export type ExportRun = {
  /** All that was found at the origin. */
  readonly found: ExportResult;
  /** What was read, as far as it was kept. */
  readonly result: ExportResult;
  /** Absent when nothing was to be committed. */
  readonly commit?: { readonly made: ExportCommit | 'nothing'; readonly message: string };
  /** Why there is no commit. */
  readonly uncommitted?: Problem;
};

/** The live stories of the origin: read, compared, and put where they are wanted. */
export async function exportCommand(
  world: CommandPorts,
  { catalogue: opened, problems }: Pick<CatalogueFiles, 'catalogue' | 'problems'>,
  settings: ExportSettings,
  progress: Progress,
): Promise<Ended<ExportRun>> {
  const { trust, placed, commit, discover, check } = settings;
  const head = (await opened.repository?.head())?.commit ?? null;
  const misplaced = placed ? undefined : checkHead('export', trust, head);
  if (misplaced) return finding([misplaced]);
  // Before anything is read or written: what cannot be committed should not be half done.
  const target = commit ? await openTarget(world, opened, commit, discover === 'add') : ok(undefined);
  if (!target.ok) return target.error.code === 'GIT015' ? cannotRun([target.error]) : finding([target.error]);
  const base = target.value?.base;
  const reading: ReadExportSettings = {
    keys: bind(trust),
    stories: settings.stories,
    ...(discover === undefined ? {} : { discover }),
    ...(base === undefined || commit?.branch !== undefined ? {} : { base }),
  };
  // Onto another branch the work tree has no say.
  const catalogue = base && commit?.branch !== undefined ? { ...opened, read: base } : opened;
  const time = new ReadingTime(world.clock, settings).ofOne();
  const read = await withReaders(world, settings, async (tenants) => {
    const found = await readExport(catalogue, reading, tenants, progress, time);
    return found.ok ? found : cannotRun(found.error);
  }).finally(() => time.close());
  if (!read.ok) return read;
  const { closingProblems, ...found } = read.value;
  const traced = withProblems(found, closingProblems);
  const run = check
    ? { found: traced, result: traced }
    : await keep(world, catalogue, traced, { target: target.value, commit, problems });
  const differs = check && run.result.exported.length > 0;
  return ok({ ...run, exitCode: differs ? 1 : findingsExitCode(run.result.problems) });
}

type Target = { readonly base?: CommitBase } & Pick<ExportToCommit, 'remote'>;

/** What a commit goes on top of, and where it is pushed to. */
async function openTarget(
  world: CommandPorts,
  catalogue: StoryCatalogue,
  { branch, push, proposal }: CommitSettings,
  add: boolean,
): Promise<Result<Target, Problem>> {
  const base = proposal ? ok(undefined) : await openCommitBase(catalogue, branch);
  if (!base.ok) return base;
  const uncommitted = add && base.value ? await checkManifestCommitted(base.value, catalogue) : undefined;
  if (uncommitted !== undefined) return fail(uncommitted);
  const remote = push === undefined ? ok(undefined) : await push(world, catalogue.layout.root);
  if (!remote.ok) return remote;
  return ok({
    ...(base.value === undefined ? {} : { base: base.value }),
    ...(remote.value === undefined ? {} : { remote: remote.value }),
  });
}

type Keeping = {
  readonly target: Target | undefined;
  readonly commit: CommitSettings | undefined;
  /** Of the manifest. */
  readonly problems: readonly Problem[];
};

/** Puts the export where it was wanted: into the work tree, and into a commit. */
async function keep(
  world: CommandPorts,
  catalogue: StoryCatalogue,
  found: ExportResult,
  { target, commit, problems }: Keeping,
): Promise<ExportRun> {
  if (target === undefined || commit === undefined) return { found, result: await writeExport(catalogue, found) };
  const failed = findingsExitCode(found.problems) !== 0;
  // Stopped before any file: nothing is to be said of git, and nothing to be pushed.
  if (failed && found.files.length === 0) return { found, result: found };
  // A proposal with a part of it would look as if the rest were in order.
  if (commit.proposal && (failed || findingsExitCode(problems) !== 0)) return { found, result: found };
  const { branch } = commit;
  const result = branch === undefined ? await writeExport(catalogue, found) : found;
  const message = exportMessage(catalogue.manifest, result.exported, commit.message);
  const made = await commitExport(world, catalogue.layout, {
    exported: result.exported,
    ...(result.manifest === undefined ? {} : { manifestText: result.manifest.text }),
    message,
    ...(branch === undefined ? {} : { branch }),
    ...(target.remote === undefined ? {} : { remote: target.remote }),
  });
  if (!made.ok) {
    const kept = branch === undefined ? result : notKept(found);
    return { found, result: withProblems(kept, [made.error]), uncommitted: made.error };
  }
  const told = made.value === 'nothing' ? [] : made.value.problems;
  return { found, result: withProblems(result, told), commit: { made: made.value, message } };
}

/** The same, without what was neither written nor committed. */
function notKept(result: ExportResult): ExportResult {
  return { ...result, files: result.files.filter(({ change }) => change === 'unchanged'), exported: [] };
}

function withProblems(result: ExportResult, problems: readonly Problem[]): ExportResult {
  return { ...result, problems: [...result.problems, ...problems] };
}
