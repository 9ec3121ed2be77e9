import { type Document, isAlias, isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Detachment } from '../../model/destination.ts';
import { type Detachments, type Holder, sameDetachment } from './detached-entries.ts';
import { type EntryText, flowValue, type Style, textValue } from './entry-text.ts';
import {
  endOf,
  indentBefore,
  indentOf,
  insertEntries,
  pairOf,
  rangeOf,
  removeEntry,
  type Splice,
  type Splices,
} from './map-text.ts';

/** One step from what a holder says to what it should say. */
export type Step = {
  readonly splices: readonly Splice[];
  /** Only the holder's own line changes, because what it says stands elsewhere and others may share it. */
  readonly apart: boolean;
};

export type Source = { readonly text: string; readonly document: Document };

/**
 * The next edit of the text that brings a holder nearer to `wanted`; undefined when its YAML is not edited here. Several
 * steps may be needed, with the text read again in between: then no step has to foresee what another one moved.
 */
export function nextStep(source: Source, holder: Holder, current: Detachments, wanted: Detachments): Step | undefined {
  const owner = ownerOf(source, holder);
  if (owner === undefined) return undefined;
  const { value } = owner;
  if (isAlias(value)) {
    const entries: EntryText[] = [
      { key: { merge: true }, value: { alias: `*${value.source}` } },
      { key: 'detached', value: entriesOf(wanted) },
    ];
    return apart([{ ...rangeOf(value), text: flowValue(entries) }]);
  }
  if (!isMap(value)) return undefined;
  const pair = pairOf(value, 'detached');
  if (pair !== undefined) return editPair(source, { map: value, pair }, current, wanted);
  const entry: EntryText = { key: 'detached', value: entriesOf(wanted) };
  const splices = insertEntries(source.text, value, [entry], { step: stepOf(source.text, owner, value), depth: 1 });
  if (splices === undefined) return undefined;
  // A merge key brought what it says so far: that stays for the others, and is overridden here.
  return { splices, apart: current.size > 0 };
}

function ownerOf({ document }: Source, holder: Holder): Pair | undefined {
  const root = document.contents;
  if (!isMap(root)) return undefined;
  if (holder.kind === 'defaults') return pairOf(root, 'defaults');
  const destinations = resolved(document, pairOf(root, 'destinations')?.value);
  return isMap(destinations) ? pairOf(destinations, holder.name) : undefined;
}

type Place = { readonly map: YAMLMap; readonly pair: Pair };

function editPair(source: Source, place: Place, current: Detachments, wanted: Detachments): Step | undefined {
  const { value } = place.pair;
  if (isAlias(value)) return editAlias(source, place, value.source, current, wanted);
  if (!isMap(value)) return undefined;
  const { text } = source;
  if (wanted.size === 0) return inPlace(emptied(source, place, value));
  const gone = [...current.keys()].filter((story) => !wanted.has(story));
  const own = gone.flatMap((story) => pairOf(value, story) ?? []);
  if (own.length < gone.length || (own.length > 0 && own.length === value.items.length)) {
    return apart([{ ...extentOf(text, place.pair), text: flowValue(entriesOf(wanted)) }]);
  }
  if (own.length > 0) return inPlace(removeSome(text, value, own));

  const changed = [...wanted].filter(([story, detachment]) => {
    return pairOf(value, story) !== undefined && !sameDetachment(current.get(story), detachment);
  });
  if (changed.length > 0) {
    return inPlace(together(changed.map(([story, detachment]) => updateEntry(text, pairOf(value, story), detachment))));
  }
  const added = new Map([...wanted].filter(([story, each]) => !sameDetachment(current.get(story), each)));
  const depth = isBlock(value.items.at(-1)?.value) ? 1 : 0;
  return inPlace(insertEntries(text, value, entriesOf(added), { step: stepOf(text, place.pair, value), depth }));
}

/** Others use the same map: this holder gets its own, merging the shared one in where that says nothing too much. */
function editAlias(
  source: Source,
  { map, pair }: Place,
  anchor: string,
  current: Detachments,
  wanted: Detachments,
): Step | undefined {
  if (wanted.size === 0 && !hasMerge(map)) return apart(removeEntry(source.text, map, pair));
  const kept = [...current.keys()].every((story) => wanted.has(story));
  const more = new Map([...wanted].filter(([story, detachment]) => !sameDetachment(current.get(story), detachment)));
  const merge: EntryText = { key: { merge: true }, value: { alias: `*${anchor}` } };
  const entries = kept ? [merge, ...entriesOf(more)] : entriesOf(wanted);
  return apart([{ ...rangeOf(pair.value), text: flowValue(entries) }]);
}

