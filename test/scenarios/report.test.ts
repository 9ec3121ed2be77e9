import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/json/canonical.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { outcomesIn } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { STATE_KEY } from '../support/state-branch.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const NAMES = ['contoso', 'fabrikam', 'northwind', 'tailspin', 'wingtip'];
const world = () =>
  worldOf({
    tenants: Object.fromEntries(NAMES.map((name) => [name, tenantWith()])),
    stories: { watch: WATCH },
    destinations: Object.fromEntries(NAMES.map((name) => [name, { stories: ['watch'] }])),
  });

/** Syncs shards, each of which leaves its status file outside the work tree that git looks at. */
async function syncShards(rig: Rig, shards: readonly string[], ...more: readonly string[]): Promise<void> {
  mkdirSync(join(rig.dir, '.git/status'), { recursive: true });
  for (const shard of shards) {
    const { out } = await rig.run('sync', '--shard', shard, '--format', 'json', ...more);
    writeFileSync(fileOf(rig, shard), out);
  }
}

const fileOf = (rig: Rig, shard: string): string => join(rig.dir, '.git/status', `${shard.replace('/', '-of-')}.json`);
const report = (rig: Rig, ...more: readonly string[]) =>
  rig.runJson('report', '--status-files', '.git/status/*.json', ...more);
const ALL = ['1/3', '2/3', '3/3'];

/** Changes a file as somebody might who wants it to say something else. */
function forge(rig: Rig, shard: string, change: (status: JsonObject) => JsonObject, as = shard): void {
  const status = JSON.parse(rig.read(fileOf(rig, shard).slice(rig.dir.length + 1))) as JsonObject;
  writeFileSync(fileOf(rig, as), canonicalJson(change(status)));
}

/** A change that a shard tells of. */
function failed(destination: string, key: string): JsonObject {
  return { change: 'failed', destination, ring: null, reason: null, story: { key, name: 'x' }, expired: null };
}

const firstOf = ({ sync_destinations: told }: JsonObject): string =>
  (told as readonly { readonly name: string }[])[0]?.name ?? '';

