import { markdownList } from '../markdown-list.ts';
import { inMarkdown, name, say } from '../phrase.ts';
import type { SyncReport } from './sync-report.ts';
import { interruptedSentence, rowPhrase, rowsOf, statusTotals } from './sync-rows.ts';

/** There may be hundreds of such summaries on one page. */
const ROWS = 10;

/** The job summary of one shard: its totals and what failed. The rest stands in the report of all shards. */
export function shardAsMarkdown(report: SyncReport): string {
  const failed = rowsOf(
    report.outcomes.filter(({ status }) => status === 'failed'),
    { fold: true },
  );
  const interrupted = interruptedSentence(report);
  const sections = [
    inMarkdown(say`### Shard ${name(report.shard ?? '')}: ${statusTotals(report)}`),
    ...(interrupted === undefined ? [] : [`**${interrupted}**`]),
    ...markdownList(
      'Failed',
      failed.map((row) => `- ${inMarkdown(rowPhrase(row))}`),
      ROWS,
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}
