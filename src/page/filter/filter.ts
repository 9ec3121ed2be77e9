import { nearest } from '../../diagnostics/suggestion.ts';
import { matcher } from '../../model/matcher.ts';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import { perFleet } from '../fleet/per-fleet.ts';
import { ANYWHERE, FILTER_KEYS, type FilterKey, labelKey } from './filter-keys.ts';
import { bits, markPairs, type PairTest } from './pair-test.ts';
import { QUALITIES, type Quality, testOfQuality } from './qualities.ts';
import { type FilterValue, type FilterWord, wordsOf } from './words.ts';

export type FilterResult = {
  /** The pairs that all words let through, in the fleet's order. */
  readonly pairs: readonly number[];
  /** Where these pairs are. */
  readonly destinations: ReadonlySet<number>;
  /** Destinations that are subscribed to nothing, where all words let them through. */
  readonly empty: readonly number[];
  /** What could not be understood; the other words count. */
  readonly problems: readonly FilterProblem[];
};

export type FilterProblem = { readonly word: string; readonly message: string };

type Asked = { readonly not: boolean; readonly tests: readonly PairTest[] };

/** Which pairs a filter lets through. Words are asked of the tables; the pairs are then one scan. */
export function applyFilter(fleet: PageFleet, text: string): FilterResult {
  const problems: FilterProblem[] = [];
  const asked = wordsOf(text).flatMap((word): readonly Asked[] => {
    const tests = testsOf(fleet, word);
    if (typeof tests === 'string') problems.push({ word: word.text, message: tests });
    return typeof tests === 'string' ? [] : [{ not: word.not, tests }];
  });
  const { destination } = fleet.pairs;
  const refused = refusedBy(fleet, asked);
  const pairs: number[] = [];
  const destinations = new Set<number>();
  let last = NONE;
  for (let pair = 0; pair < refused.length; pair++) {
    if (refused[pair] === 1) continue;
    pairs.push(pair);
    const at = destination[pair] ?? NONE;
    // Pairs of one destination stand together.
    if (at !== last) destinations.add(at);
    last = at;
  }
  return { pairs, destinations, empty: emptyOf(fleet, asked), problems };
}

/** A mark for each pair that one of the words does not let through. */
function refusedBy(fleet: PageFleet, asked: readonly Asked[]): Uint8Array {
  const refused = new Uint8Array(fleet.pairs.destination.length);
  for (const { not, tests } of asked) {
    const marks = not ? refused : new Uint8Array(refused.length);
    for (const test of tests) markPairs(fleet, test, marks, 1);
    if (not) continue;
    for (let pair = 0; pair < marks.length; pair++) if (marks[pair] === 0) refused[pair] = 1;
  }
  return refused;
}

function emptyOf(fleet: PageFleet, asked: readonly Asked[]): readonly number[] {
  return withoutPairs(fleet).filter((index) =>
    asked.every(({ not, tests }) => tests.some((test) => test.destination?.[index] === 1) !== not),
  );
}

const withoutPairs = perFleet(({ destinations, pairs }): readonly number[] => {
  const taken = new Set(pairs.destination);
  return [...destinations.keys()].filter((index) => !taken.has(index));
});

/** A word as questions, one of which has to be answered with yes; or what is wrong with it. */
function testsOf(fleet: PageFleet, word: FilterWord): readonly PairTest[] | string {
  const { key: name, values, text } = word;
  if (name === undefined) {
    // A lone `!`, or quotes around nothing, are the beginning of something.
    return values.length === 0
      ? `${text} has nothing to look for yet`
      : [testOf(fleet, ANYWHERE, anyOf(values, 'within'))];
  }
  const key = keyNamed(name);
  if (key === undefined) return `there is no key "${name}"; ${knownKeys(name)}`;
  if (values.length === 0) return `${text} needs a value: ${key.about}`;
  if (key.lag) {
    const compare = comparing(values);
    if (compare === undefined) return `${text} is no number to compare with; write ${key.about}`;
    const { lag } = key;
    return [{ lag: bits(fleet.lags, (each) => compare(lag(each))), noLag: compare(lag(null)) }];
  }
  const strange = strangeIn(key, values);
  if (strange !== undefined) return strange;
  const matches = anyOf(values, key.name === 'says' || key.name === 'commit' ? 'within' : 'whole');
  if (key.name !== 'is') return [testOf(fleet, key, matches)];
  return QUALITIES.filter((quality: Quality) => matches(quality)).map((quality) => testOfQuality(fleet, quality));
}

