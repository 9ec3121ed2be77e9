import { isAlias, isMap, type YAMLMap } from 'yaml';
import { type Detachments, type Holder, sameDetachment } from './detached-entries.ts';
import {
  apart,
  type EntryPlace,
  extentOf,
  hasMerge,
  indentStepOf,
  inPlace,
  ownerOf,
  type Source,
  type Step,
  together,
} from './edit-step.ts';
import { type EntryText, flowValue } from './entry-text.ts';
import { insertEntries, pairOf, rangeOf, removeEntry, type Splices } from './map-text.ts';
import { fieldsOf, removeSome, updateEntry } from './note-edit.ts';

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
  const splices = insertEntries(source.text, value, [entry], {
    step: indentStepOf(source.text, owner, value),
    depth: 1,
  });
  if (splices === undefined) return undefined;
  // A merge key brought what it says so far: that stays for the others, and is overridden here.
  return { splices, apart: current.size > 0 };
}

function editPair(source: Source, place: EntryPlace, current: Detachments, wanted: Detachments): Step | undefined {
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
    return inPlace(
      together(changed.map(([story, detachment]) => updateEntry(text, pairOf(value, story), fieldsOf(detachment)))),
    );
  }
  const added = new Map([...wanted].filter(([story, each]) => !sameDetachment(current.get(story), each)));
  const depth = isBlock(value.items.at(-1)?.value) ? 1 : 0;
  return inPlace(insertEntries(text, value, entriesOf(added), { step: indentStepOf(text, place.pair, value), depth }));
}

/** Others use the same map: this holder gets its own, merging the shared one in where that says nothing too much. */
function editAlias(
  source: Source,
  { map, pair }: EntryPlace,
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
function emptied({ text }: Source, { map, pair }: EntryPlace, value: YAMLMap): Splices {
  const alone = map.items.length === 1 && map.flow !== true;
  if (!hasMerge(map) && value.anchor === undefined && !alone) return removeEntry(text, map, pair);
  const extent = extentOf(text, pair);
  if (value.flow === true || value.anchor !== undefined) return [{ ...extent, text: '{}' }];
  return [{ start: rangeOf(pair.key).end, end: extent.end, text: ': {}' }];
}

function entriesOf(detachments: Detachments): readonly EntryText[] {
  return [...detachments].map(([key, detachment]) => ({ key, value: fieldsOf(detachment) }));
}

/** What a person would write by hand. */
export function detachedByHand(detachments: Detachments): string {
  return `detached: ${flowValue(entriesOf(detachments))}`;
}

function isBlock(value: unknown): boolean {
  return isMap(value) && value.flow !== true;
}
