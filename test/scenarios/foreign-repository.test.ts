import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../support/worlds.ts';

describe('a repository that storysync cannot read', () => {
  it.each([
    ['sha256 names', 'sha256 object names', ['extensions.objectformat', 'sha256']],
    ['branches in a reftable', '"reftable" for its branches', ['extensions.refstorage', 'reftable']],
  ])('is called what it is, and what works there is named: %s', async (_, storage, setting) => {
    await using rig = await smallWorld();
    rig.git('config', ...setting);
    rig.environment.CI = 'true';
    const refused = await rig.run('sync');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('RUN035');
    expect(refused.out).toContain(`the repository uses ${storage}, which storysync does not read`);
    expect(refused.out).not.toMatch(/RUN003|commit the changes/);
    expect(await rig.takeWrites()).toEqual([]);

    // All that the hint names.
    expect(refused.out).toContain('validate, plan, export without --commit and status --live work here');
    expect((await rig.run('validate')).code).toBe(0);
    expect((await rig.run('plan', '--no-state')).code).toBe(0);
    expect((await rig.run('status', '--live')).code).toBe(0);
    delete rig.environment.CI;
    const byHand = await rig.run('sync', '--no-state');
    expect(byHand.code).toBe(0);
    expect(byHand.err).toContain('this sync records no commit');
  });

  it('is no changed one either when objects of the commit are missing or damaged', async () => {
    await using rig = await smallWorld();
    rig.environment.CI = 'true';
    rmSync(join(rig.dir, '.git/objects'), { recursive: true });
    rig.write('.git/objects/info/packs', '');
    const refused = await rig.run('sync');
    expect(refused.out).toContain('objects of the commit are not in this clone');
    expect(refused.out).not.toContain('RUN003');
  });
});
