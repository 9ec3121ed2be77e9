import { isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Detachment, Pin } from '../../model/destination.ts';
import { extentOf, hasMerge, together } from './edit-step.ts';
import { type EntryText, flowValue, type Style, textValue } from './entry-text.ts';
import { insertEntries, pairOf, removeEntry, type Splice, type Splices } from './map-text.ts';

/** Brings what stands there already to what it should say: a detachment, a hold or a pin. */
export function updateEntry(text: string, pair: Pair | undefined, wanted: readonly EntryField[]): Splices {
  const map = pair?.value;
  if (pair === undefined) return undefined;
  if (!isMap(map) || map.anchor !== undefined || hasMerge(map)) {
    return [{ ...extentOf(text, pair), text: flowValue(wanted) }];
  }
  const style: Style = map.flow === true ? 'flow' : 'block';
  const changed: Splice[] = [];
  const added: EntryText[] = [];
  for (const field of wanted) {
    const found = pairOf(map, field.key);
    if (found === undefined) added.push(field);
    else if (!says(found.value, field.value)) {
      const written = typeof field.value === 'string' ? textValue(field.value, style) : flowValue(field.value);
      changed.push({ ...extentOf(text, found), text: written });
    }
  }
  if (changed.length > 0) return changed;
  if (added.length > 0) return insertEntries(text, map, added, { step: '', depth: 0 });
  const names = new Set(wanted.map(({ key }) => key));
  const gone = map.items.filter(({ key }) => !isScalar(key) || !names.has(String(key.value)));
  return removeSome(text, map, gone);
}

export type EntryField = { readonly key: string; readonly value: string | { readonly list: readonly string[] } };

export function fieldsOf({ reason, owner, until }: Detachment): readonly EntryField[] {
  return [
    { key: 'reason', value: reason },
    ...(owner === undefined ? [] : [{ key: 'owner', value: owner }]),
    ...(until === undefined ? [] : [{ key: 'until', value: until }]),
  ];
}

export function pinFieldsOf({ commit, stories, ...why }: Pin): readonly EntryField[] {
  const some = stories === undefined ? [] : [{ key: 'stories', value: { list: stories } }];
  return [{ key: 'commit', value: commit }, ...fieldsOf(why), ...some];
}

function says(node: unknown, value: EntryField['value']): boolean {
  if (typeof value === 'string') return isScalar(node) && node.value === value;
  if (!isSeq(node) || node.items.length !== value.list.length) return false;
  return node.items.every((item, index) => isScalar(item) && item.value === value.list[index]);
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