describe('report', () => {
  it('tells of all shards what one sync would have told, and asks no tenant', async () => {
    await using rig = await world();
    await syncShards(rig, ALL);
    await rig.takeWrites();
    const { code, err, json } = await report(rig);
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(outcomesIn(json))).toEqual(NAMES.map((name) => `${name}/watch`));
    expect(json.totals).toEqual({
      synced: 5,
      failed: 0,
      requires_sync: 0,
      did: { created: 5, updated: 0, unchanged: 0, nothing: 0 },
    });
    expect(json).not.toHaveProperty('shard');
    expect(await rig.log()).toEqual([]);
    const text = await rig.run('report', '--status-files', '.git/status/*.json');
    expect(text.out).toContain('Status: 5 synced (5 created), 0 failed, 0 pending (5 destinations)');
  });

  it('says which shard is missing: its pairs are not reached, and the next round repairs it', async () => {
    await using rig = await world();
    await syncShards(rig, ['1/3', '3/3']);
    const { code, err, json } = await report(rig);
    expect(code).toBe(1);
    expect(err).toContain('shard 2/3 left no status file that counts');
    expect(json).toMatchObject({ missing_shards: ['2/3'], totals: { synced: 3, failed: 0, requires_sync: 2 } });
    const lost = Object.values(outcomesIn(json)).filter(({ status }) => status !== 'synced');
    expect(lost).toMatchObject(
      [1, 2].map(() => ({ reason: 'not_reached', message: 'shard 2/3 left no status file that counts' })),
    );
    await syncShards(rig, ALL);
    expect((await report(rig)).code).toBe(0);
  });

  it('has every pair as not reached where no shard left a file', async () => {
    await using rig = await world();
    const { code, err, json } = await report(rig);
    expect(code).toBe(1);
    expect(err).toContain('no status file was found: nothing matches .git/status/*.json');
    expect(json.totals).toMatchObject({ synced: 0, requires_sync: 5 });
  });

  it('counts a shard once that left two files: that which was written last', async () => {
    await using rig = await world();
    await rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'error', status: 401 } });
    await syncShards(rig, ALL);
    for (const shard of ALL) cpSync(fileOf(rig, shard), fileOf(rig, `${shard} again`));
    const failed = await report(rig);
    expect([failed.code, failed.json.totals]).toMatchObject([1, { synced: 4, failed: 1 }]);
    await rig.control('DELETE', 'faults');
    await rig.later();
    await syncShards(rig, ALL);
    expect((await report(rig)).json.totals).toMatchObject({ synced: 5, failed: 0 });
  });

  it('goes by the selectors of the syncs, and says so where they differ', async () => {
    await using rig = await world();
    await syncShards(rig, ALL, '--destination', 'contoso', 'fabrikam');
    const same = await report(rig, '--destination', 'contoso', 'fabrikam');
    expect([same.code, same.json.totals]).toMatchObject([0, { synced: 2, requires_sync: 0 }]);
    const wider = await report(rig);
    expect([wider.code, wider.json.totals]).toMatchObject([1, { synced: 2, requires_sync: 3 }]);
    expect(Object.values(outcomesIn(wider.json)).map(({ hint }) => hint)).toContain(
      'give the report the same selectors as the sync',
    );
    const narrower = await report(rig, '--destination', 'contoso');
    expect(narrower.code).toBe(1);
    expect(narrower.err).toContain('it tells of fabrikam / watch, which this report is not about');
  });

  it('of a tick is silent where nothing was pending', async () => {
    await using rig = await world();
    await syncShards(rig, ALL);
    await syncShards(rig, ALL, '--pending');
    const { code, err, json } = await report(rig, '--pending');
    expect([code, err, json.totals]).toMatchObject([0, '', { synced: 0, failed: 0, requires_sync: 0 }]);
  });

  it('takes no file of another commit', async () => {
    await using rig = await world();
    await syncShards(rig, ALL);
    publish(rig, 'watch', storyExport({ name: 'Watch', actions: [webhook('In')] }));
    await syncShards(rig, ['1/3']);
    const { code, err, json } = await report(rig);
    expect([code, json.missing_shards]).toEqual([1, ['2/3', '3/3']]);
    expect(err).toContain('the status file .git/status/2-of-3.json does not count: it is of commit');
  });

  it.each<[string, string, (status: JsonObject) => JsonObject, string]>([
    ['of another number', '1/3', (status) => ({ ...status, shard: '2/3' }), 'is not in that part of the fleet'],
    ['of another manifest', '1/3', (status) => ({ ...status, manifest: 'other.yaml' }), 'it is of another manifest'],
    ['without a shard', '1/3', (status) => ({ ...status, shard: '0/3' }), 'it is not that of a sync with a shard'],
    [
      'whose totals are too good',
      '1/3',
      (status) => ({
        ...status,
        totals: { synced: 99, failed: 0, requires_sync: 0, did: { created: 0, updated: 0, unchanged: 0, nothing: 0 } },
      }),
      'its totals say 99 synced',
    ],
    ['that is none', '1/3', () => ({ format: 'storysync.plan/1' }), 'its format is not "storysync.status/1"'],
    ['with an unknown key', '1/3', (status) => ({ ...status, evil: true }), 'the unknown key "evil"'],
    [
      'that moves a destination',
      '1/3',
      (status) =>
        JSON.parse(
          JSON.stringify(status).replaceAll(/"destination_team_id":\d+/g, '"destination_team_id":7'),
        ) as JsonObject,
      'at another place than the manifest',
    ],
    [
      'that tells of a story nobody asked for',
      '1/3',
      (status) => JSON.parse(JSON.stringify(status).replaceAll('"key":"watch"', '"key":"other"')) as JsonObject,
      '/ other, which this report is not about',
    ],
    [
      'that tells of changes elsewhere',
      '1/3',
      (status) => ({ ...status, changes: [failed('nobody', 'watch')] }),
      'it tells of changes outside that part of the fleet',
    ],
    [
      'that tells of changes of a story nobody asked for',
      '1/3',
      (status) => ({ ...status, changes: [failed(firstOf(status), 'other')] }),
      'it tells of changes outside that part of the fleet',
    ],
    [
      'that tells of one change as often as it likes',
      '1/3',
      (status) => ({ ...status, changes: [failed(firstOf(status), 'watch'), failed(firstOf(status), 'watch')] }),
      'it tells of a change twice',
    ],
  ])('takes no file %s: its shard is missing', async (_, shard, change, why) => {
    await using rig = await world();
    await syncShards(rig, ALL);
    forge(rig, shard, change);
    const { code, err, json } = await report(rig);
    expect(code).toBe(1);
    expect(err).toContain(why);
    expect(json).toMatchObject({ missing_shards: [shard] });
  });

  it('merges nothing where the files are of different numbers of shards', async () => {
    await using rig = await world();
    await syncShards(rig, [...ALL, '2/2']);
    const { code, out, err } = await rig.run('report', '--status-files', '.git/status/*.json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('the status files cannot be merged: they are of 2 and of 3 shards');
  });

  it('reads no link, no folder and no file that is not there', async () => {
    await using rig = await world();
    await syncShards(rig, ['1/3', '2/3']);
    mkdirSync(join(rig.dir, '.git/elsewhere'));
    cpSync(fileOf(rig, '1/3'), join(rig.dir, '.git/elsewhere/status.json'));
    symlinkSync('../elsewhere/status.json', fileOf(rig, '3/3'));
    symlinkSync('../elsewhere', join(rig.dir, '.git/status/below'));
    const files = [
      '.git/status/3-of-3.json',
      '.git/status/{below,none}/status.json',
      '.git/status',
      '.git/status/none.json',
    ];
    const { code, err } = await rig.run('report', '--status-files', ...files);
    expect(code).toBe(1);
    expect(err.match(/it is reached by a symbolic link/g)).toHaveLength(2);
    expect(err).toContain('it is not a regular file');
    expect(err).toContain('there is no such file');
  });

  it('obeys no name of a file, and shows nothing of what one holds', async () => {
    await using rig = await world();
    await syncShards(rig, ALL);
    const evil = join(rig.dir, '.git/status', '\u001b[31m\n::error::pwned.json');
    writeFileSync(evil, '{"format":"storysync.status/1","commit":"a secret"}');
    const { code, err, json } = await report(rig);
    expect([code, json.totals]).toMatchObject([1, { synced: 5 }]);
    expect(err).toContain('does not count');
    expect(err).not.toMatch(/^::|secret/m);
    expect(err).not.toContain('\u001b');
  });

  it('with a state key takes what was signed with it, and nothing else', async () => {
    await using rig = await world();
    rig.environment.STORYSYNC_STATE_KEY = STATE_KEY;
    await syncShards(rig, ALL);
    expect((await report(rig)).code).toBe(0);
    forge(rig, '2/3', (status) => ({ ...status, interrupted: true }));
    const { code, err, json } = await report(rig);
    expect([code, json.missing_shards]).toEqual([1, ['2/3']]);
    expect(err).toContain('it is not signed with the state key, or was changed since');
  });

  it('takes what shards of one run on GitHub left, of the last attempt where there are two', async () => {
    await using rig = await world();
    Object.assign(rig.environment, { GITHUB_RUN_ID: '4711', GITHUB_RUN_ATTEMPT: '2' });
    await syncShards(rig, ALL);
    forge(
      rig,
      '1/3',
      (status) => ({ ...status, at: '2999-01-01T00:00:00.000Z', interrupted: true, run: { id: '4711', attempt: 1 } }),
      'old',
    );
    expect((await report(rig)).json).toMatchObject({ interrupted: false, totals: { synced: 5 } });
    forge(rig, '1/3', (status) => ({ ...status, run: { id: '4712', attempt: 2 } }));
    rig.environment.GITHUB_RUN_ID = '4711';
    expect((await report(rig)).err).toContain('1-of-3.json does not count: it is of another run on GitHub');
    rig.environment.GITHUB_RUN_ID = undefined;
    const { code, err } = await rig.run('report', '--status-files', '.git/status/*.json');
    expect([code, err.includes('they are of several runs on GitHub')]).toEqual([2, true]);
  });
});

