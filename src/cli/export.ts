import { type CommitBase, checkManifestCommitted, openCommitBase } from '../commands/export/commit-base.ts';
import { type ExportResult, type ExportSettings, exportCommand, NOTHING } from '../commands/export/export.ts';
import {
  commitExport,
  type ExportCommit,
  type ExportToCommit,
  exportMessage,
} from '../commands/export/export-commit.ts';
import { writeExport } from '../commands/export/write-export.ts';
import { openPushRemote } from '../commands/push-remote.ts';
import { checkHead } from '../commands/trust.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { changeSummary } from '../export/change-summary.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import { type ExportReport, exportAsMarkdown, exportAsText } from '../report/export-report.ts';
import { findingsToJson } from '../report/findings.ts';
import { bind } from '../trust/bind.ts';
import { shortId } from '../workspace/named-commit.ts';
import { type OpenedCatalogue, openCatalogue, type StoryCatalogue } from '../workspace/open-catalogue.ts';
import type { Host } from './host.ts';
import type { CommonOptions, TrustOptions } from './options.ts';
import { formatProblems, sortProblems } from './problems.ts';
import { openProgress } from './progress.ts';
import { type ExitCode, Session } from './session.ts';

export type ExportFlags = CommonOptions &
  TrustOptions & {
    readonly story: readonly string[];
    readonly check: boolean;
    readonly discover: boolean;
    readonly add: boolean;
    readonly commit: boolean;
    readonly message?: string;
    readonly branch?: string;
    readonly push: boolean;
  };

/** `storysync export`: the live stories of the origin, into their files. */
export async function exportStories(host: Host, options: ExportFlags): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await openCatalogue(session.world, options.manifest);
  if (opened.catalogue === undefined) return session.refuse(opened);
  const trust = await session.trust(opened.catalogue, options);
  const head = (await opened.catalogue.repository?.head())?.commit ?? null;
  const misplaced = checkHead('export', trust, head);
  if (misplaced) return showRefusal(session, opened, misplaced);
  // Before anything is read or written: what cannot be committed should not be half done.
  const target = options.commit ? await openTarget(session.world, opened.catalogue, options) : undefined;
  if (target?.ok === false) {
    if (target.error.code !== 'GIT015') return showRefusal(session, opened, target.error);
    session.fail([target.error]);
    return 2;
  }
  const tenants = host.openTenants();
  try {
    const base = target?.value.base;
    const settings: ExportSettings = {
      keys: bind(trust),
      stories: options.story,
      ...(options.discover ? { discover: options.add ? 'add' : 'list' } : {}),
      ...(base === undefined || options.branch !== undefined ? {} : { base }),
    };
    // Onto another branch the work tree has no say.
    const catalogue = base && options.branch !== undefined ? { ...opened.catalogue, read: base } : opened.catalogue;
    const progress = openProgress(host.terminal, options.quiet);
    const found = await exportCommand(session.world, catalogue, settings, tenants, progress);
    if (!found.ok) {
      session.fail(found.error);
      return 2;
    }
    const result = await keepExport(session, catalogue, found.value, options, target?.value);
    showExport(session, opened, result, options.check);
    const differs = options.check && result.exported.length > 0;
    return differs ? 1 : findingsExitCode(result.problems);
  } finally {
    await tenants.close();
  }
}

type Target = { readonly base: CommitBase } & Pick<ExportToCommit, 'remote'>;

/** What a commit goes on top of, and where it is pushed to. */
async function openTarget(
  world: Session['world'],
  catalogue: StoryCatalogue,
  { branch, push, add }: ExportFlags,
): Promise<Result<Target, Problem>> {
  const base = await openCommitBase(catalogue, branch);
  if (!base.ok) return base;
  const uncommitted = add ? await checkManifestCommitted(base.value, catalogue) : undefined;
  if (uncommitted !== undefined) return fail(uncommitted);
  if (!push) return ok({ base: base.value });
  const remote = await openPushRemote(world, catalogue.layout.root);
  return remote.ok ? ok({ base: base.value, remote: remote.value }) : remote;
}

