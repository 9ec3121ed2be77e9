/** Replaces what stands between `<!-- name -->` and `<!-- /name -->` in a page. */
export function between(page: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`The page lacks the markers ${open} and ${close}, in this order`);
  return `${page.slice(0, start + open.length)}\n\n${content}\n\n${page.slice(end)}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows.map((row) => row.map(cell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

/** Outside of code GitHub takes `<key>` for a tag and shows nothing. */
function cell(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replace(/`[^`]*`|</g, (part) => (part === '<' ? '&lt;' : part))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
