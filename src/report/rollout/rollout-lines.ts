import type { Awaited, RingCounts, RingProgress } from '../../model/rollout.ts';
import { byText } from '../../model/text/order.ts';
import { describeCounts, describeFailures } from '../explain/explain-rollout.ts';
import { foldSame } from '../fold-same.ts';
import { joined, name, type Phrase, say } from '../phrase.ts';
import { count, someNames } from '../reason-words.ts';
import { awaitedRing, haltingRing, opensWords, waitsForPhrase } from './wait-words.ts';

/** A pair that moves, as far as a view of its ring goes by it. */
export type RolloutPair = {
  readonly destination: string;
  readonly ring: string;
  readonly story: string;
  /** Undefined where nothing keeps it back: it goes in this run. */
  readonly waiting: Awaited | undefined;
};

/** One line of a rollout; the sign is what a plan has for a story of which the same could be said. */
export type RolloutLine = { readonly sign: 'unchanged' | 'update' | 'skip' | 'blocked'; readonly phrase: Phrase };

export type RolloutLineOptions = {
  /** Stories and names of which the same is to be said come down to their number. */
  readonly fold: boolean;
  /** ISO time, where the reader is told how long something is from now. */
  readonly now?: string;
};

/** So many lines of one ring are told story by story; beyond, stories that wait for the same are added up. */
const STORIES_APART = 6;

/** Who goes now, who waits, for what and until when: ring by ring, what says the same once. */
export function rolloutLines(
  progress: readonly RingProgress[],
  pairs: readonly RolloutPair[],
  options: RolloutLineOptions,
): readonly RolloutLine[] {
  const pairsOf = Map.groupBy(pairs, ({ ring, story }) => idOf(ring, story));
  const countsOf = new Map(progress.map((each) => [idOf(each.ring, each.story), each]));
  // Such as one that is pushed by hand only, in a ring where no other pair has the story.
  const beside = pairs.filter(({ ring, story }) => !countsOf.has(idOf(ring, story)));
  const rings = rowsByRing(progress).flatMap((rows) => {
    const told = rows.map((row): Group => ({ rows: [row], pairs: pairsOf.get(idOf(row.ring, row.story)) ?? [] }));
    const inWords = (group: Group) => wordsOf(group, countsOf, options);
    const same = foldSame(told, (each) => JSON.stringify(inWords(each)));
    const few = same.length <= STORIES_APART || !options.fold;
    // What each of the stories has is told as it is; stories that differ are told by their sum.
    const groups = few
      ? same.map(({ first, all }) => ({ group: merge(all), words: inWords(first) }))
      : foldSame(told, ({ rows: [row] }) => `${row?.state} ${row?.waitsFor}`)
          .map(({ all }) => merge(all))
          .map((group) => ({ group, words: inWords(group) }));
    return groups.flatMap(({ group, words: { sign, phrase } }) => [
      { sign, phrase: say`${subject(group.rows, options)}: ${phrase}` },
      ...asideOf(group, options),
    ]);
  });
  const others = [...Map.groupBy(beside, ({ ring }) => ring).values()];
  return [...rings, ...others.flatMap((group) => asideOf({ rows: [], pairs: group }, options))];
}

/** What is told of each ring, in the order of the rings. A story tells their order as far as it has pairs in them. */
export function rowsByRing(progress: readonly RingProgress[]): readonly (readonly RingProgress[])[] {
  const place = new Map<string, number>();
  for (const rings of Map.groupBy(progress, ({ story }) => story).values())
    for (const [index, { ring }] of rings.entries()) place.set(ring, Math.max(index, place.get(ring) ?? 0));
  return [...Map.groupBy(progress, ({ ring }) => ring).values()].toSorted(([left], [right]) => {
    return (place.get(left?.ring ?? '') ?? 0) - (place.get(right?.ring ?? '') ?? 0);
  });
}

/** Stories of one ring of which the same is said. */
type Group = { readonly rows: readonly RingProgress[]; readonly pairs: readonly RolloutPair[] };
type CountsOf = ReadonlyMap<string, RingCounts>;

function merge(all: readonly Group[]): Group {
  return { rows: all.flatMap(({ rows }) => rows), pairs: all.flatMap(({ pairs }) => pairs) };
}

function subject(
  rows: readonly { readonly ring: string; readonly story: string }[],
  { fold }: RolloutLineOptions,
): Phrase {
  const ring = say`ring ${name(rows[0]?.ring ?? '')}`;
  const stories = [...new Set(rows.map(({ story }) => story))].toSorted(byText);
  return fold && stories.length > 2
    ? say`${ring}, ${count(stories.length, 'story', 'stories')}`
    : say`${ring}, ${listed(stories)}`;
}

