import { type Document, isAlias, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Holder } from './detached-entries.ts';
import { endOf, indentBefore, indentOf, pairOf, rangeOf, type Splice, type Splices } from './map-text.ts';

/** One step from what a holder says to what it should say. */
export type Step = {
  readonly splices: readonly Splice[];
  /** Only the holder's own line changes, because what it says stands elsewhere and others may share it. */
  readonly apart: boolean;
};

export type Source = { readonly text: string; readonly document: Document };

/** An entry and the map that it stands in. */
export type EntryPlace = { readonly map: YAMLMap; readonly pair: Pair };

/** The entry of the manifest that a holder is. */
export function ownerOf({ document }: Source, holder: Holder): Pair | undefined {
  const root = document.contents;
  if (!isMap(root)) return undefined;
  if (holder.kind === 'defaults') return pairOf(root, 'defaults');
  const destinations = resolved(document, pairOf(root, 'destinations')?.value);
  return isMap(destinations) ? pairOf(destinations, holder.name) : undefined;
}

export function extentOf(text: string, pair: Pair): { readonly start: number; readonly end: number } {
  return { start: rangeOf(pair.value).start, end: endOf(text, pair) };
}

/** How much deeper the entries of a map stand than its key; two spaces where the file does not say. */
export function indentStepOf(text: string, owner: Pair, map: YAMLMap): string {
  const outer = indentBefore(text, rangeOf(owner.key).start);
  const inner = map.flow === true ? undefined : indentOf(text, map);
  const width = outer === undefined || inner === undefined ? 0 : inner.length - outer.length;
  return ' '.repeat(width > 0 ? width : 2);
}

export function hasMerge(map: YAMLMap): boolean {
  return map.items.some(({ key }) => isScalar(key) && (typeof key.value === 'symbol' || key.value === '<<'));
}

function resolved(document: Document, value: unknown): unknown {
  return isAlias(value) ? value.resolve(document) : value;
}

export function together(parts: readonly Splices[]): Splices {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

export function inPlace(splices: Splices): Step | undefined {
  return splices && { splices, apart: false };
}

export function apart(splices: Splices): Step | undefined {
  return splices && { splices, apart: true };
}
