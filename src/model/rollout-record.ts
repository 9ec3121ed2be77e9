import type { Passings, RolloutRecord } from './rollout.ts';
import { byText, byTextOf } from './text/order.ts';

/** How much is kept. What is older serves nobody, and every run reads all of it. */
export const KEPT = { stories: 5000, contents: 20, rings: 50, overrides: 20 } as const;

/** Characters of the reason of an override. */
export const LONGEST_REASON = 300;

export type RecordedOverride = RolloutRecord['overrides'][number];

type Entries<T> = { readonly [key: string]: T };

/**
 * What two records know together, in whatever order they are merged: of two times of one passing the earlier is true,
 * since somebody saw the ring passed by then. Beyond what is kept, what passed longest ago is forgotten first; but what
 * `current` has stays, whatever a clock said when it passed.
 */
export function mergeRecords(one: RolloutRecord, other: RolloutRecord, current: Passings = {}): RolloutRecord {
  const passings = merged(one.passings, other.passings, (a, b) =>
    merged(a, b, (rings, more) => merged(rings, more, earlier)),
  );
  return { passings: kept(passings, current), overrides: newestOverrides([...one.overrides, ...other.overrides]) };
}

/** Whether both know the same. */
export function isSameRecord(one: RolloutRecord, other: RolloutRecord): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}

function merged<T>(one: Entries<T>, other: Entries<T>, both: (a: T, b: T) => T): Entries<T> {
  const all = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const there = all.get(key);
    all.set(key, there === undefined ? value : both(there, value));
  }
  // Not by assignment: a name may be `__proto__`.
  return Object.fromEntries(all);
}

function earlier(one: string, other: string): string {
  return Date.parse(one) <= Date.parse(other) ? one : other;
}

function kept(passings: Passings, current: Passings): Passings {
  const ofContent = (rings: Entries<string>): Entries<string> => newest(rings, KEPT.rings, Date.parse);
  const ofStory = (contents: Passings[string], key: string): Passings[string] =>
    newest(mapped(contents, ofContent), KEPT.contents, lastOfContent, own(current, key));
  return newest(mapped(passings, ofStory), KEPT.stories, lastOfStory, current);
}

function lastOfContent(rings: Entries<string>): number {
  return latest(Object.values(rings).map((at) => Date.parse(at)));
}

function lastOfStory(contents: Passings[string]): number {
  return latest(Object.values(contents).map(lastOfContent));
}

function latest(times: readonly number[]): number {
  return times.reduce((last, time) => Math.max(last, time), 0);
}

function newest<T>(entries: Entries<T>, most: number, timeOf: (value: T) => number, current: object = {}): Entries<T> {
  const all = Object.entries(entries);
  if (all.length <= most) return entries;
  const dated = all.map(([key, value]) => ({
    key,
    value,
    at: Object.hasOwn(current, key) ? Number.POSITIVE_INFINITY : timeOf(value),
  }));
  const first = dated.toSorted((a, b) => (a.at === b.at ? byText(a.key, b.key) : b.at - a.at)).slice(0, most);
  return Object.fromEntries(first.map(({ key, value }) => [key, value]));
}

function mapped<T>(entries: Entries<T>, change: (value: T, key: string) => T): Entries<T> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}

/** A story may be called `constructor`. */
function own<T>(entries: Entries<T>, key: string): T | undefined {
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
}

function newestOverrides(overrides: readonly RecordedOverride[]): readonly RecordedOverride[] {
  const distinct = new Map(overrides.map((override) => [overrideId(override), override]));
  return [...distinct]
    .toSorted(([a, one], [b, other]) => Date.parse(one.at) - Date.parse(other.at) || byText(a, b))
    .slice(-KEPT.overrides)
    .map(([, override]) => override);
}

/** Two runs may be let pass for one reason, and each counts. */
export function overrideId({ at, digest, reason, commit }: RecordedOverride): string {
  return JSON.stringify([at, digest, reason, commit]);
}

function inOrder({ passings, overrides }: RolloutRecord): readonly unknown[] {
  const rows = Object.entries(passings).flatMap(([story, contents]) =>
    Object.entries(contents).flatMap(([content, rings]) =>
      Object.entries(rings).map(([ring, at]) => [story, content, ring, at]),
    ),
  );
  return [rows.toSorted(byTextOf((row) => row.join('\n'))), overrides.map(overrideId)];
}