function keyNamed(name: string): FilterKey | undefined {
  const [, label] = /^label\.(.+)$/.exec(name) ?? [];
  return label === undefined ? FILTER_KEYS.find((key) => key.name === name) : labelKey(label);
}

function knownKeys(name: string): string {
  const names = FILTER_KEYS.map((key) => key.name);
  const meant = nearest(name, names);
  return meant === undefined ? `known: ${names.join(', ')}, label.NAME` : `did you mean ${meant}?`;
}

/** A value that a key with few values never has. */
function strangeIn({ name, closed, about }: FilterKey, values: readonly FilterValue[]): string | undefined {
  const strange = closed && values.find((value) => !isGlob(value) && !closed.includes(value.text.toLowerCase()));
  if (strange === undefined) return undefined;
  const meant = nearest(strange.text.toLowerCase(), closed ?? []);
  return `${name} is never "${strange.text}"; ${meant === undefined ? about : `did you mean ${meant}?`}`;
}

function isGlob({ text, quoted }: FilterValue): boolean {
  return !quoted && /[*?]/.test(text);
}

/** One of the values is the text, or stands in it; upper and lower case are the same. */
function anyOf(values: readonly FilterValue[], where: 'whole' | 'within'): (text: string) => boolean {
  const tests = values.map((value) => {
    const wanted = value.text.toLowerCase();
    if (!isGlob(value))
      return where === 'whole' ? (text: string) => text === wanted : (text: string) => text.includes(wanted);
    const plain = wanted.replaceAll(/[[\]{}\\]/g, '\\$&');
    return matcher([where === 'whole' ? plain : `*${plain}*`]);
  });
  // Thousands of rows share a label's value.
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const lower = text.toLowerCase();
    const answer = tests.some((test) => test(lower));
    known.set(text, answer);
    return answer;
  };
}

/** `3`, `>3`, `<=3`. */
function comparing(values: readonly FilterValue[]): ((number: number) => boolean) | undefined {
  const tests = values.map(({ text }) => {
    const [, sign, digits] = /^(<=?|>=?)?(\d{1,9})$/.exec(text) ?? [];
    if (digits === undefined) return undefined;
    const limit = Number(digits);
    if (sign === '>') return (number: number) => number > limit;
    if (sign === '>=') return (number: number) => number >= limit;
    if (sign === '<') return (number: number) => number < limit;
    if (sign === '<=') return (number: number) => number <= limit;
    return (number: number) => number === limit;
  });
  if (tests.includes(undefined)) return undefined;
  return (number) => tests.some((test) => test?.(number));
}

function testOf(fleet: PageFleet, key: FilterKey, matches: (text: string) => boolean): PairTest {
  const some = (texts: readonly (string | null)[]): boolean => texts.some((text) => text !== null && matches(text));
  const { destination, story, standing, commit } = key;
  return {
    ...(destination ? { destination: bits(fleet.destinations, (row) => some(destination(row))) } : {}),
    ...(story ? { story: bits(fleet.stories, (row) => some(story(row))) } : {}),
    ...(standing ? { standing: bits(fleet.standings, (row) => some(standing(row))) } : {}),
    ...(commit ? { commit: bits(fleet.commits, (row) => some(commit(row))) } : {}),
  };
}
