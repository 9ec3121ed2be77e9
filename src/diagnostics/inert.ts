const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text in which GitHub finds nothing to bring to life, in Markdown as in a commit message: no person or team is called,
 * no issue linked or closed, nothing becomes a picture. GitHub looks in the rendered text, where a backslash is gone
 * already, so what it looks for is broken by a space without width.
 */
export function inert(text: string): string {
  return text
    .replaceAll(/@(?=[\w-])/g, broken)
    .replaceAll(/#(?=\d)/g, broken)
    .replaceAll(/\bGH-(?=\d)/gi, broken)
    .replaceAll(/\/(?:issues|pull|discussions|commit|compare)\/(?=\w)/gi, broken)
    .replaceAll(/:(?=(?:100|1234|[+-]1|[\d_+-]*[a-z][\w+-]*):)/gi, broken);
}

function broken(found: string): string {
  return `${found}${ZERO_WIDTH_SPACE}`;
}
