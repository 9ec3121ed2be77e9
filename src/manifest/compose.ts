import type { Alias, Pair, Scalar, YAMLMap, YAMLSeq, Node as YamlNode } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import { didYouMean, guesser } from '../diagnostics/suggestion.ts';
import type { JsonValue } from '../json/value.ts';
import type { Finding, SourceSpan } from './finding.ts';
import { quoted } from './finding.ts';
import { isKeyField } from './key-reference.ts';
import { isHarmlessLine } from './shape/safe-to-show.ts';
import { tooDeep } from './text.ts';
import type { Node, Ref, Secret, TreeEntry, WrittenKey } from './tree.ts';
import { valueBehind } from './tree.ts';

const MAX_SIZE = 2_000_000;
/** Entries copied by merge keys; copies cost more than aliases, and a real manifest has a few for each destination. */
const MAX_MERGED = 300_000;
const MAX_DEPTH = 200;
const PLAIN_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

export type Composition = {
  readonly root: Node;
  readonly findings: readonly Finding[];
  /** Values that are lost to a duplicate key and may be secret. */
  readonly lost: readonly Secret[];
  /** Key fields that a merge brings to where another one wins: nobody reads them, and they stand in the file. */
  readonly overridden: readonly WrittenKey[];
};

/** Builds the located tree in the order of the file: an alias means the latest anchor of its name before it. */
export function composeTree(contents: unknown, text: string): Composition {
  const findings: Finding[] = [];
  const lost: Secret[] = [];
  const overridden: WrittenKey[] = [];
  /** An anchor without node is open: we are inside its value. */
  const anchors = new Map<string, { node?: Node; at: SourceSpan }>();
  let made = 0;
  let merged = 0;
  const guessed = guesser();
  let given = false;
  /** Inside the value of a key field everything may be a key, so nothing is said about details. */
  let inKeyField = false;

  const report = (finding: Finding): void => {
    if (!inKeyField || !QUIET.has(finding.code)) findings.push(finding);
  };
  /** A pasted secret may begin with `*`, `&` or `!`, and then YAML takes it for a name. */
  const nameFor = (offset: number, name: string): string => (isHarmlessLine(text, offset) ? ` ${quoted(name)}` : '');
  /** Once a limit is passed nothing more is built; one message says so. */
  const giveUp = (finding: Finding): Node => {
    if (!given) report(finding);
    given = true;
    return scalar(null, finding.at.span);
  };

  /** The parser counts the line break after a block as part of it. */
  function spanOf(yaml: unknown, fallback: SourceSpan): SourceSpan {
    const range = isScalar(yaml) || isMap(yaml) || isSeq(yaml) || isAlias(yaml) ? (yaml as YamlNode).range : undefined;
    if (!range) return fallback;
    let end = range[1];
    while (end > range[0] && /\s/.test(text.charAt(end - 1))) end--;
    return { start: range[0], end };
  }

  function refOf(yaml: unknown, depth: number, fallback: SourceSpan): Ref {
    if (isAlias(yaml)) return aliasOf(yaml);
    return { node: nodeOf(yaml, depth, fallback) };
  }

  function aliasOf(yaml: Alias): Ref {
    const alias = spanOf(yaml, { start: 0, end: 0 });
    const anchor = anchors.get(yaml.source);
    if (anchor?.node !== undefined) return { node: anchor.node, alias };
    const at = { span: alias };
    const hide = !isHarmlessLine(text, alias.start);
    const name = nameFor(alias.start, `*${yaml.source}`);
    if (anchor === undefined) {
      const guess = didYouMean(yaml.source, anchors.keys(), (name) => `"*${name}"`, guessed);
      const hint = guess ?? 'an anchor must stand before its aliases';
      report({ code: 'MAN009', message: `the alias${name} has no anchor before it`, hint, at, hide });
    } else {
      const also = [{ message: 'its anchor is here', at: anchor.at }];
      report({ code: 'MAN010', message: `the alias${name} contains itself`, at, also, hide });
    }
    return { node: scalar(null, alias), alias };
  }

  function nodeOf(yaml: unknown, depth: number, fallback: SourceSpan): Node {
    const span = spanOf(yaml, fallback);
    if (given) return scalar(null, span);
    if (depth > MAX_DEPTH) return giveUp(tooDeep(span.start));
    const { anchor, tag } = isScalar(yaml) || isMap(yaml) || isSeq(yaml) ? yaml : {};
    if (tag !== undefined && !PLAIN_TAG.test(tag)) {
      const hint = 'write the plain value; a key is given as a reference, ${NAME}';
      report({
        code: 'MAN012',
        message: `the tag${nameFor(span.start, tag)} is not allowed`,
        hint,
        at: { span },
        hide: !isHarmlessLine(text, span.start),
      });
    }
    if (anchor !== undefined) anchors.set(anchor, { at: anchorSpan(anchor, span) });
    let node: Node;
    if (isMap(yaml)) node = mapOf(yaml, span, depth);
    else if (isSeq(yaml)) node = listOf(yaml, span, depth);
    else node = scalar(isScalar(yaml) ? plainOf(yaml.value) : null, span);
    made++;
    if (made > MAX_SIZE || node.size > MAX_SIZE) return giveUp(bomb(span));
    if (node.height > MAX_DEPTH) return giveUp(tooDeep(span.start));
    if (anchor !== undefined) anchors.set(anchor, { node, at: anchorSpan(anchor, span) });
    return node;
  }

  function anchorSpan(name: string, value: SourceSpan): SourceSpan {
    const start = Math.max(0, text.lastIndexOf(`&${name}`, value.start));
    return { start, end: start + name.length + 1 };
  }

  function listOf(yaml: YAMLSeq, span: SourceSpan, depth: number): Node {
    const items = yaml.items.map((item) => refOf(isPair(item) ? item.key : item, depth + 1, span));
    return { kind: 'list', span, items, plain: items.map((item) => item.node.plain), ...extent(items) };
  }

  function mapOf(yaml: YAMLMap, span: SourceSpan, depth: number): Node {
    const entries = new Map<string, TreeEntry>();
    const merges: Ref[] = [];
    for (const pair of yaml.items) {
      if (given) break;
      if (isMergeKey(pair)) {
        merges.push(...mergeSources(refOf(pair.value, depth + 1, spanOf(pair.key, span))));
        continue;
      }
      const keyRef = refOf(pair.key, depth + 1, span);
      const key = keyRef.alias ?? keyRef.node.span;
      const name = keyRef.node.plain;
      const outside = inKeyField;
      inKeyField ||= typeof name === 'string' && isKeyField(name);
      const value = refOf(pair.value, depth + 1, { start: key.end, end: key.end });
      inKeyField = outside;
      if (typeof name !== 'string') {
        reportKey(name, key);
        lost.push({ spans: [key], node: keyRef.node }, valueBehind(key, value));
        continue;
      }
      const first = entries.get(name);
      if (first === undefined) entries.set(name, { key, value });
      else {
        lost.push(valueBehind(key, value), valueBehind(first.key, first.value));
        reportDuplicate(name, key, first.key);
      }
    }
    for (const { node, alias } of merges) {
      if (node.kind !== 'map') continue;
      for (const [name, entry] of node.entries) {
        if (++merged > MAX_MERGED) return giveUp(bomb(span));
        // Own keys win over merged ones, and earlier merges over later ones.
        if (entries.has(name)) {
          if (isKeyField(name)) overridden.push({ name, key: entry.key, value: entry.value });
          continue;
        }
        entries.set(name, alias === undefined ? entry : { ...entry, merged: alias });
      }
    }
    // Without a prototype a key such as "constructor" is a key like any other.
    const plain: { [key: string]: JsonValue } = Object.create(null);
    for (const [name, entry] of entries) plain[name] = entry.value.node.plain;
    return { kind: 'map', span, entries, plain, ...extent([...entries.values()].map((entry) => entry.value)) };
  }

  function mergeSources(ref: Ref): readonly Ref[] {
    const sources = ref.node.kind === 'list' ? ref.node.items.map((item) => ({ ...item, ...pick(ref.alias) })) : [ref];
    for (const { node, alias } of sources) {
      if (node.kind === 'map' || given || findings.some(({ at }) => at.span === alias)) continue;
      const hint = 'a merge key takes an alias of a map, such as "<<: *base"';
      const at = { span: alias ?? node.span };
      const hide = !isHarmlessLine(text, at.span.start);
      report({ code: 'MAN017', message: 'the merge key "<<" has no map to merge', hint, at, hide });
    }
    return sources;
  }

  function reportKey(name: JsonValue, span: SourceSpan): void {
    const shown = typeof name === 'number' || typeof name === 'boolean' || name === null;
    const message = shown ? `the key ${String(name)} is not text` : 'a list or a map stands where a key is expected';
    const hint = shown
      ? `put it in quotes: "${text.slice(span.start, span.end) || 'null'}"`
      : 'text in braces must be quoted';
    report({ code: 'MAN013', message, hint, at: { span }, ...(shown ? {} : { hide: true }) });
  }

  function reportDuplicate(name: string, span: SourceSpan, first: SourceSpan): void {
    const also = [{ message: 'the first one is here', at: first }];
    const message = `the key ${quoted(name)} is written twice`;
    report({ code: 'MAN008', message, hint: 'remove or rename one of them', at: { span }, also });
  }

  return { root: nodeOf(contents, 0, { start: 0, end: 0 }), findings, lost, overridden };
}

