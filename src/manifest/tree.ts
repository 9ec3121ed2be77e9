import type { JsonObject, JsonValue } from '../json/value.ts';
import type { SourceSpan, Spot } from './finding.ts';

/**
 * The manifest as a tree of values that know where they stand. Aliases share one node, merge keys are already applied,
 * so positions and values come from one source and nothing is expanded.
 */
export type Node = {
  readonly span: SourceSpan;
  /** The same as plain JSON; shared where the tree is shared. */
  readonly plain: JsonValue;
  /** Number of values when written out in full. */
  readonly size: number;
  readonly height: number;
} & (
  | { readonly kind: 'scalar' }
  | { readonly kind: 'list'; readonly items: readonly Ref[] }
  | { readonly kind: 'map'; readonly plain: JsonObject; readonly entries: ReadonlyMap<string, TreeEntry> }
);

/** A use of a node: in its own place, or by an alias. */
export type Ref = { readonly node: Node; readonly alias?: SourceSpan };

export type TreeEntry = {
  readonly key: SourceSpan;
  readonly value: Ref;
  /** The alias (or the map) behind `<<` that brought this entry. */
  readonly merged?: SourceSpan;
};

/** A node on the way from the root. `use` is the first alias that was followed since the walk began. */
export type Cursor = { readonly node: Node; readonly key?: SourceSpan; readonly use?: SourceSpan };

export function childOf(cursor: Cursor, key: string): Cursor | undefined {
  if (cursor.node.kind === 'list') {
    const item = cursor.node.items[Number(key)];
    return item === undefined ? undefined : step(item, cursor.use, undefined);
  }
  if (cursor.node.kind === 'scalar') return undefined;
  const entry = cursor.node.entries.get(key);
  return entry === undefined ? undefined : step(entry.value, cursor.use ?? entry.merged, entry.key);
}

function step(ref: Ref, before: SourceSpan | undefined, key: SourceSpan | undefined): Cursor {
  const use = before ?? ref.alias;
  return { node: ref.node, ...(key === undefined ? {} : { key }), ...(use === undefined ? {} : { use }) };
}

/** The same node, with uses counted from here: below a destination only its own aliases matter. */
export function fromHere(cursor: Cursor): Cursor {
  return { node: cursor.node, ...(cursor.key === undefined ? {} : { key: cursor.key }) };
}

/** What must not be shown: where it stands, and the value whose texts may come back elsewhere by an alias. */
export type Secret = { readonly spans: readonly SourceSpan[]; readonly node?: Node };

/** A value that a key field of the file holds, used or not. */
export type WrittenKey = { readonly name: string; readonly key: SourceSpan; readonly value: Ref };

/** All that belongs to a key besides itself: its value, and what is noted in between and behind. */
export function valueBehind(key: SourceSpan, { node, alias }: Ref): Secret {
  const behind = { start: key.end, end: key.end };
  const inPlace = alias === undefined && node.span.end > key.end;
  const spans = inPlace
    ? [{ start: key.end, end: node.span.end }]
    : [behind, node.span, ...(alias === undefined ? [] : [alias])];
  return { spans, node };
}

export function spotOf(cursor: Cursor): Spot {
  return withUse(cursor.node.span, cursor.use);
}

/** Where to point when something is wrong with a whole map: at its key. */
export function keySpotOf(cursor: Cursor): Spot {
  return withUse(cursor.key ?? cursor.node.span, cursor.use);
}

function withUse(span: SourceSpan, use: SourceSpan | undefined): Spot {
  return use === undefined ? { span } : { span, use };
}
