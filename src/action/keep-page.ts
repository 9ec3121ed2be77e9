import { statusCommand } from '../commands/status.ts';
import { NOT_ASKED } from '../trust/trust.ts';
import { type Given, readSettingsOf } from './open-files.ts';
import { logProblems } from './render/report-findings.ts';

/** The page of the fleet, as a file for later steps. */
export type KeptPage = { readonly file: string; readonly note: string };

const QUIET = { begin: () => {}, advance: () => {}, wait: () => {}, end: () => {} };
const EVERYBODY = { destinations: [], stories: [], labels: [], rings: [] };

/**
 * Where the whole fleet stands after this run, whatever part of it the run was about; undefined where nobody asked for it. A
 * page that cannot be made is a warning: what a sync did has to be reported all the same.
 */
export async function keepPage({
  job,
  files,
  workspace,
}: Omit<Given, 'trust' | 'check'>): Promise<KeptPage | undefined> {
  const { runner, settings, world } = job;
  if (settings.page === undefined) return undefined;
  const asked = { ...readSettingsOf(job, NOT_ASKED), selectors: EVERYBODY, live: false, page: settings.page };
  try {
    const ended = await statusCommand(world, workspace, asked, QUIET);
    if (!ended.ok) logProblems(runner, ended.error.problems, files.opened.sourceOf);
    if (!ended.ok || ended.value.page === undefined) return undefined;
    return { file: await runner.keep('fleet.html', ended.value.page), note: noteIn(runner.env) };
  } catch (cause) {
    runner.warning(
      `the page of the fleet was not made: ${cause instanceof Error ? cause.message : 'unknown'} (a bug in storysync)`,
    );
    return undefined;
  }
}

/** Where it is found: an artifact has no address before it is uploaded, but the run has. */
function noteIn(env: { readonly [name: string]: string | undefined }): string {
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: repository = '', GITHUB_RUN_ID: run = '' } = env;
  const known = /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^\d+$/.test(run);
  const artifacts = known
    ? `[artifacts of this run](${server}/${repository}/actions/runs/${run}#artifacts)`
    : 'artifacts of this run';
  return `The whole fleet on one page: \`fleet.html\` among the ${artifacts}, where the workflow uploads \`page-file\`. It opens from disk.`;
}

/** A summary, and where the page is. */
export function withPage(summary: string, page: KeptPage | undefined): string {
  return page === undefined ? summary : `${summary}\n${page.note}`;
}
