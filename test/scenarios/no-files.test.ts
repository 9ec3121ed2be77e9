import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processRunner } from '../../src/action/github/runner.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport } from '../support/stories.ts';
import { worldOf } from '../support/world-of.ts';

const ALPHA = storyExport({ name: 'Alpha', actions: [fetchAction('Ask', 'https://a.example/')] });

/** What may stand in the place of a file and has no end, or waits for somebody. */
const THINGS: readonly (readonly [string, (path: string) => void | Promise<void>])[] = [
  ['a pipe', (path) => void execFileSync('mkfifo', [path])],
  ['a device', (path) => symlinkSync('/dev/zero', path)],
  [
    'a socket',
    async (path) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      onTestFinished(() => void server.close());
    },
  ],
];
const PLACES: readonly (readonly [string, string, ...string[]])[] = [
  ['the manifest', 'sync.yaml', 'plan'],
  ['a story file', 'stories/alpha.json', 'validate'],
  ['a story file of a sync', 'stories/alpha.json', 'sync'],
  [
    'the manifest that is edited',
    'sync.yaml',
    'detach',
    '--destination',
    'contoso',
    '--story',
    'alpha',
    '--reason',
    'x',
  ],
  ['a plan', 'plan.json', 'sync', '--plan', 'plan.json'],
];

async function world(): Promise<Rig> {
  const rig = await worldOf({ stories: { alpha: ALPHA } });
  onTestFinished(() => rig[Symbol.asyncDispose]());
  return rig;
}

describe.each(THINGS)('%s in the place of', (_, make) => {
  it.each(PLACES)('%s holds nothing up, and is named', async (__, file, ...argv) => {
    const rig = await world();
    rmSync(join(rig.dir, file), { force: true });
    await make(join(rig.dir, file));
    const { code, out, err } = await rig.run(...argv);
    expect(code).toBeGreaterThan(0);
    expect(out + err).toContain(file);
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('the config of the emulator holds nothing up', async () => {
    const rig = await world();
    const config = join(rig.dir, 'emulator.yaml');
    await make(config);
    const { code, err } = await rig.run('emulator', '--port', '0', '--config', config);
    expect(code).toBe(2);
    expect(err).toContain('cannot be read (not a regular file)');
  });

  it('a plan file of the Action holds nothing up', async () => {
    const rig = await world();
    const plan = join(rig.dir, 'plan.json');
    await make(plan);
    expect(await processRunner().readText(plan)).toEqual({ ok: false, error: 'not a regular file' });
  });
});

it('a story file that became a pipe after the commit leaves its work tree dirty, and the others in sync', async () => {
  const beta = storyExport({ name: 'Beta', actions: [fetchAction('Ask', 'https://b.example/')] });
  const rig = await worldOf({ stories: { alpha: ALPHA, beta }, destinations: { contoso: { stories: ['alpha'] } } });
  onTestFinished(() => rig[Symbol.asyncDispose]());
  rmSync(join(rig.dir, 'stories/beta.json'));
  execFileSync('mkfifo', [join(rig.dir, 'stories/beta.json')]);
  const { out, err } = await rig.run('plan');
  expect(out + err).toContain('stories/beta.json');
});
