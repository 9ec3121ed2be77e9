/** What is open at the start of a line of Markdown: foldings, and a code fence in which nothing else counts. */
export type MarkdownState = { readonly depth: number; readonly fence: string | undefined };

export const NOTHING_OPEN: MarkdownState = { depth: 0, fence: undefined };

const FENCE = /^\s*(?:[-*+]\s+)*(`{3,}|~{3,})/;
const FOLDING = /<(\/?)details(?=[\s>])/gi;

export function isNothingOpen({ depth, fence }: MarkdownState): boolean {
  return depth === 0 && fence === undefined;
}

/** What is open after this line. */
export function after({ depth, fence }: MarkdownState, line: string): MarkdownState {
  const [opening = '', marks] = FENCE.exec(line) ?? [];
  const rest = line.slice(opening.length);
  if (fence !== undefined) {
    const closes = marks?.startsWith(fence) && rest.trim() === '';
    return { depth, fence: closes ? undefined : fence };
  }
  if (marks !== undefined && !(marks.startsWith('`') && rest.includes('`'))) return { depth, fence: marks };
  let open = depth;
  for (const [, slash] of line.matchAll(FOLDING)) open = Math.max(0, open + (slash === '/' ? -1 : 1));
  return { depth: open, fence };
}

/** Lines that close what is open. Starts with a line break when there are any. */
export function closing({ depth, fence }: MarkdownState): string {
  return `${fence === undefined ? '' : `\n${fence}`}${'\n\n</details>'.repeat(depth)}`;
}
