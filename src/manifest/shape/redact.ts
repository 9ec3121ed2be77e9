import type { Finding } from '../finding.ts';
import { shortenedText } from '../finding.ts';
import type { Node, Secret } from '../tree.ts';

/** Shorter ones are words that messages need. */
const SHORTEST = 6;
const NAMED = ['stories', 'groups', 'destinations'];

/**
 * An alias can bring a text that must not be shown to where it is taken for a name, and messages quote names. So no
 * quoted text stays in a message that stands in a hidden place, unless the manifest calls something by it.
 */
export function redact(findings: readonly Finding[], secrets: readonly Secret[], root: Node): readonly Finding[] {
  const texts = new Set<string>();
  const seen = new Set<Node>();
  for (const { node } of secrets) if (node !== undefined) collectTexts(node, texts, seen);
  for (const name of namesIn(root)) texts.delete(name);
  if (texts.size === 0) return findings;
  const pieces = new Set([...texts].flatMap((text) => shortenedText(text).split('"')).filter(isLong));
  const clean = (message: string): string =>
    message
      .split('"')
      .map((piece) => (pieces.has(piece) ? '(not shown)' : piece))
      .join('"');
  return findings.map((finding) => ({
    ...finding,
    message: clean(finding.message),
    ...(finding.hint === undefined ? {} : { hint: clean(finding.hint) }),
    ...(finding.also === undefined
      ? {}
      : { also: finding.also.map((also) => ({ ...also, message: clean(also.message) })) }),
  }));
}

function collectTexts(node: Node, texts: Set<string>, seen: Set<Node>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'scalar') {
    if (typeof node.plain === 'string' && isLong(node.plain)) texts.add(node.plain);
  } else {
    const inside = node.kind === 'list' ? node.items : [...node.entries.values()].map(({ value }) => value);
    for (const ref of inside) collectTexts(ref.node, texts, seen);
  }
}

function namesIn(root: Node): readonly string[] {
  if (root.kind !== 'map') return [];
  return NAMED.flatMap((section) => {
    const map = root.entries.get(section)?.value.node;
    return map?.kind === 'map' ? [...map.entries.keys()].flatMap((name) => [name, `@${name}`]) : [];
  });
}

function isLong(text: string): boolean {
  return text.length >= SHORTEST;
}
