import { isAlias, isMap } from 'yaml';
import type { Holder } from './detached-entries.ts';
import { apart, type EntryPlace, extentOf, inPlace, ownerOf, type Source, type Step } from './edit-step.ts';
import { type EntryText, flowEntry, flowValue } from './entry-text.ts';
import { endOf, insertEntries, pairOf, rangeOf, removeEntry, type Splices } from './map-text.ts';
import { type EntryField, updateEntry } from './note-edit.ts';

/** An option that is one map of a few fields, and what it is to say; undefined takes it out. */
export type WantedOption = { readonly key: 'hold' | 'pin'; readonly fields: readonly EntryField[] | undefined };

/**
 * The next edit of the text that brings a holder's `hold` or `pin` nearer to what it should say. One that a merge key or
 * an alias brings is not taken back here: there is nothing to write that would say "not held".
 */
export function nextOptionStep(
  source: Source,
  holder: Holder,
  /** It says something now, be it by a merge key. */
  isSaid: boolean,
  { key, fields }: WantedOption,
): Step | undefined {
  const { text, document } = source;
  const root = document.contents;
  const owner = ownerOf(source, holder);
  const entry = fields && { key, value: fields };
  if (owner === undefined) return entry && isMap(root) ? inPlace(addDefaults(text, root, entry)) : undefined;
  const { value } = owner;
  if (isAlias(value)) {
    if (entry === undefined) return undefined;
    const merge: EntryText = { key: { merge: true }, value: { alias: `*${value.source}` } };
    return apart([{ ...rangeOf(value), text: flowValue([merge, entry]) }]);
  }
  if (!isMap(value)) return undefined;
  const pair = pairOf(value, key);
  if (entry === undefined) return pair && inPlace(remove(source, { map: value, pair }, holder));
  if (pair === undefined) {
    const splices = insertEntries(text, value, [entry], { step: '', depth: 0 });
    // A merge key brought another one: that stays for the others, and is overridden here.
    return splices && { splices, apart: isSaid };
  }
  if (!isAlias(pair.value)) return inPlace(updateEntry(text, pair, entry.value));
  return apart([{ ...rangeOf(pair.value), text: flowValue(entry.value) }]);
}

/** What a person would write by hand. */
export function optionByHand({ key, fields }: WantedOption): string {
  return flowEntry({ key, value: fields ?? [] });
}

/** At the end of the file: a reviewer sees two new lines and no other. */
function addDefaults(text: string, root: EntryPlace['map'], entry: EntryText): Splices {
  return insertEntries(text, root, [{ key: 'defaults', value: [entry] }], { step: '  ', depth: 1 });
}

/** `defaults` go with their only entry, unless somebody wrote something else there too. */
function remove({ text, document }: Source, { map, pair }: EntryPlace, holder: Holder): Splices {
  if (map.items.length > 1) return removeEntry(text, map, pair);
  const root = document.contents;
  const owner = ownerOf({ text, document }, holder);
  if (owner === undefined) return undefined;
  const before = text.slice(rangeOf(owner.key).end, rangeOf(pair.key).start);
  const after = map.flow === true ? text.slice(endOf(text, pair), rangeOf(map).end) : '';
  const alone = /^:[\s{]*$/.test(before) && /^[\s,}]*$/.test(after);
  if (alone && holder.kind === 'defaults' && isMap(root)) return removeEntry(text, root, owner);
  if (map.flow === true) return [{ start: rangeOf(pair.key).start, end: endOf(text, pair), text: '' }];
  // A block must not be left without entries.
  return [{ ...extentOf(text, owner), text: '{}' }];
}
