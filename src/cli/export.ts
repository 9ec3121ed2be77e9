import { type ExportResult, type ExportSettings, exportCommand } from '../commands/export.ts';
import { commitExport, type ExportCommit, exportMessage } from '../commands/export-commit.ts';
import { type Catalogue, type OpenedCatalogue, openCatalogue } from '../commands/open-catalogue.ts';
import { openPushRemote } from '../commands/push-remote.ts';
import { writeExport } from '../commands/write-export.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { newsOf } from '../export/news.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import { type ExportReport, exportAsMarkdown, exportAsText } from '../report/export-report.ts';
import { findingsToJson } from '../report/findings.ts';
import type { Host } from './host.ts';
import type { CommonOptions } from './options.ts';
import { formatProblems, sortProblems } from './problems.ts';
import { openProgress } from './progress.ts';
import { type ExitCode, Session } from './session.ts';

export type ExportOptions = CommonOptions & {
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
export async function exportStories(host: Host, options: ExportOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const opened = await openCatalogue(session.world, options.manifest);
  if (opened.catalogue === undefined) return session.refuse(opened);
  const tenants = host.openTenants();
  try {
    const settings: ExportSettings = {
      stories: options.story,
      ...(options.discover ? { discover: options.add ? 'add' : 'list' } : {}),
    };
    const progress = openProgress(host.terminal, options.quiet);
    const found = await exportCommand(session.world, opened.catalogue, settings, tenants, progress);
    if (!found.ok) {
      session.fail(found.error);
      return 2;
    }
    const result = await keepExport(session, opened.catalogue, found.value, options);
    showExport(session, opened, result, options.check);
    const differs = options.check && result.exported.length > 0;
    return differs ? 1 : findingsExitCode(result.problems);
  } finally {
    await tenants.close();
  }
}

/** Puts the export where it was wanted: nowhere, into the work tree, and into a commit. */
async function keepExport(
  session: Session,
  catalogue: Catalogue,
  found: ExportResult,
  options: ExportOptions,
): Promise<ExportResult> {
  const { check, commit, branch, push, message } = options;
  if (check) return found;
  if (!commit) return writeExport(catalogue, found);
  const { world } = session;
  // Before anything is written: what cannot be pushed should not be half done.
  const remote = push ? await openPushRemote(world, catalogue.root) : undefined;
  if (remote?.ok === false) return withProblems(notKept(found), [remote.error]);
  const result = branch === undefined ? await writeExport(catalogue, found) : found;
  const committed = await commitExport(world, catalogue, {
    manifest: options.manifest,
    exported: result.exported,
    ...(result.manifest === undefined ? {} : { manifestText: result.manifest.text }),
    message: exportMessage(catalogue.manifest, result.exported, message),
    ...(branch === undefined ? {} : { branch }),
    ...(remote === undefined ? {} : { remote: remote.value }),
  });
  if (!committed.ok) return withProblems(branch === undefined ? result : notKept(found), [committed.error]);
  session.say(sayCommitted(committed.value));
  return committed.value === 'nothing' ? result : withProblems(result, committed.value.problems);
}

/** The same, without what was neither written nor committed. */
function notKept(result: ExportResult): ExportResult {
  return { ...result, files: [], exported: [] };
}

function withProblems(result: ExportResult, problems: readonly Problem[]): ExportResult {
  return { ...result, problems: [...result.problems, ...problems] };
}

const NOTHING_TO_COMMIT =
  'Nothing to commit: this export changed no file. What an earlier one has written is committed with git itself.';

function sayCommitted(committed: ExportCommit | 'nothing'): string {
  if (committed === 'nothing') return NOTHING_TO_COMMIT;
  const { commit, branch, made, pushed } = committed;
  const what = `${made ? 'Committed' : 'Found'} ${commit.slice(0, 12)} on ${branch}`;
  return `${what}${pushed ? ', and pushed it' : ''}.`;
}

function showExport(session: Session, opened: OpenedCatalogue, result: ExportResult, check: boolean): void {
  const { quiet, manifest, verbose } = session.options;
  const problems = sortProblems([...opened.problems, ...result.problems]);
  const { files, discovered } = result;
  const origin = opened.catalogue?.manifest.origin;
  const report: ExportReport = {
    news: result.exported.map((story) => newsOf(story, { all: verbose })),
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
      const findings = formatProblems(shown, opened.sourceOf, session.outPaint);
      return `${findings}${findings === '' ? '' : '\n'}${exportAsText(report, session.outPaint)}`;
    },
    markdown: () => exportAsMarkdown(report),
    json: () => findingsToJson(problems, manifest, opened.counts, files, discovered),
  });
}
