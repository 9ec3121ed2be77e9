import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { NativeWorld, type NativeWorldOptions, type VendorView } from '../support/native-world.ts';
import { dropState, giveStateKey, stateOf } from '../support/state-branch.ts';

type Told = {
  readonly name: string;
  readonly stories: number;
  readonly copies: string | null;
  readonly consented: boolean;
  readonly deleted: boolean;
  readonly message: string;
};

const DELETED = /^acme DELETE \/admin\/sync_destinations\/\d+$/;

/** Contoso and fabrikam are served by the vendor, under a state key; then the manifest loses contoso. */
async function worldWithout(options: NativeWorldOptions = {}): Promise<NativeWorld> {
  const world = await NativeWorld.start({ tenants: ['contoso', 'fabrikam'], ...options });
  giveStateKey(world.rig);
  const first = await world.statuses('sync');
  if (first.code !== 0) throw new Error(first.pairs.join());
  world.commit({ contoso: null });
  await world.takeWrites();
  return world;
}

/** The answer of one sync: its exit code, what became of the vendor's left-behind, and the writes at tenants. */
async function prune(world: NativeWorld, ...argv: readonly string[]) {
  const run = await world.run('sync', '--format', 'json', ...argv);
  const json = run.out === '' ? {} : (JSON.parse(run.out) as JsonObject);
  const told = (json.pruned_native ?? []) as unknown as readonly Told[];
  return { code: run.code, err: run.err, told, writes: await world.takeWrites() };
}