/** Nothing is detached any more: the key goes too, unless it keeps a merged one away, carries an anchor, or stands alone. */
function emptied({ text }: Source, { map, pair }: Place, value: YAMLMap): Splices {
  const alone = map.items.length === 1 && map.flow !== true;
  if (!hasMerge(map) && value.anchor === undefined && !alone) return removeEntry(text, map, pair);
  const extent = extentOf(text, pair);
  if (value.flow === true || value.anchor !== undefined) return [{ ...extent, text: '{}' }];
  return [{ start: rangeOf(pair.key).end, end: extent.end, text: ': {}' }];
}

/** All entries of a block; of braces no two neighbours at once, for they share a comma. */
function removeSome(text: string, map: YAMLMap, pairs: readonly Pair[]): Splices {
  const some = new Set(pairs);
  const splices: Splices[] = [];
  let last = -2;
  for (const [index, pair] of map.items.entries()) {
    if (!some.has(pair) || (map.flow === true && index - last < 2)) continue;
    splices.push(removeEntry(text, map, pair, index));
    last = index;
  }
  return together(splices);
}

function updateEntry(text: string, pair: Pair | undefined, wanted: Detachment): Splices {
  const map = pair?.value;
  if (pair === undefined) return undefined;
  if (!isMap(map) || map.anchor !== undefined || hasMerge(map)) {
    return [{ ...extentOf(text, pair), text: flowValue(fieldsOf(wanted)) }];
  }
  const style: Style = map.flow === true ? 'flow' : 'block';
  const changed: Splice[] = [];
  const added: EntryText[] = [];
  for (const field of fieldsOf(wanted)) {
    const found = pairOf(map, field.key);
    if (found === undefined) added.push(field);
    else if (!isScalar(found.value) || found.value.value !== field.value) {
      changed.push({ ...extentOf(text, found), text: textValue(field.value, style) });
    }
  }
  if (changed.length > 0) return changed;
  if (added.length > 0) return insertEntries(text, map, added, { step: '', depth: 0 });
  const names = new Set(fieldsOf(wanted).map(({ key }) => key));
  const gone = map.items.filter(({ key }) => !isScalar(key) || !names.has(String(key.value)));
  return removeSome(text, map, gone);
}

type Field = { readonly key: string; readonly value: string };

function fieldsOf({ reason, owner, until }: Detachment): readonly Field[] {
  return [
    { key: 'reason', value: reason },
    ...(owner === undefined ? [] : [{ key: 'owner', value: owner }]),
    ...(until === undefined ? [] : [{ key: 'until', value: until }]),
  ];
}

function entriesOf(detachments: Detachments): readonly EntryText[] {
  return [...detachments].map(([key, detachment]) => ({ key, value: fieldsOf(detachment) }));
}

/** What a person would write by hand. */
export function detachedByHand(detachments: Detachments): string {
  return `detached: ${flowValue(entriesOf(detachments))}`;
}

function extentOf(text: string, pair: Pair): { readonly start: number; readonly end: number } {
  return { start: rangeOf(pair.value).start, end: endOf(text, pair) };
}

/** How much deeper the entries of a map stand than its key; two spaces where the file does not say. */
function stepOf(text: string, owner: Pair, map: YAMLMap): string {
  const outer = indentBefore(text, rangeOf(owner.key).start);
  const inner = map.flow === true ? undefined : indentOf(text, map);
  const width = outer === undefined || inner === undefined ? 0 : inner.length - outer.length;
  return ' '.repeat(width > 0 ? width : 2);
}

function isBlock(value: unknown): boolean {
  return isMap(value) && value.flow !== true;
}

function hasMerge(map: YAMLMap): boolean {
  return map.items.some(({ key }) => isScalar(key) && (typeof key.value === 'symbol' || key.value === '<<'));
}

function resolved(document: Document, value: unknown): unknown {
  return isAlias(value) ? value.resolve(document) : value;
}

function together(parts: readonly Splices[]): Splices {
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function inPlace(splices: Splices): Step | undefined {
  return splices && { splices, apart: false };
}

function apart(splices: Splices): Step | undefined {
  return splices && { splices, apart: true };
}
