import {
  CHECKS,
  type CheckName,
  type CheckResult,
  type DestinationDiagnosis,
  type Diagnosis,
  type FoundCheck,
  type RunCheck,
  type RunCheckName,
} from '../../model/diagnosis.ts';
import { byText } from '../../model/text/order.ts';
import { explainCheck, explainRunCheck } from '../explain/explain-check.ts';
import { foldSame, type Same } from '../fold-same.ts';
import { inTerminal, name, type Phrase, say, words } from '../phrase.ts';
import { count, SYMBOLS, someNames } from '../reason-words.ts';

/** Up to so many destinations have a row each. */
const SINGLE_ROWS = 50;

/** Each check as people read it. */
export const CHECK_WORDS: { readonly [check in CheckName | RunCheckName]: string } = {
  files: 'story files',
  key: 'key',
  tenant: 'tenant',
  team: 'team',
  stories: 'stories',
  ownership: 'ownership',
  change_control: 'change control',
  credentials: 'credentials',
  resources: 'resources',
  sub_stories: 'sub-stories',
  record_types: 'record types',
  content: 'content',
  clock: 'clock',
  remote: 'git remote',
  state_branch: 'state branch',
  state_key: 'state key',
};

/** What stands in front of a line: the signs of a plan, for what a push would do or could not. */
export const SIGNS: { readonly [result in CheckResult]: string } = {
  ok: SYMBOLS.unchanged,
  warning: SYMBOLS.skip,
  unknown: SYMBOLS.skip,
  fails: SYMBOLS.blocked,
};

export type DoctorLine = {
  readonly sign: string;
  readonly result: CheckResult;
  readonly phrase: Phrase;
  readonly hint: string | null;
};

/** Destinations whose rows say the same, and what they say below their names. */
export type DoctorRow = Same<DestinationDiagnosis> & { readonly lines: readonly DoctorLine[] };

/** The matrix, worst first: a row for each destination, and where they are many one for all that say the same. */
export function doctorRows({ destinations }: Diagnosis): readonly DoctorRow[] {
  const sorted = destinations.toSorted((left, right) => rank(left) - rank(right) || byText(left.name, right.name));
  const rows = sorted.map((diagnosis) => ({ diagnosis, lines: shownLines(diagnosis) }));
  const single = destinations.length <= SINGLE_ROWS;
  return foldSame(rows, ({ diagnosis, lines }) => (single ? diagnosis.name : JSON.stringify(lines))).map(
    ({ first, all }) => ({
      first: first.diagnosis,
      all: all.map(({ diagnosis }) => diagnosis),
      lines: first.lines,
    }),
  );
}

function rank({ result }: DestinationDiagnosis): number {
  return { fails: 0, unknown: 1, warning: 2, ok: 3 }[result];
}

/** What fails, what is not known, what would be made, and in one line all that is in order. */
export function shownLines({ checks }: DestinationDiagnosis): readonly DoctorLine[] {
  const unseen = checks.filter(({ fact }) => fact.kind === 'not_looked_at');
  const plain = checks.filter(({ fact }) => fact.kind === 'in_order');
  const left = checks.filter(({ fact }) => fact.kind === 'left_to_vendor');
  const folded = new Set([...unseen, ...plain, ...left]);
  const told = checks.filter((check) => !folded.has(check));
  const of = (...results: readonly CheckResult[]) => told.filter(({ result }) => results.includes(result)).map(lineOf);
  return withHintsOnce([
    ...of('fails'),
    ...of('unknown', 'warning'),
    ...together('unknown', 'not looked at: ', unseen),
    ...together('unknown', 'left to the vendor, and not looked at: ', left),
    ...of('ok'),
    ...together('ok', 'in order: ', plain),
  ]);
}

/** Lines in a row that ask for the same thing ask for it once, at their end. */
function withHintsOnce(lines: readonly DoctorLine[]): readonly DoctorLine[] {
  return lines.map((line, index) => (line.hint === lines[index + 1]?.hint ? { ...line, hint: null } : line));
}

function together(result: CheckResult, lead: string, checks: readonly FoundCheck[]): readonly DoctorLine[] {
  if (checks.length === 0) return [];
  const names = CHECKS.filter((name) => checks.some(({ check }) => check === name)).map((name) => CHECK_WORDS[name]);
  const list = names.length === CHECKS.length ? 'all checks' : names.join(', ');
  return [{ sign: SIGNS[result], result, phrase: [`${lead}${list}`], hint: null }];
}

function lineOf(check: FoundCheck): DoctorLine {
  const { message, hint } = explainCheck(check);
  const stories = check.stories.length === 0 ? [] : say` (for ${someNames(check.stories)})`;
  const warning = check.result === 'warning' ? 'warning: ' : '';
  // What becomes of a record type is a sentence that names it.
  const about = check.fact.kind === 'would_make' ? '' : `${CHECK_WORDS[check.check]}: `;
  const phrase = say`${about}${warning}${words(message)}${stories}`;
  return { sign: signOf(check), result: check.result, phrase, hint };
}

function signOf({ result, fact }: FoundCheck): string {
  if (fact.kind !== 'would_make') return SIGNS[result];
  return fact.step.action === 'add_fields' ? SYMBOLS.update : SYMBOLS.create;
}

export function runLines({ run }: Diagnosis): readonly DoctorLine[] {
  return run.map((check: RunCheck) => {
    const { message, hint } = explainRunCheck(check);
    const phrase = say`${CHECK_WORDS[check.check]}: ${words(message)}`;
    return { sign: SIGNS[check.result], result: check.result, phrase, hint };
  });
}

/** How a destination stands, in a few words. */
export function diagnosisWords({ result, checks }: DestinationDiagnosis): string {
  if (result === 'fails') {
    const failing = new Set(checks.filter((check) => check.result === 'fails').map(({ check }) => check));
    return failing.size === 1 ? '1 check fails' : `${failing.size} checks fail`;
  }
  return { ok: 'ready', warning: 'ready, with a warning', unknown: 'ready, as far as can be told' }[result];
}

/** The same for a log. */
export function diagnosisLine(diagnosis: DestinationDiagnosis): string {
  const [worst] = shownLines(diagnosis);
  const what = diagnosisWords(diagnosis);
  return diagnosis.result === 'fails' && worst ? `${what}; ${inTerminal(worst.phrase)}` : what;
}

export function doctorTotals({ destinations }: Diagnosis): string {
  const of = (...results: readonly CheckResult[]) =>
    destinations.filter(({ result }) => results.includes(result)).length;
  const parts = [
    { amount: of('ok', 'warning'), text: 'ready' },
    { amount: of('unknown'), text: 'ready as far as can be told' },
    { amount: of('fails'), text: 'would fail' },
  ].filter(({ amount }) => amount > 0);
  const told = parts.map(({ amount, text }) => `${amount} ${text}`).join(', ');
  return `Doctor: ${count(destinations.length, 'destination')}${told === '' ? '' : `, ${told}`}`;
}

/** Who a row is about. */
export function rowNames({ first, all }: DoctorRow): Phrase {
  const where = all.length === 1 ? say` (${name(first.tenantUrl)}, team ${String(first.teamId)})` : [];
  return say`${someNames(all.map((each) => each.name))}${where}`;
}
