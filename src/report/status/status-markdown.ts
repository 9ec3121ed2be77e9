import { markdownList } from '../markdown-list.ts';
import { inMarkdown, type Phrase, say, words } from '../phrase.ts';
import { someNames } from '../reason-words.ts';
import { reportRollout } from '../rollout/report-rollout.ts';
import { rolloutAsList } from '../rollout/rollout-markdown.ts';
import { statusTotals } from '../sync/sync-rows.ts';
import { destinationGroups } from './status-destinations.ts';
import { heldPhrases, pinnedPhrases } from './status-held.ts';
import type { StatusReport } from './status-report.ts';
import { agePhrase, approvalPhrase, causePhrases, causeRows, detachedPhrases } from './status-rows.ts';

/** More rows than a person reads in a summary; the status file has them all. */
const ROWS = 50;

/** Where every story stands, for a check run or a job summary. */
export function statusAsMarkdown(report: StatusReport): string {
  const approval = approvalPhrase(report);
  const groups = destinationGroups(report, { fold: true });
  const sections = [
    `### ${statusTotals(report)}`,
    inMarkdown([agePhrase(report)]),
    ...list('Failed', causes(report, 'failed')),
    ...list('Waiting for approval', approval === undefined ? [] : [item(approval)]),
    ...list('Pending', causes(report, 'requires_sync')),
    ...rolloutAsList(reportRollout(report, { fold: true, now: report.now })),
    ...list('Held', heldPhrases(report, { fold: true }).map(item)),
    ...list('Pinned', pinnedPhrases(report, { fold: true }).map(item)),
    ...list('Detached', detachedPhrases(report).map(item)),
    ...list(
      'Destinations',
      groups.map(({ names, phrase }) => item(say`${someNames(names)}: ${phrase}`)),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function causes(report: StatusReport, status: 'failed' | 'requires_sync'): readonly string[] {
  const phraseOf = causePhrases(report);
  return causeRows(report, status, { fold: true }).map((row) => {
    const next = row.hint === null ? '' : `\n  - **hint:** ${inMarkdown([words(row.hint)])}`;
    return `${item(phraseOf(row))}${next}`;
  });
}

function item(phrase: Phrase): string {
  return `- ${inMarkdown(phrase)}`;
}

function list(title: string, items: readonly string[]): string[] {
  return markdownList(title, items, ROWS);
}
