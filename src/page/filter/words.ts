/** A word of a filter, as it was typed. */
export type FilterWord = {
  readonly not: boolean;
  /** `status` of `status:failed`; undefined for a word alone. */
  readonly key: string | undefined;
  /** What may stand there, separated by commas: one of them is enough. */
  readonly values: readonly FilterValue[];
  /** The word as it stands in the filter. */
  readonly text: string;
};

/** In quotes every character stands for itself. */
export type FilterValue = { readonly text: string; readonly quoted: boolean };

/** One word: everything up to a blank that stands in no quotes. */
const WORD = /(?:"[^"]*"?|[^\s"])+/y;
const KEY = /^([A-Za-z][\w.-]*)[:=]/;
const VALUE = /"([^"]*)"?|[^,"]+/g;

/** Takes a filter apart; every text is one, whatever it means. */
export function wordsOf(filter: string): readonly FilterWord[] {
  const words: FilterWord[] = [];
  let at = 0;
  while (at < filter.length) {
    if (/\s/.test(filter[at] ?? '')) {
      at++;
      continue;
    }
    WORD.lastIndex = at;
    const [text = ''] = WORD.exec(filter) ?? [];
    at += Math.max(1, text.length);
    const not = text.startsWith('!');
    const asked = not ? text.slice(1) : text;
    const [head = '', key] = KEY.exec(asked) ?? [];
    const values = [...asked.slice(head.length).matchAll(VALUE)].map(([whole, quoted]) => ({
      text: quoted ?? whole,
      quoted: quoted !== undefined,
    }));
    words.push({ not, key: key?.toLowerCase(), values, text });
  }
  return words;
}

/** A value as it can be typed, so that it is read as exactly this one. */
export function typed(value: string): string {
  return /^[\w.@/+-]+$/.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
