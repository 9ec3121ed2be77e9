import { reportCommand } from '../commands/report/report.ts';
import type { Given } from './open-files.ts';
import { endRefused } from './render/end-early.ts';
import { reportShards } from './render/report-shards.ts';
import { tellingOf } from './telling.ts';

/** Merges what the syncs of all shards left, and reports and tells it once. */
export async function runReport(given: Given): Promise<0 | 1> {
  const { job, check, files, workspace, trust } = given;
  const { selectors, statusFiles, stateBranch } = job.settings;
  const opened = { workspace, problems: files.opened.problems };
  const ended = await reportCommand(job.world, opened, { selectors, statusFiles, trust, stateBranch });
  if (!ended.ok) {
    await endRefused(job, check, ended.error);
    return 1;
  }
  await reportShards(given, ended.value);
  // Last: whoever is told, or cannot be, keeps no report waiting.
  await tellingOf(job, 'sync', workspace.commit)?.(ended.value.changes);
  return ended.value.exitCode === 0 ? 0 : 1;
}
