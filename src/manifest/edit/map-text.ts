import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type Node as YamlNode } from 'yaml';
import { blockEntry, type EntryText, flowEntry } from './entry-text.ts';

/** A piece of the text and what takes its place. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** Undefined where a map is written in a way that is not edited here: then the whole edit is refused. */
export type Splices = readonly Splice[] | undefined;

export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  const parts: string[] = [];
  let at = 0;
  for (const splice of splices.toSorted((a, b) => a.start - b.start)) {
    if (splice.start < at) return undefined;
    parts.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  return [...parts, text.slice(at)].join('');
}

/** The entries of a map by key, kept for the next question: a document is read, and never changed. */
const ENTRIES = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

export function pairOf(map: YAMLMap, key: string): Pair | undefined {
  const entries = ENTRIES.get(map) ?? entriesOf(map);
  ENTRIES.set(map, entries);
  return entries.get(key);
}

/** Where a key stands twice, the first counts. */
function entriesOf(map: YAMLMap): ReadonlyMap<unknown, Pair> {
  return new Map(
    map.items.toReversed().flatMap((pair) => (isScalar(pair.key) ? [[pair.key.value, pair] as const] : [])),
  );
}

export function rangeOf(node: unknown): { readonly start: number; readonly end: number } {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node as YamlNode).range : undefined;
  if (!range) throw new Error('Internal error: a parsed value has no place');
  return { start: range[0], end: range[1] };
}

/** Where the text of an entry ends; what the parser counts to a block beyond that are blank lines and comments. */
export function endOf(text: string, pair: Pair): number {
  return pair.value === null ? rangeOf(pair.key).end : endOfValue(text, pair.value);
}

function endOfValue(text: string, value: unknown): number {
  if (isMap(value) && value.flow !== true) {
    const last = value.items.at(-1);
    if (last !== undefined) return endOf(text, last);
  }
  if (isSeq(value) && value.flow !== true) {
    const last = value.items.at(-1);
    if (isScalar(last) || isMap(last) || isSeq(last) || isAlias(last)) return endOfValue(text, last);
  }
  const { start, end } = rangeOf(value);
  return start + text.slice(start, end).trimEnd().length;
}

/** Puts entries behind the last one. */
export function insertEntries(
  text: string,
  map: YAMLMap,
  entries: readonly EntryText[],
  layout: { readonly step: string; readonly depth: number },
): Splices {
  if (entries.length === 0) return [];
  const last = map.items.at(-1);
  if (map.flow === true) return insertFlow(text, map, last, entries.map(flowEntry));
  const indent = indentOf(text, map);
  if (indent === undefined || last === undefined) return undefined;
  const lines = entries.flatMap((entry) => blockEntry(entry, indent, layout.step, layout.depth));
  const at = lineEnd(text, endOf(text, last));
  return [{ start: at, end: at, text: lines.map((line) => eolOf(text) + line).join('') }];
}

function insertFlow(text: string, map: YAMLMap, last: Pair | undefined, written: readonly string[]): readonly Splice[] {
  const { start, end } = rangeOf(map);
  const list = written.join(', ');
  if (last === undefined) {
    const empty = text.slice(start + 1, end - 1).trim() === '';
    return empty ? [{ start, end, text: `{ ${list} }` }] : [{ start: start + 1, end: start + 1, text: ` ${list} ` }];
  }
  const close = end - 1;
  const at = endOf(text, last);
  const comma = commaAfter(text, at, close);
  const indent = indentBefore(text, rangeOf(last.key).start);
  const lineAt = lineEnd(text, comma ?? at);
  if (indent === undefined || lineAt > close) return [{ start: at, end: at, text: `, ${list}` }];
  const lines = written.map((entry) => eolOf(text) + indent + entry);
  const line = { start: lineAt, end: lineAt, text: lines.join(',') + (comma === undefined ? '' : ',') };
  return comma === undefined ? [{ start: at, end: at, text: ',' }, line] : [line];
}

/** Takes an entry out, with its line when it stands alone there, and the comment behind it. */
export function removeEntry(text: string, map: YAMLMap, pair: Pair, index: number = map.items.indexOf(pair)): Splices {
  const start = rangeOf(pair.key).start;
  const end = endOf(text, pair);
  const alone = indentBefore(text, start) !== undefined;
  if (map.flow !== true) {
    return alone ? [wholeLines(text, start, end)] : undefined;
  }
  const before = map.items[index - 1];
  const after = map.items[index + 1];
  if (map.items.length === 1) return [{ ...rangeOf(map), text: '{}' }];
  const comma = commaAfter(text, end, after === undefined ? rangeOf(map).end - 1 : rangeOf(after.key).start);
  const through = comma === undefined ? end : comma + 1;
  const ownLines = alone && /^[ \t]*(#.*)?\r?$/.test(text.slice(through, lineEnd(text, through)));
  if (after !== undefined) {
    if (ownLines) return [wholeLines(text, start, through)];
    const space = /^[ \t]*/.exec(text.slice(through))?.[0].length ?? 0;
    return [{ start, end: through + space, text: '' }];
  }
  if (before === undefined) throw new Error('Internal error: a map of several entries has one alone');
  const previous = endOf(text, before);
  if (!ownLines) return [{ start: previous, end, text: '' }];
  if (comma !== undefined) return [wholeLines(text, start, through)];
  const separator = commaAfter(text, previous, start);
  if (separator === undefined) return undefined;
  return [{ start: separator, end: separator + 1, text: '' }, wholeLines(text, start, end)];
}

/** From the end of the line before to the end of the last line: the exact opposite of an insertion. */
function wholeLines(text: string, start: number, end: number): Splice {
  const first = text.lastIndexOf('\n', start - 1);
  const last = lineEnd(text, end);
  if (first >= 0) return { start: text[first - 1] === '\r' ? first - 1 : first, end: last, text: '' };
  return { start: 0, end: last + (text.startsWith('\r\n', last) ? 2 : 1), text: '' };
}

/** The white space that the entries of a block begin with. */
export function indentOf(text: string, map: YAMLMap): string | undefined {
  const [first] = map.items;
  return first === undefined ? undefined : indentBefore(text, rangeOf(first.key).start);
}

/** What stands before a place on its line, when that is nothing but white space. */
export function indentBefore(text: string, offset: number): string | undefined {
  let at = offset;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1;
  return at === 0 || text[at - 1] === '\n' ? text.slice(at, offset) : undefined;
}

/** The comma that separates an entry from the next, behind white space and comments. */
function commaAfter(text: string, from: number, limit: number): number | undefined {
  for (let at = from; at < limit; at++) {
    const character = text.charAt(at);
    if (character === ',') return at;
    if (character === '#' && at > from && /\s/.test(text.charAt(at - 1))) at = lineEnd(text, at);
    else if (!/\s/.test(character)) return undefined;
  }
  return undefined;
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  if (at < 0) return text.length;
  return at > offset && text[at - 1] === '\r' ? at - 1 : at;
}

/** The line break that the file uses. */
export function eolOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
