import { isAlias, isMap } from 'yaml';
import type { Holder } from './detached-entries.ts';
import { apart, extentOf, inPlace, ownerOf, type Source, type Step } from './edit-step.ts';
import { type EntryText, flowValue } from './entry-text.ts';
import { insertEntries, pairOf, rangeOf } from './map-text.ts';

const KEY = 'destination_tenant_api_key_version';

/**
 * The next edit of the text that brings a destination's number nearer to what it should be. One that it has from elsewhere
 * is not taken back: there is nothing to write that would say "no number".
 */
export function nextKeyVersionStep(
  source: Source,
  holder: Holder,
  /** It says a number now, be it by a merge key. */
  isSaid: boolean,
  version: number | undefined,
): Step | undefined {
  const value = ownerOf(source, holder)?.value;
  if (version === undefined) return undefined;
  const entry: EntryText = { key: KEY, value: version };
  if (isAlias(value)) {
    const merge: EntryText = { key: { merge: true }, value: { alias: `*${value.source}` } };
    return apart([{ ...rangeOf(value), text: flowValue([merge, entry]) }]);
  }
  if (!isMap(value)) return undefined;
  const pair = pairOf(value, KEY);
  if (pair === undefined) {
    const splices = insertEntries(source.text, value, [entry], { step: '', depth: 0 });
    return splices && { splices, apart: isSaid };
  }
  const splices = [{ ...extentOf(source.text, pair), text: String(version) }];
  return isAlias(pair.value) ? apart(splices) : inPlace(splices);
}

/** What a person would write by hand. */
export function keyVersionByHand(version: number): string {
  return `${KEY}: ${version}`;
}
