import { inert } from '../diagnostics/inert.ts';
import { printable, printableInLog } from '../diagnostics/printable.ts';

/**
 * Names come from manifests, story files and plan files: anybody who can open a pull request writes them.
 * Nothing of theirs may move a cursor, start a workflow command, become markup or call a person.
 */

/** Safe on a terminal and in a CI log. */
export function forTerminal(text: string): string {
  return printableInLog(text);
}

/** Cuts after `limit` characters, never through one. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain words inside Markdown: no markup, no table cell, no mention, no issue or commit, no link, no formula. */
export function forMarkdown(text: string): string {
  const escaped = printable(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_{}[\]|~$#!]/g, '\\$&')
    .replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replaceAll('://', '\\://')
    .replaceAll(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replaceAll(/^(\s*)([-+=:])/g, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/g, '$1\\$2');
  // The id of a commit stays whole for whoever copies it; in code nothing is looked for.
  return inert(escaped).replaceAll(/(?<![\w&])[0-9a-f]{7,64}(?!\w)/gi, '<code>$&</code>');
}

/** A name as code, also inside `<summary>` and tables: GitHub looks for no people and no issues in there. */
export function asHtmlCode(text: string): string {
  const encoded = printable(text).replaceAll(
    /[&<>"'`*_[\]\\|~$@#!:]|(?<=\bwww)\./gi,
    (character) => `&#${character.codePointAt(0) ?? 0};`,
  );
  return `<code>${encoded}</code>`;
}

/** A name as code in running Markdown: backticks where nothing in it can end them. */
export function asMarkdownCode(text: string): string {
  return /^[\w./=:()[\]"',-]+(?: [\w./=:()[\]"',-]+)*$/.test(text) ? `\`${text}\`` : asHtmlCode(text);
}
