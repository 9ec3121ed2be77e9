import { type ActionRef, commitCommand, isCommit, releaseOf } from '../commands/init/action-ref.ts';
import { type InitRun, initCommand } from '../commands/init/init.ts';
import { findingsToJson } from '../documents/findings/findings-json.ts';
import type { ExportReport } from '../report/export-report.ts';
import { type InitReport, initAsMarkdown, initAsText } from '../report/init-report.ts';
import { VERSION } from '../version.ts';
import { shownPath } from '../workspace/layout.ts';
import { NO_COUNTS } from '../workspace/manifest-bytes.ts';
import type { Host } from './host.ts';
import { type CommonOptions, type ReadTimeOptions, readTimeoutOf, requestsOf, type TraceOptions } from './options.ts';
import { openProgress } from './progress/progress.ts';
import { type ExitCode, Session } from './session.ts';

export type InitOptions = CommonOptions &
  TraceOptions &
  ReadTimeOptions & {
    readonly from?: string;
    readonly team?: number;
    readonly keyEnv: string;
    readonly native: boolean;
    readonly action?: ActionRef;
  };

/** `storysync init`: sets up a repository that validates. */
export async function init(host: Host, options: InitOptions): Promise<ExitCode> {
  const session = new Session(host, options);
  const { manifest, from, team, keyEnv, native, action, quiet } = options;
  const settings = {
    manifest,
    native,
    readTimeout: readTimeoutOf(options),
    ...(from === undefined || team === undefined ? {} : { origin: { tenantUrl: from, teamId: team, keyName: keyEnv } }),
    ...(action === undefined ? {} : { action }),
    ...requestsOf(options),
  };
  const ended = await initCommand(session.world, settings, openProgress(host.terminal, quiet));
  if (!ended.ok) return session.end(ended.error, { sourceOf: () => undefined, counts: NO_COUNTS });
  const { text, problems } = ended.value;
  const report = reportOf(ended.value, options);
  session.warn(problems, (file) => (file === manifest ? text : undefined));
  session.result({
    text: () => initAsText(report, session.outText),
    markdown: () => initAsMarkdown(report),
    json: () => {
      const { counts, files, discovered } = ended.value;
      return findingsToJson(problems, manifest, counts, files, discovered);
    },
  });
  return ended.value.exitCode;
}

function reportOf(run: InitRun, { manifest, verbose }: InitOptions): InitReport {
  const { layout, files, inRepository, tenantUrl, discovered, exported, problems, wroteWorkflow, action, takenOver } =
    run;
  const origin: ExportReport | undefined = discovered && {
    // All are new: their names say enough.
    summaries: [],
    files: files.filter(({ path }) => exported.some(({ file }) => file === path)),
    discovered,
    added: discovered.stories.length > 0,
    check: false,
    problems,
    verbose,
    ...(tenantUrl === undefined ? {} : { origin: tenantUrl.replace(/^https?:\/\//, '') }),
  };
  const isPinned = action !== undefined && isCommit(action);
  return {
    files: files.map(({ path, change }) => ({ path: shownPath(layout, path), isNew: change === 'add' })),
    ...(origin === undefined ? {} : { origin }),
    ...(takenOver === undefined ? {} : { takenOver }),
    manifest,
    inRepository,
    ...(isPinned || !wroteWorkflow
      ? {}
      : { pin: { command: commitCommand(action ?? releaseOf(VERSION)), until: action ? 'movable' : 'nothing' } }),
  };
}
