import { cpSync } from 'node:fs';
import { resolve } from 'node:path';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXAMPLES, OVERVIEW } from '../../src/cli/help/examples.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { smallWorld } from '../support/worlds.ts';

const QUICKSTART = resolve(import.meta.dirname, '../../examples/quickstart');
const program = () => buildProgram({ out: () => {}, err: () => {} }, () => async () => {});
const commands = program().commands.filter((command) => command.name() !== '__complete');

/** The words of each `storysync` line of a help text, as a shell would hand them over. */
function linesOf(text: string): readonly (readonly string[])[] {
  const joined = text.replaceAll(/\\\n\s*/g, '');
  return [...joined.matchAll(/^(?!.*#).*\bstorysync ([^)>|\n]*)/gm)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
      ([, double, single, plain]) => double ?? single ?? plain ?? '',
    ),
  );
}

/** What commander says against a command line, if anything. */
async function wrongIn(words: readonly string[]): Promise<string | undefined> {
  try {
    await program().parseAsync([...words], { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}

const all = [...Object.values(EXAMPLES).flatMap((examples) => examples.map(({ line }) => line)), OVERVIEW].flatMap(
  linesOf,
);

describe('the help of a command', () => {
  it.each(commands.map((command) => command.name()))('shows at least two examples of %s itself', async (name) => {
    await using rig = await smallWorld();
    const { out } = await rig.run(name, '--help');
    const lines = linesOf(out.slice(out.indexOf('\nExamples:\n')));
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(new Set(lines.map(([first]) => first))).toEqual(new Set([name]));
    const shown = out.slice(out.indexOf('\nExamples:\n')).split('\n');
    expect(shown.filter((line) => line.length > 80)).toEqual([]);
  });

  it('has examples for no command that is not there', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(commands.map((command) => command.name()).sort());
  });
});

describe('an example', () => {
  it.each(all.map((words) => ({ words, line: words.join(' ') })))(
    'is a command line that parses: $line',
    async ({ words }) => {
      expect(await wrongIn(words)).toBeUndefined();
    },
  );

  it('would be found out with an option, a value or a command that is not there', async () => {
    const bad = ['plan --ofline', 'status --format yaml', 'syncc', 'detach --destination a', 'completion csh'];
    const said = await Promise.all(bad.map((line) => wrongIn(line.split(' '))));
    expect(said.filter((each) => each === undefined)).toEqual([]);
  });

  it('chooses what the quickstart has', async () => {
    await using rig = await smallWorld();
    cpSync(QUICKSTART, rig.dir, { recursive: true });
    const selectors = ['--destination', '--story', '--label'];
    const choosing = all.filter((words) => words.some((word) => selectors.includes(word)));
    expect(choosing.length).toBeGreaterThan(6);
    for (const words of choosing) {
      const chosen = words.flatMap((word, at) => (selectors.includes(word) ? [word, words[at + 1] ?? ''] : []));
      const { code, err } = await rig.run('plan', '--offline', ...chosen);
      expect({ words, code, err: code === 2 ? err : '' }).toEqual({ words, code: expect.any(Number), err: '' });
      expect(code).not.toBe(2);
    }
  });
});
