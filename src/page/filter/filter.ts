import { nearest } from '../../diagnostics/suggestion.ts';
import { matcher } from '../../model/matcher.ts';
import type { PageFleet } from '../fleet/fleet.ts';
import { ANYWHERE, FILTER_KEYS, type FilterKey, labelKey } from './filter-keys.ts';
import { type FilterValue, type FilterWord, wordsOf } from './words.ts';

export type FilterResult = {
  /** The pairs that all words let through, in the fleet's order. */
  readonly pairs: readonly number[];
  /** Destinations that are subscribed to nothing, where all words are about destinations and let them through. */
  readonly empty: readonly number[];
  /** What could not be understood; the other words count. */
  readonly problems: readonly FilterProblem[];
};

export type FilterProblem = { readonly word: string; readonly message: string };

/** A word as a test: per row of a table, or per pair. One of them is enough. */
type Test = {
  readonly not: boolean;
  readonly destination: Uint8Array | undefined;
  readonly story: Uint8Array | undefined;
  readonly standing: Uint8Array | undefined;
  readonly pair: ((pair: number) => boolean) | undefined;
};

/** Which pairs a filter lets through. Words are asked of the tables once; the pairs are then one scan. */
export function applyFilter(fleet: PageFleet, text: string): FilterResult {
  const problems: FilterProblem[] = [];
  const tests = wordsOf(text).flatMap((word): readonly Test[] => {
    const read = readWord(word);
    if ('message' in read) problems.push({ word: word.text, message: read.message });
    return 'message' in read ? [] : [testOf(fleet, word, read)];
  });
  const { destination, story, standing } = fleet.pairs;
  const pairs: number[] = [];
  const taken = new Uint8Array(fleet.destinations.length);
  for (let pair = 0; pair < destination.length; pair++) {
    const [d, s, t] = [destination[pair] ?? 0, story[pair] ?? 0, standing[pair] ?? 0];
    taken[d] = 1;
    const passes = tests.every((test) => {
      const found =
        test.destination?.[d] === 1 || test.story?.[s] === 1 || test.standing?.[t] === 1 || test.pair?.(pair) === true;
      return found !== test.not;
    });
    if (passes) pairs.push(pair);
  }
  const empty = [...fleet.destinations.keys()].filter(
    (index) => taken[index] === 0 && tests.every((test) => (test.destination?.[index] === 1) !== test.not),
  );
  return { pairs, empty, problems };
}

type ReadWord = { readonly key: FilterKey; readonly matches: (text: string) => boolean; readonly compare?: Compare };
type Compare = (number: number) => boolean;

function readWord({ key: name, values, text }: FilterWord): ReadWord | { readonly message: string } {
  if (name === undefined) {
    // A lone `!`, or quotes around nothing, are the beginning of something.
    if (values.length === 0) return { message: `${text} has nothing to look for yet` };
    return { key: ANYWHERE, matches: anyOf(values, 'within') };
  }
  const key = keyNamed(name);
  if (key === undefined) {
    const meant = nearest(
      name,
      FILTER_KEYS.map((each) => each.name),
    );
    const hint =
      meant === undefined
        ? `known: ${FILTER_KEYS.map((each) => each.name).join(', ')}, label.NAME`
        : `did you mean ${meant}?`;
    return { message: `there is no key "${name}"; ${hint}` };
  }
  if (values.length === 0) return { message: `${text} needs a value: ${key.about}` };
  if (key.number) {
    const compare = comparing(values);
    return compare === undefined
      ? { message: `${text} is no number to compare with; write ${key.about}` }
      : { key, matches: () => false, compare };
  }
  const strange =
    key.closed && values.find((value) => !isGlob(value) && !key.closed?.includes(value.text.toLowerCase()));
  if (strange !== undefined) {
    const meant = nearest(strange.text.toLowerCase(), key.closed ?? []);
    return {
      message: `${key.name} is never "${strange.text}"; ${meant === undefined ? key.about : `did you mean ${meant}?`}`,
    };
  }
  return { key, matches: anyOf(values, key.name === 'says' || key.name === 'commit' ? 'within' : 'whole') };
}

function keyNamed(name: string): FilterKey | undefined {
  const [, label] = /^label\.(.+)$/.exec(name) ?? [];
  return label === undefined ? FILTER_KEYS.find((key) => key.name === name) : labelKey(label);
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
  return (text) => {
    const lower = text.toLowerCase();
    return tests.some((test) => test(lower));
  };
}

/** `3`, `>3`, `<=3`. */
function comparing(values: readonly FilterValue[]): Compare | undefined {
  const tests = values.map(({ text }): Compare | undefined => {
    const [, sign, digits] = /^(<=?|>=?)?(\d{1,9})$/.exec(text) ?? [];
    if (digits === undefined) return undefined;
    const limit = Number(digits);
    if (sign === '>') return (number) => number > limit;
    if (sign === '>=') return (number) => number >= limit;
    if (sign === '<') return (number) => number < limit;
    if (sign === '<=') return (number) => number <= limit;
    return (number) => number === limit;
  });
  if (tests.includes(undefined)) return undefined;
  return (number) => tests.some((test) => test?.(number));
}

function testOf(fleet: PageFleet, { not }: FilterWord, { key, matches, compare }: ReadWord): Test {
  const some = (texts: readonly (string | null)[] | undefined): boolean =>
    texts?.some((text) => text !== null && matches(text)) ?? false;
  const over = <Row>(rows: readonly Row[], textsOf: ((row: Row) => readonly (string | null)[]) | undefined) =>
    textsOf && Uint8Array.from(rows, (row) => (some(textsOf(row)) ? 1 : 0));
  const { pair: textsOfPair, number, destination } = key;
  return {
    not,
    destination: over(fleet.destinations, destination && ((row) => destination(row, fleet))),
    story: over(fleet.stories, key.story),
    standing: over(fleet.standings, key.standing),
    pair:
      number && compare
        ? (pair) => compare(number(pair, fleet))
        : textsOfPair && ((pair) => some(textsOfPair(pair, fleet))),
  };
}