function wordsOf(group: Group, countsOf: CountsOf, options: RolloutLineOptions): RolloutLine {
  const [row] = group.rows;
  if (row === undefined) throw new Error('a group has a row');
  const counts = sumOf(group.rows);
  const going = group.pairs.filter(({ waiting }) => waiting === undefined);
  const now = going.length === 0 ? [] : say`${destinations(going, options)} ${goes(going)} `;
  if (row.state === 'open') {
    const who = now.length === 0 ? ['open,'] : say`${now}now:`;
    return { sign: 'update', phrase: say`${who} ${describeCounts(counts)}` };
  }
  // In a ring that is not open: what failed is tried again, a revert goes anywhere, and the ring before may pass in this run.
  const also = now.length === 0 ? [] : say`; ${now}in this run`;
  if (row.state === 'passed') {
    const sign = now.length === 0 ? 'unchanged' : 'update';
    return { sign, phrase: say`passed, ${describeCounts(counts)}${also}` };
  }
  const waiting = group.pairs.filter((pair) => pair.waiting?.for === row.waitsFor);
  const kept = { row, rows: group.rows, counts, waiting, countsOf, options };
  if (row.state === 'halted') return { sign: 'blocked', phrase: say`${haltedPhrase(kept)}${also}` };
  const goesAlone = now.length > 0 && waiting.length === 0;
  return { sign: goesAlone ? 'update' : 'skip', phrase: say`${waitingPhrase(kept)}${also}` };
}

type Kept = Pick<Group, 'rows'> & {
  readonly row: RingProgress;
  readonly counts: RingCounts;
  /** Pairs that wait for what their ring does. */
  readonly waiting: readonly RolloutPair[];
  readonly countsOf: CountsOf;
  readonly options: RolloutLineOptions;
};

function haltedPhrase({ row, rows, counts, waiting, countsOf, options }: Kept): Phrase {
  const by = row.waitsFor === null ? undefined : haltingRing(row.waitsFor);
  const elsewhere = by === undefined || by === row.ring ? undefined : by;
  const why = elsewhere === undefined ? counts : sumOf(countsThere(rows, elsewhere, countsOf));
  const who = waiting.length === 0 ? [] : say`; ${destinations(waiting, options)} ${waits(waiting)}`;
  const halted = elsewhere === undefined ? ['halted'] : say`halted by ring ${name(elsewhere)}`;
  return say`${halted}${why.total === 0 ? '' : `: ${describeFailures(why)}`}${who}`;
}

/** For the ring before, with its numbers, or for a time. */
function waitingPhrase({ row: { waitsFor }, rows, waiting, countsOf, options }: Kept): Phrase {
  const before = waitsFor === null ? undefined : awaitedRing(waitsFor);
  const there = before === undefined ? undefined : sumOf(countsThere(rows, before, countsOf));
  const who = waiting.length === 0 ? ['waits'] : say`${destinations(waiting, options)} ${waits(waiting)}`;
  const what = waitsFor === null ? [] : say` ${waitsForPhrase(waitsFor)}`;
  const numbers = there && there.total > 0 ? `: ${describeCounts(there)}` : '';
  return say`${who}${what}${numbers}${opensWords(earliest(rows), options.now)}`;
}

/** Pairs of the ring that wait for something else than their ring does: a batch, a story that they call. */
function asideOf({ rows, pairs }: Group, options: RolloutLineOptions): readonly RolloutLine[] {
  const ringsOwn = new Set(rows.map(({ waitsFor }) => waitsFor));
  const aside = pairs.flatMap((pair) =>
    pair.waiting && !ringsOwn.has(pair.waiting.for) ? [{ ...pair, waiting: pair.waiting }] : [],
  );
  return foldSame(aside, ({ waiting }) => JSON.stringify([waiting.for, waiting.until])).map(({ first, all }) => {
    const halting = haltingRing(first.waiting.for);
    const what = say`${destinations(all, options)} ${waits(all)} ${waitsForPhrase(first.waiting.for)}`;
    const phrase = say`${subject(all, options)}: ${what}${opensWords(first.waiting.until, options.now)}`;
    return { sign: halting === undefined ? 'skip' : 'blocked', phrase };
  });
}

function countsThere(rows: readonly RingProgress[], ring: string, countsOf: CountsOf): readonly RingCounts[] {
  return rows.flatMap(({ story }) => countsOf.get(idOf(ring, story)) ?? []);
}

function sumOf(all: readonly RingCounts[]): RingCounts {
  const sum = (of: (each: RingCounts) => number) => all.reduce((total, each) => total + of(each), 0);
  return {
    there: sum(({ there }) => there),
    total: sum(({ total }) => total),
    failed: sum(({ failed }) => failed),
    allowed: sum(({ allowed }) => allowed),
  };
}

function earliest(rows: readonly RingProgress[]): string | null {
  return rows.flatMap(({ opensAt }) => opensAt ?? []).toSorted(byText)[0] ?? null;
}

function namesOf(pairs: readonly RolloutPair[]): readonly string[] {
  return [...new Set(pairs.map(({ destination }) => destination))].toSorted(byText);
}

function destinations(pairs: readonly RolloutPair[], { fold }: RolloutLineOptions): Phrase {
  const names = namesOf(pairs);
  if (!fold) return listed(names);
  return names.length > 3 ? [count(names.length, 'destination')] : someNames(names);
}

function listed(names: readonly string[]): Phrase {
  return joined(
    names.map((each) => [name(each)]),
    ', ',
  );
}

function waits(pairs: readonly RolloutPair[]): string {
  return namesOf(pairs).length === 1 ? 'waits' : 'wait';
}

function goes(pairs: readonly RolloutPair[]): string {
  return namesOf(pairs).length === 1 ? 'goes' : 'go';
}

function idOf(ring: string, story: string): string {
  return `${ring}\n${story}`;
}
