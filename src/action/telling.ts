import type { Tell } from '../commands/notify/tell-plan.ts';
import { jobRunOf } from '../commands/shard/job-run.ts';
import { provenanceOf } from '../commands/state/provenance.ts';
import { notificationToJson, type TellingRun } from '../documents/notify/notify-json.ts';
import { compactJson } from '../json/canonical.ts';
import { deliver } from '../notify/deliver.ts';
import { count } from '../report/reason-words.ts';
import { type Job, NOTIFY_SECRET } from './job.ts';
import { logProblems } from './render/report-findings.ts';

/** Tells others what a run changed; undefined where nobody is to be told. What a pull request proposes is told to nobody. */
export function tellingOf(job: Job, command: TellingRun['command'], commit: string | null): Tell | undefined {
  const { notifyUrl } = job.settings;
  const { event } = job.trigger;
  if (notifyUrl === undefined || event === 'pull_request' || (command === 'plan' && event !== 'schedule'))
    return undefined;
  const notifier = job.tools.openNotifier(notifyUrl);
  return async (changes) => {
    if (changes.length === 0) return true;
    const body = compactJson(notificationToJson(changes, runOf(job, command, commit)));
    const secret = job.runner.env[NOTIFY_SECRET]?.trim() ?? '';
    const delivered = await deliver(notifier, body, { secret, clock: job.tools.clock });
    if (delivered.ok) job.runner.info(`Told at notify-url: ${count(changes.length, 'change')}.`);
    else logProblems(job.runner, [delivered.error], () => undefined);
    return delivered.ok;
  };
}

function runOf({ runner, settings, tools }: Job, command: TellingRun['command'], commit: string | null): TellingRun {
  const { GITHUB_REPOSITORY: repository } = runner.env;
  const { run: url } = provenanceOf(runner.env, commit);
  const own = jobRunOf(runner.env);
  return {
    repository: repository || null,
    manifest: settings.manifest,
    command,
    run: url === undefined || own === null ? null : { ...own, url },
    commit,
    at: tools.clock.now().toISOString(),
  };
}