describe('report of a rollout', () => {
  it('tells where the rings stand by now, and not as each shard saw them', async () => {
    const ringed = (name: string) => ({
      stories: ['watch'],
      options: { labels: { ring: CANARIES.has(name) ? 'canary' : 'broad' } },
    });
    await using rig = await worldOf({
      tenants: Object.fromEntries(NAMES.map((name) => [name, tenantWith()])),
      stories: { watch: WATCH },
      rollout: {
        rings: [
          { name: 'canary', match: { ring: 'canary' } },
          { name: 'broad', soak: '24h' },
        ],
        max_failed: { canary: 2 },
      },
      destinations: Object.fromEntries(NAMES.map((name) => [name, ringed(name)])),
    });
    await rig.later();
    await syncShards(rig, ALL);
    const seen = ALL.map(
      (shard) => JSON.parse(rig.read(fileOf(rig, shard).slice(rig.dir.length + 1))).rollout[0].there,
    );
    expect(seen).not.toEqual([3, 3, 3]);
    const { code, json } = await report(rig);
    expect(code).toBe(0);
    expect(json.totals).toMatchObject({ synced: 3, failed: 0, requires_sync: 2 });
    expect(json.rollout).toMatchObject([
      { ring: 'canary', there: 3, total: 3, state: 'passed' },
      { ring: 'broad', there: 0, total: 2, state: 'soaking' },
    ]);
    expect(json.sync_destinations).toMatchObject(
      NAMES.map((name) => ({ name, ring: CANARIES.has(name) ? 'canary' : 'broad' })),
    );
    const { out } = await rig.run('report', '--status-files', '.git/status/*.json');
    expect(out).toContain('ring broad, watch: fabrikam, tailspin wait');
    const overridden = (at: string) => (status: JsonObject) => ({
      ...status,
      rollout_override: { digest: `sha256:${'a'.repeat(64)}`, reason: 'incident', at },
    });
    forge(rig, '1/3', overridden('2026-03-01T12:00:05.000Z'));
    forge(rig, '2/3', overridden('2026-03-01T12:00:04.000Z'));
    expect((await report(rig)).json.rollout_override).toMatchObject({ at: '2026-03-01T12:00:05.000Z' });
  });
});

const CANARIES = new Set(['contoso', 'northwind', 'wingtip']);