/** Findings that name keys. */
const QUIET: ReadonlySet<string> = new Set(['MAN008', 'MAN013']);

function scalar(plain: JsonValue, span: SourceSpan): Node {
  return { kind: 'scalar', span, plain, size: 1, height: 0 };
}

function extent(refs: readonly Ref[]): { readonly size: number; readonly height: number } {
  let size = 1;
  let height = 0;
  for (const { node } of refs) {
    size += node.size;
    height = Math.max(height, node.height + 1);
  }
  return { size, height };
}

function pick(alias: SourceSpan | undefined): { readonly alias?: SourceSpan } {
  return alias === undefined ? {} : { alias };
}

function bomb(span: SourceSpan): Finding {
  return {
    code: 'MAN011',
    message: 'aliases and merge keys expand to too much, expected at most two million values',
    hint: 'remove aliases of lists that hold aliases of lists',
    at: { span: { start: span.start, end: span.start + 1 } },
    hide: true,
  };
}

function isMergeKey(pair: Pair): boolean {
  if (!isScalar(pair.key)) return false;
  const { value, type } = pair.key as Scalar;
  return typeof value === 'symbol' || (value === '<<' && type === 'PLAIN');
}

function plainOf(value: unknown): JsonValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'symbol' ? '<<' : null;
}
