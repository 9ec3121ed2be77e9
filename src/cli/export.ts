import { type ExportSettings, exportCommand } from '../commands/export/export.ts';
import type { ExportCommit } from '../commands/export/export-commit.ts';
import { type ExportResult, NOTHING } from '../commands/export/read-export.ts';
import { openPushRemote } from '../commands/push-remote.ts';
import { findingsToJson } from '../documents/findings/findings-json.ts';
import { changeSummary } from '../export/change-summary.ts';
import { shortId } from '../model/text/short-id.ts';
import { type ExportReport, exportAsMarkdown, exportAsText } from '../report/export-report.ts';
import type { Trust } from '../trust/trust.ts';
import { type OpenedCatalogue, openCatalogue } from '../workspace/open-catalogue.ts';
import type { Host } from './host.ts';
import {
  type CommonOptions,
  type ReadTimeOptions,
  readTimeoutOf,
  requestsOf,
  type TraceOptions,
  type TrustOptions,
} from './options.ts';
import { formatProblems, sortProblems } from './problems.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';

export type ExportFlags = CommonOptions &
  TrustOptions &
  TraceOptions &
  ReadTimeOptions & {
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
  const { catalogue, problems } = opened;
  if (catalogue === undefined) return session.refuse(opened);
  const trust = await session.trust(catalogue, options);
  const progress = openProgress(host.terminal, options.quiet);
  const ended = await exportCommand(session.world, { catalogue, problems }, settingsOf(options, trust), progress);
  if (!ended.ok) {
    const { exitCode, problems: refused } = ended.error;
    if (exitCode === 2) session.fail(refused);
    else showExport(session, opened, { ...NOTHING, problems: refused }, false);
    return exitCode;
  }
  const { result, commit, exitCode } = ended.value;
  const failed = result.problems.some(({ severity }) => severity === 'error');
  if (commit !== undefined && (commit.made !== 'nothing' || !failed)) session.say(sayCommitted(commit.made));
  showExport(session, opened, result, options.check);
  return exitCode;
}

function settingsOf(options: ExportFlags, trust: Trust): ExportSettings {
  const { story, check, discover, add, message, branch, push } = options;
  const commit = {
    proposal: false,
    ...(message === undefined ? {} : { message }),
    ...(branch === undefined ? {} : { branch }),
    ...(push ? { push: openPushRemote } : {}),
  };
  return {
    trust,
    placed: false,
    stories: story,
    check,
    readTimeout: readTimeoutOf(options),
    ...(discover ? { discover: add ? 'add' : 'list' } : {}),
    ...(options.commit ? { commit } : {}),
    ...requestsOf(options),
  };
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
    summaries: result.exported.map((story) => changeSummary(story, { all: verbose })),
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
