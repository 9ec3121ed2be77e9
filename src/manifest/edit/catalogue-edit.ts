import { isMap } from 'yaml';
import type { Source } from './edit-step.ts';
import { blockEntry, type EntryText } from './entry-text.ts';
import type { NewStory } from './manifest-edit.ts';
import { applySplices, eolOf, insertEntries, pairOf, rangeOf } from './map-text.ts';

/** Puts stories at the end of the catalogue, written like the one before them. */
export function addStories(source: Source | undefined, stories: readonly NewStory[]): string | undefined {
  const root = source?.document.contents;
  const pair = isMap(root) ? pairOf(root, 'stories') : undefined;
  if (source === undefined || !isMap(root) || !isMap(pair?.value)) return undefined;
  const { text } = source;
  const catalogue = pair.value;
  const entries = stories.map(({ key, id }): EntryText => ({ key, value: [{ key: 'id', value: id }] }));
  const { start, end } = rangeOf(catalogue);
  if (catalogue.items.length === 0 && root.flow !== true && /^\{\s*\}$/.test(text.slice(start, end))) {
    const lines = entries.flatMap((entry) => blockEntry(entry, '  ', '  ', 0)).map((line) => eolOf(text) + line);
    return applySplices(text, [{ start: rangeOf(pair.key).end, end, text: `:${lines.join('')}` }]);
  }
  const last = catalogue.items.at(-1)?.value;
  const depth = isMap(last) && last.flow !== true ? 1 : 0;
  const splices = insertEntries(text, catalogue, entries, { step: '  ', depth });
  return splices && applySplices(text, splices);
}