const urlsOf = (vendor: readonly VendorView[]): readonly string[] =>
  vendor.map(({ destination_tenant_url: url }) => url.replace(/^.*\//, ''));

async function copiesAt(world: NativeWorld, tenant: string): Promise<readonly string[]> {
  return (await world.rig.tenant(tenant)).stories.map(({ name }) => name).sort();
}

describe("the vendor's sync destination that left the manifest", () => {
  it('is deleted under the right number alone, and its copies stay', async () => {
    await using world = await worldWithout();
    const plan = await world.run('plan');
    expect(plan.out).toContain('To delete: "storysync sync --prune 1". Without --prune nothing is deleted.');
    expect(plan.out).toContain('3 stories (Triage, Enrich, Report)');
    expect(plan.out).toContain('the vendor disables those beyond the plan limits of that tenant');
    expect(plan.out).toContain('"storysync sync --prune 1 --prune-stories 3"');
    expect((await prune(world)).writes).toEqual([]);
    for (const wrong of [['--prune'], ['--prune', '2'], ['--prune', '4']]) {
      const refused = await prune(world, ...wrong);
      expect(refused).toMatchObject({ code: 2, writes: [] });
      expect(refused.err).toMatch(/RUN025.*1 left behind may be deleted: sync destination \d+, once contoso/s);
    }

    const done = await prune(world, '--prune', '1');
    expect(done).toMatchObject({ code: 0, writes: [expect.stringMatching(DELETED)] });
    expect(done.told).toMatchObject([{ name: 'contoso', stories: 3, copies: 'kept', consented: true, deleted: true }]);
    expect(done.told[0]?.message).toContain('its 3 stories there stay as stories of their own');
    expect(urlsOf(await world.vendor())).toEqual(['fabrikam']);
    expect(await copiesAt(world, 'contoso')).toEqual(['Enrich', 'Report', 'Triage']);
    expect(stateOf(world.rig, 'contoso').native).toMatchObject({ vendor_id: null });

    expect(await prune(world)).toMatchObject({ code: 0, told: [], writes: [] });
    expect((await world.run('plan')).out).not.toContain('eft behind');
    expect((await prune(world, '--prune', '1')).err).toContain('nothing left behind may be deleted');
  });

  it('takes its copies along under a number of their own alone, which no other can stand for', async () => {
    await using world = await worldWithout();
    for (const wrong of [['--prune-stories'], ['--prune-stories', '1'], ['--prune-stories', '4']]) {
      const refused = await prune(world, '--prune', '1', ...wrong);
      expect(refused).toMatchObject({ code: 2, writes: [] });
      expect(refused.err).toMatch(/RUN029.*the vendor would delete 3: "Triage" \(sync destination \d+\)/s);
      expect(refused.err).toContain('--prune-stories 3, or without it to keep them');
    }
    const neither = await prune(world, '--prune', '2', '--prune-stories', '2');
    expect(neither.err).toMatch(/RUN025.*RUN029/s);
    const alone = await prune(world, '--prune-stories', '3');
    expect([alone.code, alone.err]).toEqual([2, expect.stringContaining("'--prune-stories' needs '--prune'")]);
    expect(alone.writes).toEqual([]);

    const done = await prune(world, '--prune', '1', '--prune-stories', '3');
    expect(done).toMatchObject({ code: 0, writes: [expect.stringMatching(DELETED)] });
    expect(done.told).toMatchObject([{ copies: 'deleted', deleted: true }]);
    await world.rig.later();
    expect(await copiesAt(world, 'contoso')).toEqual([]);
    expect(await copiesAt(world, 'fabrikam')).toEqual(['Enrich', 'Report', 'Triage']);
    expect(await prune(world)).toMatchObject({ code: 0, told: [], writes: [] });
  });

  it('counts together with stories that were pushed and taken off, and goes with them', async () => {
    await using world = await NativeWorld.start({ tenants: ['contoso', 'northwind'] });
    giveStateKey(world.rig);
    world.commit({ northwind: '    engine: push\n' });
    await world.statuses('sync');
    world.commit({ contoso: null, northwind: '    engine: push\n    stories: [enrich, triage]\n' });
    await world.takeWrites();
    expect((await world.run('plan')).out).toContain(
      'Left behind: 1 story, 1 sync destination of the vendor, 2 may be deleted.\nTo delete: "storysync sync --prune 2"',
    );
    expect(await prune(world, '--prune', '1')).toMatchObject({ code: 2, writes: [] });
    // A part of the fleet: what is left behind at the vendor belongs to no part.
    expect((await prune(world, '--prune', '2', '--destination', 'northwind')).code).toBe(2);
    const done = await prune(world, '--prune', '2', '--prune-stories', '3');
    expect(done.code).toBe(0);
    expect(done.writes).toEqual([
      expect.stringMatching(/^northwind DELETE \/stories\/\d+$/),
      expect.stringMatching(DELETED),
    ]);
    expect(await copiesAt(world, 'northwind')).toEqual(['Enrich', 'Triage']);
    expect((await prune(world)).writes).toEqual([]);
  });

  it('is told of and deleted where it was the last one', async () => {
    await using world = await worldWithout();
    world.commit({ contoso: null, fabrikam: null });
    expect((await world.run('plan')).out).toContain('2 may be deleted');
    expect(await prune(world, '--prune', '2')).toMatchObject({ code: 0, writes: { length: 2 } });
    expect(await world.vendor()).toEqual([]);
  });

  it('stays where nothing proven says that it was ours', async () => {
    await using world = await worldWithout();
    giveStateKey(world.rig, null);
    const hinted = await prune(world, '--prune', '1');
    expect(hinted).toMatchObject({ code: 2, writes: [] });
    expect(hinted.err).toContain('only unproven state says that this repository had it');
    giveStateKey(world.rig);
    dropState(world.rig);
    const unknown = await prune(world, '--prune', '1');
    expect(unknown).toMatchObject({ code: 2, writes: [] });
    expect(unknown.err).toContain('nothing recorded says that this repository ever had it');
    expect(urlsOf(await world.vendor())).toEqual(['contoso', 'fabrikam']);
  });

  it('stays while the manifest holds the whole fleet', async () => {
    await using world = await worldWithout();
    world.commit({ contoso: null }, 'defaults: { hold: { reason: freeze } }\n');
    const held = await prune(world, '--prune', '1');
    expect(held.code).toBe(2);
    expect(held.err).toContain('the manifest holds the whole fleet');
    expect(urlsOf(await world.vendor())).toEqual(['contoso', 'fabrikam']);
  });

  it('waits for a window of every ring, and a person may pass over it', async () => {
    await using world = await worldWithout();
    const rollout = `rollout:
  rings: [{ name: canary, match: { ring: canary } }, { name: broad }]
  windows: [{ deny: 2000-01-01/2099-12-31, rings: [canary], reason: freeze }]
`;
    world.commit({ contoso: null }, rollout);
    await world.statuses('sync');
    await world.takeWrites();
    const closed = await prune(world, '--prune', '1');
    expect(closed).toMatchObject({ code: 1, writes: [] });
    expect(closed.told).toMatchObject([{ consented: true, deleted: false, copies: null }]);
    expect(closed.told[0]?.message).toContain('ring canary');
    const { digest } = (await world.rig.runJson('plan')).json;
    const past = ['--override-rollout', digest as string, '--reason', 'incident'];
    expect((await prune(world, '--prune', '1', ...past)).told).toMatchObject([{ deleted: true }]);
  });

  it('is deleted by the plan that was approved, and by none that another look has overtaken', async () => {
    await using world = await worldWithout();
    await world.run('plan', '--out', 'plan.json');
    const [object] = await world.vendor();
    await world.origin('PUT', `/admin/sync_destinations/${object?.id}`, { story_ids: [301] });
    await world.takeWrites();
    const moved = await prune(world, '--plan', 'plan.json', '--prune', '1');
    expect(moved).toMatchObject({ code: 2, writes: [] });
    expect(moved.err).toMatch(/RUN027.*the vendor's sync destinations/s);
    await world.run('plan', '--out', 'plan.json');
    expect(await prune(world, '--plan', 'plan.json')).toMatchObject({ code: 0, told: [], writes: [] });
    expect((await prune(world, '--plan', 'plan.json', '--prune', '1')).told).toMatchObject([{ deleted: true }]);
  });

  it.each([
    ['a lost answer', 'commit_then_reset', true],
    ['a request that did not arrive', 'reset', true],
    ['a second sending by a gateway', 'carried_out_twice', true],
  ])('is deleted once in spite of %s', async (_, kind, deleted) => {
    await using world = await worldWithout();
    await world.rig.fault({ tenant: 'acme', method: 'DELETE', path: 'sync_destinations/[0-9]+$', fault: { kind } });
    const done = await prune(world, '--prune', '1');
    expect(done).toMatchObject({ code: deleted ? 0 : 1, told: [{ deleted }] });
    expect(urlsOf(await world.vendor())).toEqual(['fabrikam']);
    expect(await prune(world)).toMatchObject({ code: 0, told: [], writes: [] });
  });

  it('is nobody’s trouble in the run after one that died between the delete and the record', async () => {
    await using world = await worldWithout();
    const before = world.rig.git('rev-parse', 'refs/heads/storysync/state').trim();
    await prune(world, '--prune', '1');
    world.rig.git('update-ref', 'refs/heads/storysync/state', before);
    expect(stateOf(world.rig, 'contoso').native).not.toMatchObject({ vendor_id: null });
    expect(await prune(world)).toMatchObject({ code: 0, told: [], writes: [] });
    expect((await world.run('plan', '--expect-no-changes')).code).toBe(0);
    expect(await copiesAt(world, 'contoso')).toEqual(['Enrich', 'Report', 'Triage']);
  });

  it('is not counted where the origin does not show its list', async () => {
    await using world = await worldWithout();
    world.commit({ contoso: null, fabrikam: '    engine: push\n    stories: []\n' });
    await world.rig.control('POST', 'keys', { tenant: 'acme', key: 'acme-editor', kind: 'personal', role: 'editor' });
    world.rig.environment.ACME_KEY = 'acme-editor';
    // Whoever only pushes needs no owner's key.
    expect((await prune(world)).code).toBe(0);
    const blind = await prune(world, '--prune', '1');
    expect(blind).toMatchObject({ code: 2, writes: [] });
    expect(blind.err).toContain('not read, so nothing is deleted there: contoso');
  });
});
