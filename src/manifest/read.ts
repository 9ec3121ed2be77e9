import type { Spot } from './finding.ts';
import type { Cursor } from './tree.ts';
import { childOf, keySpotOf, spotOf } from './tree.ts';

/** A value and where it stands. */
export type Located<T> = { readonly value: T; readonly at: Spot };

/*
 * Readers for the rules. They give nothing for a value of the wrong type: the shape check has said so already, and the
 * rules still look at everything else, so that one run shows all problems.
 */

export function textAt(cursor: Cursor | undefined, key: string): Located<string> | undefined {
  const value = valueAt(cursor, key);
  return typeof value?.value === 'string' ? { value: value.value, at: value.at } : undefined;
}

export function idAt(cursor: Cursor | undefined, key: string): Located<number> | undefined {
  const value = valueAt(cursor, key);
  if (typeof value?.value !== 'number' || !Number.isSafeInteger(value.value) || value.value < 1) return undefined;
  return { value: value.value, at: value.at };
}

export function flagAt(cursor: Cursor | undefined, key: string): boolean | undefined {
  const value = valueAt(cursor, key)?.value;
  return typeof value === 'boolean' ? value : undefined;
}

/** One of a few words. */
export function wordAt<W extends string>(cursor: Cursor | undefined, key: string, words: readonly W[]): W | undefined {
  const value = valueAt(cursor, key)?.value;
  return words.find((word) => word === value);
}

/** The texts of a list; undefined when there is no list. */
export function textsAt(cursor: Cursor | undefined, key: string): readonly Located<string>[] | undefined {
  const list = cursor === undefined ? undefined : childOf(cursor, key);
  return list === undefined ? undefined : readTexts(list);
}

export function readTexts(list: Cursor): readonly Located<string>[] | undefined {
  if (list.node.kind !== 'list') return undefined;
  const texts: Located<string>[] = [];
  for (const index of list.node.items.keys()) {
    const item = childOf(list, String(index));
    if (typeof item?.node.plain === 'string') texts.push({ value: item.node.plain, at: spotOf(item) });
  }
  return texts;
}

/** The entries of a list, whatever they are; undefined when there is no list. */
export function itemsAt(cursor: Cursor | undefined, key: string): readonly Cursor[] | undefined {
  const list = cursor === undefined ? undefined : childOf(cursor, key);
  if (list?.node.kind !== 'list') return undefined;
  return [...list.node.items.keys()].flatMap((index) => childOf(list, String(index)) ?? []);
}

export type NamedCursor = { readonly name: string; readonly cursor: Cursor; readonly at: Spot };

/** The entries of a map; undefined when there is no map. */
export function entriesAt(cursor: Cursor | undefined, key: string): readonly NamedCursor[] | undefined {
  const map = cursor === undefined ? undefined : childOf(cursor, key);
  if (map?.node.kind !== 'map') return undefined;
  const entries: NamedCursor[] = [];
  for (const name of map.node.entries.keys()) {
    const child = childOf(map, name);
    if (child !== undefined) entries.push({ name, cursor: child, at: keySpotOf(child) });
  }
  return entries;
}

function valueAt(cursor: Cursor | undefined, key: string): Located<unknown> | undefined {
  const child = cursor === undefined ? undefined : childOf(cursor, key);
  return child === undefined ? undefined : { value: child.node.plain, at: spotOf(child) };
}
