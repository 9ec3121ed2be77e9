import type { Problem } from '../../diagnostics/problem.ts';
import type { CheckResult, Diagnosis } from '../../model/diagnosis.ts';
import type { Plan } from '../../model/plan.ts';
import type { Outcome } from '../../model/status.ts';
import { CHECK_WORDS } from '../../report/doctor/doctor-words.ts';
import { waitingStories } from '../../report/plan/headline.ts';
import { ACTION_WORDS, REASON_WORDS, STATUS_WORDS, tally, whyWords } from '../../report/reason-words.ts';
import { tallyOutcomes } from '../../report/sync/sync-report.ts';

/** Errors and warnings by code. */
export function findingsTable(problems: readonly Problem[]): string {
  const rows = tallied(problems.map(({ severity, code }) => [severity, code]));
  return rows.length === 0 ? 'No findings.' : table(['', 'code', 'findings'], rows);
}

/** What is planned, by action and reason: as many rows as there are reasons, however many destinations. */
export function planTable({ destinations }: Plan): string {
  const totals = tally(destinations);
  const pairs = destinations.flatMap(({ stories }) => stories);
  const waiting = waitingStories(pairs).length;
  const columns = [
    ['to create', totals.create],
    ['to update', totals.update],
    ...(waiting > 0 ? [['waiting', waiting] as const] : []),
    ['unchanged', totals.unchanged],
    ['skipped', totals.skip - waiting],
    ['blocked', totals.blocked],
  ] as const;
  const head = columns.map(([name]) => name);
  const numbers = columns.map(([, amount]) => String(amount));
  const rows = tallied(
    pairs
      .filter(({ action, reason }) => action !== 'unchanged' || reason !== null)
      .map((story) => [story.waits ? 'waiting' : ACTION_WORDS[story.action], whyWords(story)]),
  );
  return [table(head, [numbers]), ...(rows.length === 0 ? [] : [table(['', 'because', 'stories'], rows)])].join('\n\n');
}

/** What became of all pairs, and of those that are not in sync by reason. */
export function outcomesTable(outcomes: readonly Outcome[]): string {
  const { status, did } = tallyOutcomes(outcomes);
  const head = ['synced', 'of these created', 'of these updated', 'failed', 'pending'];
  const numbers = [status.synced, did.created, did.updated, status.failed, status.requires_sync].map(String);
  return [table(head, [numbers]), ...notSynced(outcomes)].join('\n\n');
}

/** Where all pairs stand; a status query did nothing that could be counted. */
export function statusTable(outcomes: readonly Outcome[]): string {
  const { status } = tallyOutcomes(outcomes);
  const numbers = [status.synced, status.failed, status.requires_sync].map(String);
  return [table(['synced', 'failed', 'pending'], [numbers]), ...notSynced(outcomes)].join('\n\n');
}

/** How many destinations are ready, and what keeps the others. */
export function doctorTable({ destinations }: Diagnosis): string {
  const of = (wanted: CheckResult) => String(destinations.filter(({ result }) => result === wanted).length);
  const totals = table(
    ['ready', 'with a warning', 'as far as can be told', 'would fail'],
    [[of('ok'), of('warning'), of('unknown'), of('fails')]],
  );
  const rows = tallied(
    destinations.flatMap(({ checks }) => {
      const failing = checks.filter(({ result }) => result === 'fails').map(({ check }) => CHECK_WORDS[check]);
      return [...new Set(failing)].map((check) => [check]);
    }),
  );
  return [totals, ...(rows.length === 0 ? [] : [table(['fails', 'destinations'], rows)])].join('\n\n');
}

function notSynced(outcomes: readonly Outcome[]): readonly string[] {
  const rows = tallied(
    outcomes
      .filter((outcome) => outcome.status !== 'synced')
      .map((outcome) => [STATUS_WORDS[outcome.status], outcome.reason === null ? '' : REASON_WORDS[outcome.reason]]),
  );
  return rows.length === 0 ? [] : [table(['', 'because', 'stories'], rows)];
}

/** Equal rows once, with their number; the most frequent first. All words are ours: nothing to escape. */
function tallied(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counts = new Map<string, { readonly row: readonly string[]; amount: number }>();
  for (const row of rows) {
    const key = row.join('\n');
    const known = counts.get(key) ?? { row, amount: 0 };
    known.amount += 1;
    counts.set(key, known);
  }
  return [...counts.values()]
    .toSorted((left, right) => right.amount - left.amount)
    .map(({ row, amount }) => [...row, String(amount)]);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
