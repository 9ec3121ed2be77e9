import { Buffer } from 'node:buffer';
import { WordSearch } from '../story/addresses/word-search.ts';

/** More addresses than this no story has; beyond it they are looked for as they are written. */
const MOST = 200;

/** Looks for values in the spellings that hide them from a search: Base64, alone or inside a longer text, and percent signs. */
export function otherSpellings(values: readonly string[]): { readonly isIn: (text: string) => boolean } {
  const search = new WordSearch(values.slice(0, MOST).flatMap(spellingsOf));
  return { isIn: (text) => search.find(text).next().done === false };
}

function spellingsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const encoded = [0, 1, 2].map((before) => {
    // What the bytes before and behind it have a part in is left out: the rest is the same wherever the value stands.
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const urls = encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const percent = [encodeURIComponent(value.toWellFormed()), JSON.stringify(value).slice(1, -1)];
  return [...encoded, ...urls, ...percent.filter((text) => text !== value)];
}
