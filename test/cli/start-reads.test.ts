import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { programFile } from '../support/program.ts';

const SPECIFIERS = /^(?:import|export)\b[^'"\n]*?["'](\.{1,2}\/[^'"]+)["'];?$/gm;
/** What the bundler writes above each module of a piece. */
const MODULES = /^\/\/ (\S+)$/gm;

describe.each(['cli', 'action'] as const)('the program of the %s', (name) => {
  let pieces: ReadonlyMap<string, string>;
  let entry: string;

  beforeAll(async () => {
    entry = await programFile(name);
    const folder = dirname(entry);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    pieces = new Map(files.map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')]));
  });

  /** The piece, and all that is read with it. */
  function readWith(start: string): ReadonlySet<string> {
    const read = new Set([start]);
    for (const file of read) {
      const text = pieces.get(file) ?? '';
      for (const [, specifier = ''] of text.matchAll(SPECIFIERS)) read.add(join(dirname(file), specifier));
    }
    return read;
  }

  const modulesIn = (files: Iterable<string>): readonly string[] =>
    [...files].flatMap((file) => [...(pieces.get(file) ?? '').matchAll(MODULES)].map(([, module = '']) => module));

  const holding = (module: string): readonly string[] =>
    [...pieces.keys()].filter((file) => modulesIn([file]).some((each) => each.startsWith(module)));

  it('reads neither the page, the emulator nor what a connection needs when it starts', () => {
    const read = modulesIn(readWith(entry));
    const late = /^(?:src\/(?:page|emulator|tenant)\/|node_modules\/(?:undici|isomorphic-git|@secretlint)\/)/;
    expect(read.filter((module) => late.test(module))).toEqual([]);
    expect(read).toContain(`src/${name}/main.ts`);
    // What is looked for is there, in pieces that are read later.
    expect(holding('node_modules/undici/')).not.toEqual([]);
  });

  it('reads the page where one is made, and with no other piece', () => {
    const [shell, ...others] = holding('src/page/shell.json');
    expect(others).toEqual([]);
    const readers = [...pieces.keys()].filter((file) => readWith(file).has(shell ?? ''));
    expect(readers).toEqual(holding('src/commands/page/status-page.ts'));
  });
});
