import { count, STATUS_WORDS } from '../../report/reason-words.ts';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import { ageWords, isUnknown, UNKNOWN_WORDS } from '../view/age-words.ts';
import { debtWords } from '../view/debt-words.ts';
import { DEBT_KINDS, type Debt, debtsOf } from '../view/debts.ts';
import { findingsOf, type PageFinding } from '../view/findings.ts';
import { namingWords } from '../view/naming-words.ts';
import { NO_PICTURES_UNDER_ALIAS, picturesWords } from '../view/picture-words.ts';
import { whyWordsOf } from '../view/standing-words.ts';
import { allPairs, tallyPairs } from '../view/tallies.ts';
import { type Html, html } from './html.ts';

/** Rows of each table, and names in a row: whoever prints this wants to read it. */
const ROWS = 100;
const NAMES = 20;

/** What the page says without its script: totals, what failed or waits, rings, and who is left alone until when. */
export function staticPart(fleet: PageFleet, pictures?: { readonly drawn: number; readonly leftOut: number }): Html {
  const pairs = allPairs(fleet);
  const tally = tallyPairs(fleet, pairs);
  const findings = findingsOf(fleet, pairs);
  const debts = DEBT_KINDS.flatMap((kind) => debtsOf(fleet, pairs, kind).map((debt) => ({ kind, debt })));
  return html`<header><h1>storysync: the fleet</h1><p>${ageWords(fleet)}</p></header>
<p><strong>${tally.failed} failed</strong>, <strong>${tally.pending} pending</strong>, <strong>${tally.synced} synced</strong>:
${count(pairs.length, 'pair')} of ${count(fleet.destinations.length, 'destination')} and ${count(fleet.stories.length, 'story', 'stories')}.</p>${paragraph(isUnknown(fleet) ? UNKNOWN_WORDS : '')}
${table(
  'What failed, and what waits',
  ['Status', 'Where', 'Why', 'Next step'],
  findings.map((finding) => [
    STATUS_WORDS[finding.standing.status],
    whereOf(fleet, finding),
    [whyWordsOf(finding.standing, fleet.at), ...finding.standing.warnings].filter((text) => text !== '').join('; '),
    finding.standing.hint ?? '',
  ]),
)}
${table(
  'Rings',
  ['Ring', 'Story', 'State', 'There', 'Failed'],
  fleet.progress.map(({ ring, story, state, there, total, failed }) => [
    ring,
    story,
    state,
    `${there} of ${total}`,
    String(failed),
  ]),
)}
${table(
  'Behind, edited, or left alone',
  ['Destination', 'Stories', 'What'],
  debts.map(({ kind, debt }) => [destinationOf(fleet, debt), storiesOf(fleet, debt), debtWords(fleet, kind, debt)]),
)}${paragraph(namingWords(fleet))}${paragraph(fleet.naming === 'names' ? picturesWords(pictures ?? { drawn: 0, leftOut: 0 }) : NO_PICTURES_UNDER_ALIAS)}`;
}

function paragraph(text: string): Html {
  return text === '' ? html`` : html`<p>${text}</p>`;
}

function whereOf(fleet: PageFleet, { pairs }: PageFinding): string {
  const destinations = named(
    pairs.map((pair) => fleet.destinations[fleet.pairs.destination[pair] ?? NONE]?.name ?? ''),
  );
  const stories = named(pairs.map((pair) => fleet.stories[fleet.pairs.story[pair] ?? NONE]?.key ?? ''));
  return `${destinations} / ${stories}`;
}

function destinationOf(fleet: PageFleet, { destination }: Debt): string {
  return fleet.destinations[destination]?.name ?? '';
}

function storiesOf(fleet: PageFleet, { pairs }: Debt): string {
  return named(pairs.map((pair) => fleet.stories[fleet.pairs.story[pair] ?? NONE]?.key ?? ''));
}

function named(names: readonly string[]): string {
  const unique = [...new Set(names)];
  const shown = unique.length <= NAMES + 1 ? unique : unique.slice(0, NAMES);
  return `${shown.join(', ')}${shown.length < unique.length ? ` and ${unique.length - shown.length} more` : ''}`;
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return html``;
  const shown = rows.length <= ROWS + 1 ? rows : rows.slice(0, ROWS);
  const more = rows.length - shown.length;
  return html`<h2>${title}</h2><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${shown.map(
    (row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`,
  )}</tbody></table>${more > 0 ? html`<p>… ${more} more (with its script, this page has them all)</p>` : ''}`;
}
