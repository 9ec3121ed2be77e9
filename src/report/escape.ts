/**
 * Names come from manifests, story files and plan files: anybody who can open a pull request writes them.
 * Nothing of theirs may move a cursor, start a workflow command, become markup or call a person.
 */

// Controls, line separators, lone surrogates, and what is invisible or reorders text.
// Joiners and variation selectors stay: real names in many scripts and emoji need them.
const UNSEEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\p{VS}\u{200c}\u{200d}]]]/gv;

const ZERO_WIDTH_SPACE = '\u200b';

function shown(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  if (character === '\t') return ' ';
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** One visible line: what cannot be seen is written out as `\u{1b}`. */
function visible(text: string): string {
  return text.replaceAll(UNSEEN, shown);
}

/** Safe on a terminal and in a CI log, where `::name` at the start of a line and `##[name]` anywhere are commands. */
export function forTerminal(text: string): string {
  return visible(text)
    .replaceAll('##[', '## [')
    .replaceAll(/(?<=^|\s):{2,}/g, (colons) => Array.from(colons).join(' '));
}

/** Cuts after `limit` characters, never through one. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain words inside Markdown: no markup, no table cell, no mention, no issue link, no link, no formula. */
export function forMarkdown(text: string): string {
  return (
    visible(text)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\`*_{}[\]|~$#!]/g, '\\$&')
      .replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character)
      .replaceAll('://', '\\://')
      .replaceAll(/\bwww\./gi, (found) => `${found.slice(0, 3)}\\.`)
      // GitHub looks for people and issues in the rendered text, where a backslash is gone already.
      .replaceAll(/@(?=[\w-])/g, `@${ZERO_WIDTH_SPACE}`)
      .replaceAll(/#(?=\d)/g, `#${ZERO_WIDTH_SPACE}`)
      .replaceAll(/^(\s*)([-+=:])/g, '$1\\$2')
      .replaceAll(/^(\s*\d+)([.)])/g, '$1\\$2')
  );
}

/** A name as code, also inside `<summary>` and tables: GitHub looks for no people and no issues in there. */
export function asHtmlCode(text: string): string {
  const encoded = visible(text).replaceAll(
    /[&<>"'`*_[\]\\|~$@#!:]|(?<=\bwww)\./gi,
    (character) => `&#${character.codePointAt(0) ?? 0};`,
  );
  return `<code>${encoded}</code>`;
}

/** A name as code in running Markdown: backticks where nothing in it can end them. */
export function asMarkdownCode(text: string): string {
  return /^[\w./=:()[\]"',-]+(?: [\w./=:()[\]"',-]+)*$/.test(text) ? `\`${text}\`` : asHtmlCode(text);
}
