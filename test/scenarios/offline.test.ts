import { expect, it } from 'vitest';
import { withOption } from '../support/stories.ts';
import { ENRICH, smallWorld } from '../support/worlds.ts';

it('an offline plan asks no tenant and needs no key; of what is not recorded it says that nobody knows', async () => {
  await using rig = await smallWorld();
  delete rig.environment.CONTOSO_KEY;
  delete rig.environment.FABRIKAM_KEY;
  const { code, json, err } = await rig.runJson('plan', '--offline');
  expect(code).toBe(0);
  expect(json.totals).toEqual({ create: 4, update: 0, unchanged: 0, skip: 0, blocked: 0 });
  expect(err).toBe('Offline: planned from git alone, no tenant is asked; there is no recorded state.\n');
  const { out } = await rig.run('plan', '--offline');
  expect(out).toContain('not known whether it is there; will be created if not');
  expect(out).not.toContain('not at the destination yet');
  expect(await rig.log()).toEqual([]);
});

it('an offline plan knows from recorded state what was pushed, and says that nobody looked', async () => {
  await using rig = await smallWorld();
  await rig.run('sync');
  await rig.control('DELETE', 'log');
  expect((await rig.runJson('plan', '--offline')).json.totals).toMatchObject({ unchanged: 4, update: 0 });
  rig.write('stories/enrich.json', withOption(ENRICH, 'Look up', 'method', 'post'));
  rig.commit();
  const { json, out, err } = await rig.runJson('plan', '--offline');
  expect(err).toMatch(
    /^Offline: .*; recorded state last written \d{4}-\d\d-\d\d \d\d:\d\d UTC \((less than a minute|1 minute) ago\)\.\nRecorded state is unverified, [^\n]*\n$/,
  );
  expect(json.totals).toMatchObject({ unchanged: 2, update: 2 });
  expect(out).toContain('not compared with the tenant; last pushed');
  expect(await rig.log()).toEqual([]);
});

it('an offline plan is never applied: a sync looks first, and finds it stale', async () => {
  await using rig = await smallWorld();
  await rig.run('plan', '--offline', '--out', 'plan.json');
  const { code, json } = await rig.runJson('sync', '--plan', 'plan.json');
  expect(code).toBe(1);
  expect(json.totals).toMatchObject({ synced: 0, requires_sync: 4 });
  expect((await rig.tenant('contoso')).stories).toEqual([]);
});
