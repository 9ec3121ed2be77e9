import { isScalar, isSeq, parseDocument } from 'yaml';

/** What is written into a manifest: text and numbers, lists of texts, maps, and an alias as it stands (`*base`). */
export type Value =
  | string
  | number
  | { readonly alias: string }
  | { readonly list: readonly string[] }
  | readonly EntryText[];
export type EntryText = { readonly key: string | { readonly merge: true }; readonly value: Value };

export type Style = 'flow' | 'block';

/** `{ reason: customer tunes it, until: 2027-01-31 }`; a long line is never broken. */
export function flowValue(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return textValue(value, 'flow');
  if ('alias' in value) return value.alias;
  if ('list' in value) return `[${value.list.map((text) => textValue(text, 'flow')).join(', ')}]`;
  return value.length === 0 ? '{}' : `{ ${value.map(flowEntry).join(', ')} }`;
}

export function flowEntry({ key, value }: EntryText): string {
  return `${typeof key === 'string' ? textValue(key, 'flow') : '<<'}: ${flowValue(value)}`;
}

/** An entry on lines of its own; maps below `depth` are written in braces. */
export function blockEntry({ key, value }: EntryText, indent: string, step: string, depth: number): readonly string[] {
  const head = `${indent}${typeof key === 'string' ? textValue(key, 'block') : '<<'}:`;
  if (typeof value === 'string') return [`${head} ${textValue(value, 'block')}`];
  const whole = typeof value === 'number' || 'alias' in value || 'list' in value;
  if (whole || value.length === 0 || depth === 0) {
    return [`${head} ${flowValue(value)}`];
  }
  return [head, ...value.flatMap((inner) => blockEntry(inner, indent + step, step, depth - 1))];
}

/** Text as a person would write it: in quotes only where YAML would read something else without them. */
export function textValue(text: string, style: Style): string {
  return isPlain(text, style) ? text : quotedText(text);
}

const MAX_PLAIN = 1000;

/** The parser decides, so that this never disagrees with how the text is read. */
function isPlain(text: string, style: Style): boolean {
  if (text.length > MAX_PLAIN || text.trim() !== text || UNSEEN.test(text) || text === '<<') return false;
  const document = parseDocument(style === 'flow' ? `[ ${text} ]` : `- ${text}\n`, { schema: 'core' });
  if (document.errors.length > 0 || document.warnings.length > 0 || !isSeq(document.contents)) return false;
  const [item, ...more] = document.contents.items;
  return more.length === 0 && isScalar(item) && item.value === text && item.type === 'PLAIN' && !document.comment;
}

const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/u;

/** JSON's quotes are YAML's, but for a few characters that JSON leaves as they are. */
function quotedText(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
