import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Detachment } from '../../model/destination.ts';
import { extentOf, hasMerge, together } from './edit-step.ts';
import { type EntryText, flowValue, type Style, textValue } from './entry-text.ts';
import { insertEntries, pairOf, removeEntry, type Splice, type Splices } from './map-text.ts';

/** Brings what stands there already to what it should say: a detachment, or a hold. */
export function updateEntry(text: string, pair: Pair | undefined, wanted: Detachment): Splices {
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

export function fieldsOf({ reason, owner, until }: Detachment): readonly Field[] {
  return [
    { key: 'reason', value: reason },
    ...(owner === undefined ? [] : [{ key: 'owner', value: owner }]),
    ...(until === undefined ? [] : [{ key: 'until', value: until }]),
  ];
}

/** All entries of a block; of braces no two neighbours at once, for they share a comma. */
export function removeSome(text: string, map: YAMLMap, pairs: readonly Pair[]): Splices {
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
