import { findNodeAtLocation, type JSONVisitor, type ParseError, parse, parseTree, visit } from 'jsonc-parser';

/** A path of keys and indexes into a document. */
export type JsonPath = readonly (string | number)[];
export type TextSpan = { readonly start: number; readonly end: number };
export type LineColumn = { readonly line: number; readonly column: number };

/** Finds where values stand in a text that is known to be JSON. Slow (a syntax tree): make one only when there is something to report. */
export function locatorOf(text: string): (path: JsonPath) => TextSpan {
  const root = parseTree(text);
  return (path) => {
    // A value that is missing is reported where it should stand: at its parent.
    for (let length = path.length; root !== undefined && length >= 0; length--) {
      const node = findNodeAtLocation(root, path.slice(0, length));
      if (node !== undefined) return { start: node.offset, end: node.offset + node.length };
    }
    return { start: 0, end: text.length };
  };
}

/** Line and column of offsets into a text, from 1, in UTF-16 units as editors count. */
export function linesOf(text: string): (offset: number) => LineColumn {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [line, above] = [0, starts.length];
    while (above - line > 1) {
      const middle = (line + above) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else above = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

export function lineColumn(text: string, offset: number): LineColumn {
  return linesOf(text)(offset);
}

/** Where a text stops being JSON; undefined when that cannot be told. */
export function findSyntaxError(text: string): number | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    // The parser recurses, and a broken text may nest without end behind an open quote.
    if (!(error instanceof RangeError)) throw error;
  }
  return errors[0]?.offset;
}

/** The first key that an object holds twice. */
export function findDuplicateKey(text: string): { readonly key: string; readonly offset: number } | undefined {
  const open: Set<string>[] = [];
  let found: { readonly key: string; readonly offset: number } | undefined;
  const visitor: JSONVisitor = {
    onObjectBegin: () => {
      open.push(new Set());
    },
    onObjectEnd: () => {
      open.pop();
    },
    onObjectProperty: (key, offset) => {
      const keys = open.at(-1);
      if (keys?.has(key) === true) found ??= { key, offset };
      keys?.add(key);
    },
  };
  visit(text, visitor);
  return found;
}
