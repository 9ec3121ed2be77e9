import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ActionRig } from '../support/action-rig.ts';
import { smallWorld } from '../support/worlds.ts';

const ROOT = resolve(import.meta.dirname, '../..');

describe('the committed bundle', () => {
  it('runs from a fresh clone, without installing anything', async () => {
    const clone = mkdtempSync(join(tmpdir(), 'storysync-action-'));
    onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
    for (const file of ['action.yml', 'package.json', 'dist']) {
      cpSync(join(ROOT, file), join(clone, file), { recursive: true });
    }
    await using action = await ActionRig.around(smallWorld());
    const run = await action.run(action.push(), { bundle: join(clone, 'dist/action.js') });
    expect(run).toMatchObject({ code: 0, stderr: '', outputs: { synced: '4' } });
  });
});
