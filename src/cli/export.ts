import { type ExportResult, type ExportSettings, exportCommand } from '../commands/export.ts';
import { type OpenedCatalogue, openCatalogue } from '../commands/open-catalogue.ts';
import { writeExport } from '../commands/write-export.ts';
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
    const result = options.check ? found.value : await writeExport(opened.catalogue, found.value);
    showExport(session, opened, result, options.check);
    const differs = options.check && result.exported.length > 0;
    return differs ? 1 : findingsExitCode(result.problems);
  } finally {
    await tenants.close();
  }
}

function showExport(session: Session, opened: OpenedCatalogue, result: ExportResult, check: boolean): void {
  const { quiet, manifest } = session.options;
  const problems = sortProblems([...opened.problems, ...result.problems]);
  const { files, discovered } = result;
  const origin = opened.catalogue?.manifest.origin;
  const report: ExportReport = {
    news: result.exported.map(newsOf),
    files,
    problems,
    check,
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
