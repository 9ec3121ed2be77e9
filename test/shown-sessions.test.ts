import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../src/emulator/control/config.ts';
import { startEmulator } from '../src/emulator/control/start.ts';
import { type Ran, runInShell, shownCommands, withRealOutput } from './support/shown-session.ts';

const ROOT = resolve(import.meta.dirname, '..');
/** The port that our pages name; the emulator of this test has one of its own. */
const PORT = '4010';
/** Pages that a reader goes through in one sitting, from a fresh clone; the first session goes on in the second page. */
const SESSIONS = [['README.md', 'docs/operations.md'], ['examples/quickstart/README.md']].map((files) => ({
  name: files.join(', then '),
  pages: files.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') })),
}));
/** Run by other tests: what installs (package.test.ts), what asks a real origin, the demo, and the emulator (started here). */
const ELSEWHERE = /^npm (?:ci|install)|^npx storysync (?:emulator|init|doctor$)/;

/** `status` ends with 1 where something has failed, and one page is about that. */
const SHOWS_A_FAILURE = /storysync status .*fabrikam/;

const folder = mkdtempSync(join(tmpdir(), 'storysync-shown-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs commands in a folder as a clone has it, with the example's emulator at hand. */
async function runFresh(place: string, commands: readonly string[]): Promise<readonly Ran[]> {
  const quickstart = join(place, 'clone/examples/quickstart');
  cpSync(join(ROOT, 'examples/quickstart'), quickstart, { recursive: true });
  const config = readConfig(readFileSync(join(quickstart, 'emulator.yaml'), 'utf8'));
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const emulator = await startEmulator({ port: 0, config, configDir: quickstart });
  const { port } = new URL(emulator.url);
  const manifest = join(quickstart, 'sync.yaml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(PORT, port));
  try {
    const here = commands.map((command) => command.replaceAll(`:${PORT}/`, `:${port}/`));
    const ran = await runInShell(here, place);
    return ran.map((run) => ({ ...run, out: run.out.trimEnd().replaceAll(`:${port}`, `:${PORT}`) }));
  } finally {
    await emulator.close();
  }
}

/**
 * What README and docs show, done by a machine. A page whose output is no longer what comes out is written anew by
 * `npx vitest run test/shown-sessions.test.ts -u`.
 */
describe.skipIf(process.platform === 'win32').each(SESSIONS)('the commands of $name', ({ pages }) => {
  const commands = pages
    .flatMap(({ file, text }) => shownCommands(text).map((shown) => ({ ...shown, file })))
    .filter(({ command }) => !ELSEWHERE.test(command));
  let ran: readonly Ran[] = [];
  beforeAll(async () => {
    const place = mkdtempSync(join(folder, 'session-'));
    ran = await runFresh(
      place,
      commands.map(({ command }) => command),
    );
  });

  it('all end with 0, but for what shows a failure', () => {
    expect(ran.filter(({ code, command }) => code !== (SHOWS_A_FAILURE.test(command) ? 1 : 0))).toEqual([]);
    expect(ran.length).toBeGreaterThan(15);
  });

  it.each(pages)('$file shows what comes out', async ({ file, text }) => {
    const transcripts = ran.filter((_, n) => commands[n]?.file === file && commands[n].output !== undefined);
    const real = withRealOutput(
      text,
      transcripts.map(({ out }) => out),
    );
    await expect(real).toMatchFileSnapshot(join(ROOT, file));
  });
});
