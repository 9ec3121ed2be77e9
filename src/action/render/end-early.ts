import type { Refused } from '../../commands/ended.ts';
import { forMarkdown } from '../../report/escape.ts';
import type { CheckRun } from '../github/check-run.ts';
import type { Job } from '../job.ts';
import { problemLine } from './problem-line.ts';
import { publish } from './publish.ts';

const COULD_NOT_RUN = 'storysync could not run';

/** A selector that matches nothing, a plan file of no use: said, and the check run closed. Answers the same for a comment. */
export async function endEarly(job: Job, check: CheckRun, messages: readonly string[]): Promise<string> {
  for (const message of messages) job.runner.error(message);
  const summary = messages.map((message) => `- ${forMarkdown(message)}`).join('\n');
  const told = `**${COULD_NOT_RUN}**\n\n${summary}`;
  await publish(job, check, {
    outputs: {},
    conclusion: 'failure',
    marks: [],
    of: 0,
    output: () => ({ title: COULD_NOT_RUN, summary }),
    summary: told,
  });
  return told;
}

export function endRefused(job: Job, check: CheckRun, { problems }: Refused): Promise<string> {
  return endEarly(job, check, problems.map(problemLine));
}
