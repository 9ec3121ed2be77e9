import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { planned, told } from '../support/documents.ts';
import { impatientClock } from '../support/instant-clock.ts';
import type { Rig, Run } from '../support/rig.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
const CHANGED = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');

const NEEDY = storyExport({
  name: 'Watch',
  actions: [webhook('In'), fetchAction('Ask', 'https://vt.example/<<CREDENTIAL.virustotal>>')],
});
const DAY = 24 * 60 * 60 * 1000;

/** A tick two days from now. */
async function tickLater(rig: Rig): Promise<Run & { readonly json: JsonObject }> {
  const clock = { ...impatientClock, now: () => new Date(Date.now() + 2 * DAY) };
  const run = await rig.runIn(rig.dir, ['sync', '--pending', '--format', 'json'], clock);
  return { ...run, json: JSON.parse(run.out) as JsonObject };
}

const world = () =>
  worldOf({
    tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
    stories: { watch: WATCH },
    destinations: { contoso: { stories: ['watch'] }, fabrikam: { stories: ['watch'] } },
  });

describe('--pending', () => {
  it('with nothing pending exits 0, asks no tenant, fetches no key and says so in one line', async () => {
    await using rig = await world();
    await rig.run('sync');
    const before = (await rig.log()).length;
    // A key that is asked for now would be missing.
    for (const name of Object.keys(rig.environment)) if (name.endsWith('_KEY')) delete rig.environment[name];

    for (const command of ['plan', 'sync', 'status']) {
      const run = await rig.run(command, '--pending', '--quiet');
      expect([run.code, run.err]).toEqual([0, '']);
      expect(run.out).toContain('nothing pending');
      expect(run.out).not.toContain('Nothing is recorded yet');
    }
    expect((await rig.run('sync', '--pending', '--quiet')).out).toBe('Status: nothing pending\n');
    expect((await rig.runJson('sync', '--pending')).json).toMatchObject({ sync_destinations: [] });
    expect((await rig.log()).length).toBe(before);
  });

  it('asks and pushes to those alone that are not where git wants them', async () => {
    await using rig = await world();
    await rig.run('sync', '--destination', 'contoso');
    await rig.takeWrites();

    const plan = await rig.runJson('plan', '--pending');
    const status = await rig.runJson('status', '--pending');
    const sync = await rig.runJson('sync', '--pending');

    expect(Object.keys(planned(plan.json))).toEqual(['fabrikam/watch']);
    expect(told(status.json)).toMatchObject({ 'fabrikam/watch': expect.stringContaining('requires_sync') });
    expect(told(sync.json)).toEqual({ 'fabrikam/watch': 'synced created new' });
    expect(new Set((await rig.log()).map(({ tenant }) => tenant))).toEqual(new Set(['fabrikam']));
  });

  it('tries a failed pair again in each run, until it is there', async () => {
    await using rig = await world();
    await rig.run('sync');
    rig.write('stories/watch.json', CHANGED);
    rig.commit('change');
    await rig.fault({ tenant: 'contoso', method: 'POST', path: '/import$', fault: { kind: 'error', status: 422 } });
    await rig.run('sync');
    await rig.control('DELETE', 'faults');

    const sync = await rig.runJson('sync', '--pending');

    expect([sync.code, told(sync.json)]).toEqual([0, { 'contoso/watch': 'synced updated content_changed' }]);
    expect((await rig.run('sync', '--pending', '--quiet')).out).toBe('Status: nothing pending\n');
  });

  it('leaves what a person holds back to that person: no tenant is asked for it', async () => {
    const destination = { stories: ['watch'], options: { hold: { reason: 'audit' } } };
    await using rig = await worldOf({
      tenants: { contoso: tenantWith() },
      stories: { watch: WATCH },
      destinations: { contoso: destination },
    });

    const sync = await rig.run('sync', '--pending', '--quiet');

    expect([sync.code, sync.out]).toEqual([0, 'Status: nothing pending\n']);
    expect(await rig.log()).toEqual([]);
  });

  it('judges by what is recorded: with nothing recorded every destination is asked', async () => {
    await using rig = await world();
    await rig.run('sync');
    rig.git('branch', '-D', 'storysync/state');

    expect(Object.keys(planned((await rig.runJson('plan', '--pending')).json))).toEqual([
      'contoso/watch',
      'fabrikam/watch',
    ]);
  });

  describe('under a rollout', () => {
    const rings = [
      { name: 'canary', match: { ring: 'canary' } },
      { name: 'broad', soak: '1d', batch: 1 },
    ];
    const names = ['alpine', 'baltic', 'contoso'];
    const fleet = (needs: readonly string[] = []) =>
      worldOf({
        tenants: Object.fromEntries(
          names.map((name) => [name, tenantWith({ credentials: name === 'alpine' ? [] : [...needs] })]),
        ),
        stories: { watch: needs.length > 0 ? NEEDY : WATCH },
        destinations: Object.fromEntries(
          names.map((name) => [
            name,
            { stories: ['watch'], options: { labels: { ring: name === 'contoso' ? 'canary' : 'broad' } } },
          ]),
        ),
        rollout: { rings, max_failed: { broad: 1 } },
      });
    const askedIn = async (rig: Rig) => [...new Set((await rig.log()).map(({ tenant }) => tenant))].sort();

    it('asks no tenant where all that is pending waits, and says of each pair what it waits for', async () => {
      await using rig = await fleet();
      await rig.run('sync');
      await rig.control('DELETE', 'log');

      const tick = await rig.runJson('sync', '--pending');

      expect([tick.code, told(tick.json)]).toEqual([
        0,
        {
          'alpine/watch': 'requires_sync nothing awaiting_ring',
          'baltic/watch': 'requires_sync nothing awaiting_ring',
        },
      ]);
      expect(await rig.log()).toEqual([]);
    });

    it('asks and pushes to those that may go by now; what waits for the next batch is not asked', async () => {
      await using rig = await fleet();
      await rig.run('sync');
      await rig.control('DELETE', 'log');

      const tick = await tickLater(rig);

      expect(told(tick.json)).toEqual({
        'alpine/watch': 'synced created new',
        'baltic/watch': 'requires_sync nothing awaiting_ring',
      });
      expect(await askedIn(rig)).toEqual(['alpine']);
    });

    it('leaves those that were not asked alone, also when their turn comes while others are read', async () => {
      await using rig = await fleet(['virustotal']);
      await rig.run('sync', '--destination', 'contoso');
      await rig.control('DELETE', 'log');

      // Its credential is missing, so the one place in the batch is free once it was read.
      const tick = await tickLater(rig);

      expect(told(tick.json)).toEqual({
        'alpine/watch': 'failed nothing missing_prerequisite',
        'baltic/watch': 'requires_sync nothing awaiting_ring',
      });
      expect(await askedIn(rig)).toEqual(['alpine']);
    });
  });

  it.each([
    ['sync', '--no-state', 'it goes by recorded state'],
    ['sync', '--force', 'equal'],
    ['sync', '--prune', 'left behind'],
  ])('of %s is refused with %s', async (command, flag) => {
    await using rig = await world();
    const run = await rig.run(command, '--pending', flag);
    expect([run.code, run.err]).toEqual([
      2,
      expect.stringContaining(`option '--pending' cannot be used with option '${flag}`),
    ]);
    expect(await rig.log()).toEqual([]);
  });
});
