import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { destination, outcome, richPlan } from '../../test/support/example-plans.ts';
import { rolloutPlan } from '../../test/support/example-rollout.ts';
import { nativeReport } from '../../test/support/native-outcomes.ts';
import { nativePlan } from '../../test/support/native-plans.ts';
import { formatProblem } from '../diagnostics/format.ts';
import { plain } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { exportAsText } from './export-report.ts';
import { editAsText } from './manifest-edit.ts';
import { planAsText } from './plan/plan-text.ts';
import { statusAsText } from './status/status-text.ts';
import { syncAsText } from './sync/sync-text.ts';

const long =
  'rejected: "name" is too long (maximum is 255 characters), and so is what follows in this sentence of ours';
const report = {
  outcomes: [
    outcome('contoso-europe-and-middle-east', 'phishing-triage', { did: 'updated', warnings: [long] }),
    outcome('fabrikam', 'phishing-triage', { status: 'failed', reason: 'rejected', message: long, hint: long }),
    outcome('fabrikam', 'ioc', { status: 'requires_sync', reason: 'detached', detached: true, message: long }),
    outcome('northwind', 'ioc', { status: 'requires_sync', reason: 'manual_sync_only' }),
  ],
  destinations: ['contoso-europe-and-middle-east', 'fabrikam', 'northwind'].map((name) => destination(name)),
  originTeamId: 7,
  storyIds: new Map(),
  commit: '8c1d7e0f5a9b'.padEnd(40, '0'),
  chosenCommit: true,
  interrupted: true,
  pruned: [],
} as const;

const problem: Problem = {
  code: 'MAN014',
  severity: 'error',
  message: `destination "contoso-europe-and-middle-east" has an unknown key "storeis"; ${long}`,
  hint: long,
  place: { file: 'sync.yaml', line: 1, column: 190 },
  related: [{ message: long, place: { file: 'sync.yaml', line: 7, column: 5 } }],
};

const texts: readonly (readonly [string, (columns: number | undefined) => string])[] = [
  ['a plan', (columns) => planAsText(richPlan, { paint: plain, verbose: false, columns })],
  [
    'a plan with a rollout',
    (columns) => planAsText(rolloutPlan, { paint: plain, verbose: false, columns, unsigned: true }),
  ],
  ['a plan of the vendor’s syncing', (columns) => planAsText(nativePlan, { paint: plain, verbose: false, columns })],
  ['a sync by the vendor', (columns) => syncAsText(nativeReport, { paint: plain, verbose: false, columns })],
  ['a plan with every name', (columns) => planAsText(richPlan, { paint: plain, verbose: true, columns })],
  ['a status after a sync', (columns) => syncAsText(report, { paint: plain, verbose: false, columns })],
  [
    'a status that was asked for',
    (columns) =>
      statusAsText(
        { ...report, live: false, unsigned: false, now: '2026-11-22T09:00:00.000Z' },
        { paint: plain, verbose: false, columns },
      ),
  ],
  [
    'an export',
    (columns) =>
      exportAsText(
        {
          summaries: [
            { key: 'triage', name: 'Triage', file: 'stories/triage.json', change: 'update', lines: [long, long] },
          ],
          files: [{ path: 'stories/triage.json', change: 'update' }],
          discovered: {
            stories: [{ id: 9, name: 'A story of a name that is rather long, as names go', key: 'a-story' }],
            leftOut: [{ id: 10, name: long, reason: 'no_change_control' }],
          },
          problems: [],
          added: false,
          check: false,
          verbose: false,
          origin: 'acme.tines.com',
        },
        plain,
        columns,
      ),
  ],
  [
    'an edit of the manifest',
    (columns) =>
      editAsText(
        { manifest: 'sync.yaml', lines: [], did: [], meaning: [[long], [long]] },
        { paint: plain, verbose: false, columns },
      ),
  ],
];

/** Words in their order, wherever the lines end; the legend is for terminals alone. */
function wordsOf(text: string): readonly string[] {
  return text.split(/[ \n]+/).filter((word) => word !== '' && !/^[+~=.!]\u00a0/.test(word));
}

describe.each(texts)('%s', (_, textAt) => {
  it.each([60, 80, 120])('keeps within %i columns, breaks no word and loses none', (columns) => {
    const lines = textAt(columns).split('\n');
    const tooLong = lines.filter((line) => stringWidth(line) > columns && line.trim().split(' ').length > 1);
    expect(tooLong).toEqual([]);
    expect(lines.filter((line) => line.endsWith(' '))).toEqual([]);
    expect(wordsOf(textAt(columns))).toEqual(wordsOf(textAt(undefined)));
  });
});

it.each([60, 80, 120])('a finding keeps within %i columns, its source line too', (columns) => {
  const source = `${'x'.repeat(180)} storeis: [a]${'y'.repeat(200)}`;
  const lines = formatProblem(problem, () => source, plain, columns).split('\n');
  expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
  const unwrapped = formatProblem(problem, () => undefined, plain);
  const wrapped = formatProblem(problem, () => undefined, plain, columns);
  expect(wordsOf(wrapped)).toEqual(wordsOf(unwrapped));
});
