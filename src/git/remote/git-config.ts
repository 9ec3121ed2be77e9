import { isAbsolute, join } from 'node:path';
import { textOfFile } from '../objects/regular-file.ts';

/** One variable of a git configuration file: `section.subsection.name`, the subsection as it is written. */
export type ConfigEntry = {
  readonly section: string;
  readonly subsection: string;
  readonly name: string;
  readonly value: string;
};

/** The repository's own configuration; the user's and the system's are not read. */
export class GitConfig {
  readonly #entries: readonly ConfigEntry[];
  readonly #values: ReadonlyMap<string, string>;

  constructor(entries: readonly ConfigEntry[]) {
    this.#entries = entries;
    this.#values = new Map(entries.map(({ value, ...variable }) => [keyOf(variable), value]));
  }

  /** As in git, the last value of a variable counts. */
  get(section: string, subsection: string, name: string): string | undefined {
    return this.#values.get(keyOf({ section, subsection, name }));
  }

  all(section: string, name: string): readonly ConfigEntry[] {
    return this.#entries.filter((entry) => entry.section === section && entry.name === name);
  }

  subsections(section: string): readonly string[] {
    return [...new Set(this.#entries.filter((entry) => entry.section === section).map((entry) => entry.subsection))];
  }
}

function keyOf({ section, subsection, name }: Omit<ConfigEntry, 'value'>): string {
  return JSON.stringify([section, subsection, name]);
}

/**
 * Reads `config`, and the files that it includes for exactly this directory: so `actions/checkout` keeps its
 * credentials. Any other include is left alone.
 */
export async function readGitConfig(commonDir: string): Promise<GitConfig> {
  const own = parseGitConfig(await textOf(join(commonDir, 'config')));
  const here = `gitdir:${commonDir.replaceAll('\\', '/')}`;
  const included = new GitConfig(own)
    .all('includeif', 'path')
    .filter(({ subsection, value }) => subsection === here && isAbsolute(value));
  const texts = await Promise.all(included.map(({ value }) => textOf(value)));
  return new GitConfig([...own, ...texts.flatMap(parseGitConfig)]);
}

async function textOf(path: string): Promise<string> {
  return (await textOfFile(path)) ?? '';
}

export function parseGitConfig(text: string): readonly ConfigEntry[] {
  const entries: ConfigEntry[] = [];
  let [section, subsection] = ['', ''];
  for (const line of text.replaceAll(/\\\r?\n/g, '').split(/\r?\n/)) {
    const header = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\](.*)$/.exec(line);
    const rest = header?.[3] ?? line;
    if (header) [section, subsection] = [(header[1] ?? '').toLowerCase(), (header[2] ?? '').replaceAll(/\\(.)/g, '$1')];
    const variable = /^\s*([A-Za-z][\w-]*)\s*(?:=(.*))?$/.exec(rest);
    // A variable without "=" is git's way to say true.
    if (variable)
      entries.push({
        section,
        subsection,
        name: nameOf(variable),
        value: plainValue(variable[2]?.trimStart() ?? 'true'),
      });
  }
  return entries;
}

function nameOf(variable: RegExpExecArray): string {
  return (variable[1] ?? '').toLowerCase();
}

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', t: '\t', b: '\b' };

/** Quotes group, backslashes escape, and what follows a bare `#` or `;` is a comment. */
function plainValue(raw: string): string {
  let value = '';
  let quoted = false;
  // Blanks at the end count only inside quotes.
  let solid = 0;
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at);
    if (!quoted && (character === '#' || character === ';')) break;
    if (character === '"') quoted = !quoted;
    else if (character === '\\') value += ESCAPES[raw.charAt(++at)] ?? raw.charAt(at);
    else value += character;
    if (quoted || !/\s/.test(character)) solid = value.length;
  }
  return value.slice(0, solid);
}
