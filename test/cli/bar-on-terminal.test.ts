import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { programFile } from '../support/program.ts';
import { until } from '../support/until.ts';
import { smallWorld } from '../support/worlds.ts';

const CLI = await programFile();
/** The streams of the process say that they are a terminal of 80 columns, which is all that anybody asks. */
const AS_TERMINAL =
  'data:text/javascript,for (const s of [process.stdout, process.stderr]) Object.assign(s, { isTTY: true, columns: 80 })';

/** What a terminal is asked to do: show the cursor, wrap lines, wipe the line. */
const [SHOW, HIDE, WIPE] = ['\u001b[?25h', '\u001b[?25l', '\u001b[2K'];

type Child = ChildProcessByStdio<null, Readable, Readable>;

function start(dir: string, env: Record<string, string | undefined>, ...argv: readonly string[]): Child {
  return spawn(process.execPath, ['--import', AS_TERMINAL, CLI, ...argv], {
    cwd: dir,
    env: { ...process.env, ...env, CI: 'false', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function listen(stream: Readable): { text: string } {
  const heard = { text: '' };
  stream.on('data', (chunk) => {
    heard.text += String(chunk);
  });
  return heard;
}

/** What is left on the last line once all that was asked for is done. */
function lastLine(text: string): string {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const wiped = line.slice(line.lastIndexOf(WIPE) + (line.includes(WIPE) ? WIPE.length : 0));
  // Saving and restoring the cursor is no part of what the function below knows.
  return stripVTControlCharacters(wiped.replaceAll('\u001b7', '').replaceAll('\u001b8', '')).trim();
}

it('a Ctrl-C while a plan reads leaves no bar behind, shows the cursor again, and ends as a Ctrl-C does', async () => {
  await using rig = await smallWorld();
  await rig.fault({ tenant: 'contoso', method: 'GET', path: '^/stories', fault: { kind: 'slow', ms: 60_000 } });
  const child = start(rig.dir, rig.environment, 'plan');
  const err = listen(child.stderr);
  const ended = once(child, 'exit');
  await until(() => err.text.includes('░'));
  expect(err.text.lastIndexOf(HIDE)).toBeGreaterThan(err.text.lastIndexOf(SHOW));
  child.kill('SIGINT');
  expect(await ended).toEqual([null, 'SIGINT']);
  expect(err.text.lastIndexOf(SHOW)).toBeGreaterThan(err.text.lastIndexOf(HIDE));
  expect(lastLine(err.text)).toBe('');
});

it('a Ctrl-C while a sync pushes says so on lines of its own, and the report comes without a bar before it', async () => {
  await using rig = await smallWorld();
  await rig.fault({ tenant: 'contoso', method: 'POST', path: '^/stories/import', fault: { kind: 'slow', ms: 300 } });
  const child = start(rig.dir, rig.environment, 'sync', '--concurrency', '1');
  const [out, err] = [listen(child.stdout), listen(child.stderr)];
  const ended = once(child, 'exit');
  await until(async () => (await rig.log()).some(({ path }) => path.endsWith('/import')));
  child.kill('SIGINT');
  expect(await ended).toEqual([1, null]);
  expect(err.text).toContain(`${WIPE}Finishing what is in flight; the rest is reported as not reached.\n`);
  expect(err.text).toContain('\nPress Ctrl-C again to stop immediately.\n');
  expect(err.text.lastIndexOf(SHOW)).toBeGreaterThan(err.text.lastIndexOf(HIDE));
  expect(lastLine(err.text)).toBe('');
  expect(out.text).toContain('Interrupted: ');
});

it('a plan on a terminal ends with what its signs mean; in a pipe nothing stands below the digest', async () => {
  await using rig = await smallWorld();
  const child = start(rig.dir, rig.environment, 'plan');
  const out = listen(child.stdout);
  await once(child, 'close');
  expect(out.text).toMatch(/Digest: [0-9a-f]{12}\n\n\+\u00a0create\n$/);
  expect((await rig.run('plan')).out).toMatch(/Digest: [0-9a-f]{12}\n$/);
});

it('trouble with recorded state is told once on a terminal, and on both streams where they go apart', async () => {
  await using rig = await smallWorld();
  rmSync(join(rig.dir, '.git'), { recursive: true });
  const child = start(rig.dir, rig.environment, 'sync');
  const [out, err] = [listen(child.stdout), listen(child.stderr)];
  await once(child, 'close');
  expect(out.text).toContain('RUN004');
  expect(err.text).not.toContain('RUN004');
  const piped = await rig.run('sync');
  expect(piped.out).toContain('RUN004');
  expect(piped.err).toContain('RUN004');
});
