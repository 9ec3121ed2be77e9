import { mermaidOf } from '../picture/mermaid.ts';
import type { Picture } from '../picture/picture.ts';
import { inMarkdown, name, say } from './phrase.ts';
import { count } from './reason-words.ts';

/** A block that GitHub draws; empty where no action and no connection changed. */
export function pictureAsMarkdown(picture: Picture): string {
  const block = mermaidOf(picture);
  if (block === undefined) return '';
  const { text, drawn, total } = block;
  const left = drawn === total ? [] : [`${drawn} of ${count(total, 'action')}: what changed, with its neighbours.`];
  return [`\`\`\`mermaid\n${text}\n\`\`\``, ...left].join('\n\n');
}

/** The same folded under the key of its story, for a page with many. */
export function foldedPicture(key: string, picture: Picture, open: boolean): string {
  const block = pictureAsMarkdown(picture);
  if (block === '') return '';
  const title = inMarkdown(say`Picture of ${name(key)}`, 'html');
  return `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${block}\n\n</details>`;
}
