import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../scripts/bundle.ts';
import { readConfig } from '../src/emulator/control/config.ts';
import { startEmulator } from '../src/emulator/control/start.ts';
import { type Ran, runInShell, shownCommands, withRealOutput } from './support/shown-session.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** The port that our pages name; the emulator of this test has one of its own. */
const PORT = '4010';
/** The pages, in the order in which a reader goes on from one to the next with the same folder. */
const PAGES = ['README.md', 'docs/operations.md'];

const pages = PAGES.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));
/** Run by other tests: what installs (every clone), the demo (cli/demo.test.ts), and the emulator (started here). */
const ELSEWHERE = /^npm ci|^npx storysync emulator/;
const commands = pages
  .flatMap(({ file, text }) => shownCommands(text).map((shown) => ({ ...shown, file })))
  .filter(({ command }) => !ELSEWHERE.test(command));

/**
 * What README and docs show, done by a machine. A page whose output is no longer what comes out is written anew by
 * `npx vitest run test/shown-sessions.test.ts -u`.
 */
describe.skipIf(process.platform === 'win32')('the commands that our pages show', () => {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-shown-'));
  let ran: readonly Ran[] = [];

  beforeAll(async () => {
    const quickstart = join(folder, 'clone/examples/quickstart');
    cpSync(join(ROOT, 'examples/quickstart'), quickstart, { recursive: true });
    const config = readConfig(readFileSync(join(quickstart, 'emulator.yaml'), 'utf8'));
    if ('problems' in config) throw new Error(config.problems.join('\n'));
    const emulator = await startEmulator({ port: 0, config, configDir: quickstart });
    const { port } = new URL(emulator.url);
    const manifest = join(quickstart, 'sync.yaml');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(PORT, port));
    try {
      const here = commands.map(({ command }) => command.replaceAll(`:${PORT}/`, `:${port}/`));
      const program = join(folder, 'program');
      await bundle('cli', program);
      const results = await runInShell(here, folder, join(program, 'cli.js'));
      const asShown = (text: string): string => text.trimEnd().replaceAll(`:${port}`, `:${PORT}`);
      ran = results.map((run) => ({ ...run, out: asShown(run.out) }));
    } finally {
      await emulator.close();
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('all run, and only those whose findings are shown end with 1', () => {
    const bad = ran.filter(({ code }, n) => code !== 0 && !(code === 1 && commands[n]?.output !== undefined));
    expect(bad).toEqual([]);
    expect(ran.length).toBeGreaterThan(20);
  });

  it.each(pages)('$file shows what comes out', async ({ file, text }) => {
    const outputs = ran.filter((_, n) => commands[n]?.file === file && commands[n].output !== undefined);
    const real = withRealOutput(
      text,
      outputs.map(({ out }) => out),
    );
    await expect(real).toMatchFileSnapshot(join(ROOT, file));
  });
});