function showRefusal(session: Session, opened: OpenedCatalogue, problem: Problem): ExitCode {
  showExport(session, opened, { ...NOTHING, problems: [problem] }, false);
  return 1;
}

/** Puts the export where it was wanted: nowhere, into the work tree, and into a commit. */
async function keepExport(
  session: Session,
  catalogue: StoryCatalogue,
  found: ExportResult,
  options: ExportFlags,
  target: Target | undefined,
): Promise<ExportResult> {
  const { check, branch, message } = options;
  if (check) return found;
  if (target === undefined) return writeExport(catalogue, found);
  // Stopped before any file: nothing is to be said of git, and nothing to be pushed.
  if (found.files.length === 0 && found.problems.some(({ severity }) => severity === 'error')) return found;
  const { world } = session;
  const { remote } = target;
  const result = branch === undefined ? await writeExport(catalogue, found) : found;
  const committed = await commitExport(world, catalogue.layout, {
    exported: result.exported,
    ...(result.manifest === undefined ? {} : { manifestText: result.manifest.text }),
    message: exportMessage(catalogue.manifest, result.exported, message),
    ...(branch === undefined ? {} : { branch }),
    ...(remote === undefined ? {} : { remote }),
  });
  if (!committed.ok) return withProblems(branch === undefined ? result : notKept(found), [committed.error]);
  const failed = result.problems.some(({ severity }) => severity === 'error');
  if (committed.value !== 'nothing' || !failed) session.say(sayCommitted(committed.value));
  return committed.value === 'nothing' ? result : withProblems(result, committed.value.problems);
}

/** The same, without what was neither written nor committed. */
function notKept(result: ExportResult): ExportResult {
  return { ...result, files: result.files.filter(({ change }) => change === 'unchanged'), exported: [] };
}

function withProblems(result: ExportResult, problems: readonly Problem[]): ExportResult {
  return { ...result, problems: [...result.problems, ...problems] };
}

function sayCommitted(committed: ExportCommit | 'nothing'): string {
  if (committed === 'nothing') return 'Nothing to commit: git has these files already.';
  const { commit, branch, made, pushed } = committed;
  const what = `${made ? 'Committed' : 'Found'} ${shortId(commit)} on ${branch}`;
  return `${what}${pushed ? ', and pushed it' : ''}.`;
}

function showExport(session: Session, opened: OpenedCatalogue, result: ExportResult, check: boolean): void {
  const { quiet, manifest, verbose } = session.options;
  const { files, discovered, manifest: edited } = result;
  const problems = sortProblems([...(edited?.problems ?? opened.problems), ...result.problems]);
  const sourceOf: typeof opened.sourceOf = (file) => (file === edited?.file ? edited.text : opened.sourceOf(file));
  const origin = opened.catalogue?.manifest.origin;
  const report: ExportReport = {
    news: result.exported.map((story) => changeSummary(story, { all: verbose })),
    files,
    problems,
    check,
    verbose,
    added: result.manifest !== undefined,
    ...(discovered === undefined ? {} : { discovered }),
    ...(origin === undefined ? {} : { origin: origin.tenantUrl.replace(/^https?:\/\//, '') }),
  };
  const shown = quiet ? problems.filter(({ severity }) => severity === 'error') : problems;
  session.result({
    text: () => {
      const findings = formatProblems(shown, sourceOf, session.outPaint, session.terminal.outColumns);
      return `${findings}${findings === '' ? '' : '\n'}${exportAsText(report, session.outPaint, session.terminal.outColumns)}`;
    },
    markdown: () => exportAsMarkdown(report),
    json: () => findingsToJson(problems, manifest, opened.counts, files, discovered),
  });
}
