import { describe, expect, it } from 'vitest';
import type { TeamConfig } from '../../src/emulator/control/config.ts';
import { entriesIn, only, outcomesIn, planned, told } from '../support/documents.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const LOOKUP = storyExport({
  name: 'Lookup',
  actions: [
    webhook('In'),
    fetchAction('Ask', 'https://vt.example/<<CREDENTIAL.virustotal>>/<<RESOURCE.settings.limit>>'),
    callStory('Enrich', 'enrich'),
    recordAction('Keep', 'Alert', [['title', 'TEXT']]),
  ],
});
const ENRICH = storyExport({ name: 'Enrich', actions: [webhook('Ask'), fetchAction('Get', 'https://x.example')] });
const ALL: Partial<TeamConfig> = {
  credentials: ['virustotal'],
  resources: ['settings'],
  stories: [{ content: ENRICH }],
};

function worldWith(team: Partial<TeamConfig>, prerequisites: 'fail' | 'warn' = 'fail') {
  const destinations = { contoso: { stories: ['lookup'], options: { prerequisites } } };
  return worldOf({ tenants: { contoso: tenantWith(team) }, stories: { lookup: LOOKUP }, destinations });
}

describe('what a story names and the team lacks', () => {
  it.each([
    ['credential "virustotal"', { credentials: [] }, { kind: 'credential', slug: 'virustotal' }],
    ['resource "settings"', { resources: [] }, { kind: 'resource', slug: 'settings' }],
    ['sub-story "enrich"', { stories: [] }, { kind: 'story', slug: 'enrich' }],
  ])('blocks the story for %s; nothing is written, no record type either', async (name, lack, missing) => {
    await using rig = await worldWith({ ...ALL, ...lack });

    const plan = await rig.runJson('plan');
    expect(plan.code).toBe(1);
    expect(only(entriesIn(plan.json))).toMatchObject({
      action: 'blocked',
      reason: 'missing_prerequisite',
      missing: [missing],
    });
    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({ 'contoso/lookup': 'failed nothing missing_prerequisite' });
    expect(only(outcomesIn(sync.json)).message).toContain(name);
    expect(await rig.takeWrites()).toEqual([]);
    expect((await rig.tenant('contoso')).record_types).toEqual([]);
  });

  it('is a warning under prerequisites: warn, and the story is pushed', async () => {
    await using rig = await worldWith({}, 'warn');

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(0);
    const outcome = only(outcomesIn(sync.json));
    expect(outcome).toMatchObject({ status: 'synced', did: 'created' });
    expect(outcome.warnings).toEqual([
      'missing there: credential "virustotal", resource "settings", sub-story "enrich"',
    ]);
    await rig.takeWrites();
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/lookup': 'synced unchanged -' });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('does not count where another team shares it with all, and warns where it is shared with chosen teams', async () => {
    const shared = { slug: 'virustotal', read_access: 'GLOBAL' as const };
    const chosen = { slug: 'settings', read_access: 'SPECIFIC_TEAMS' as const, shared_team_slugs: ['soc'] };
    const teams = [
      { id: 42, name: 'SOC', stories: [{ content: ENRICH }] },
      { id: 43, name: 'Platform', credentials: [shared], resources: [chosen] },
    ];
    await using rig = await worldOf({ tenants: { contoso: tenantWith({}, { teams }) }, stories: { lookup: LOOKUP } });

    const sync = await rig.runJson('sync');

    expect(told(sync.json)).toEqual({ 'contoso/lookup': 'synced created new' });
    expect(only(outcomesIn(sync.json)).warnings).toEqual([
      'resource "settings" is shared with chosen teams; the key cannot tell whether this team is one of them',
    ]);
  });

  it('counts where the only one belongs to another team alone', async () => {
    const teams = [
      { id: 42, name: 'SOC', resources: ['settings'], stories: [{ content: ENRICH }] },
      { id: 43, name: 'Platform', credentials: ['virustotal'] },
    ];
    await using rig = await worldOf({ tenants: { contoso: tenantWith({}, { teams }) }, stories: { lookup: LOOKUP } });

    expect(planned((await rig.runJson('plan')).json)).toEqual({ 'contoso/lookup': 'blocked missing_prerequisite' });
  });

  it('does not count in notes and descriptions', async () => {
    const described = { ...fetchAction('Get', 'https://x.example'), description: 'like <<CREDENTIAL.absent>>' };
    const note = {
      guid: LOOKUP.guid ?? null,
      content: 'see <<RESOURCE.absent>> and {% story Absent %}',
      position: [0, 0],
    };
    const story = storyExport({
      name: 'Noted',
      actions: [described],
      diagram_notes: [note],
      description: '<<CREDENTIAL.absent>>',
    });
    await using rig = await worldOf({ stories: { noted: story } });

    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/noted': 'synced created new' });
  });

  it('shows no value of a resource anywhere', async () => {
    const resources = [{ slug: 'settings', value: { limit: 'resource-value-canary' } }];
    await using rig = await worldWith({ ...ALL, resources });

    const runs = [await rig.run('plan', '--verbose', '--out', 'plan.json'), await rig.run('sync', '--verbose')];

    const state = rig.git('log', '-p', 'storysync/state');
    const said = `${runs.map(({ out, err }) => out + err).join('')}${rig.read('plan.json')}${state}`;
    expect(said).not.toContain('resource-value-canary');
    expect(said).not.toContain('tenant-secret-key');
  });
});

describe('stories that call each other', () => {
  const caller = storyExport({ name: 'A caller', actions: [callStory('Call', 'z_callee')] });
  const callee = storyExport({ name: 'Z callee', actions: [webhook('In'), fetchAction('Get', 'https://x.example/1')] });

  it('go out callee first', async () => {
    await using rig = await worldOf({ stories: { caller, callee } });

    const plan = await rig.runJson('plan');
    expect(Object.keys(planned(plan.json))).toEqual(['contoso/callee', 'contoso/caller']);
    expect((await rig.runJson('sync')).code).toBe(0);

    const { stories } = await rig.tenant('contoso');
    expect(stories.map(({ name }) => name)).toEqual(['Z callee', 'A caller']);
  });

  it('a callee that arrived and reads back differently is there: its caller goes out', async () => {
    await using rig = await worldOf({ stories: { caller, callee } });
    await rig.fault({ method: 'POST', path: '^/stories/import', fault: { kind: 'drop_action' } });
    expect(told((await rig.runJson('sync')).json)).toEqual({
      'contoso/callee': 'failed created verify_failed',
      'contoso/caller': 'synced created new',
    });
  });

  it('under --story: a callee that was not chosen must be there already', async () => {
    await using rig = await worldOf({ stories: { caller, callee } });

    const missing = await rig.runJson('sync', '--story', 'caller');
    expect(told(missing.json)).toEqual({ 'contoso/caller': 'failed nothing missing_prerequisite' });
    expect((await rig.tenant('contoso')).stories).toEqual([]);

    expect((await rig.runJson('sync', '--story', 'callee')).code).toBe(0);
    const there = await rig.runJson('sync', '--story', 'caller');
    expect(told(there.json)).toEqual({ 'contoso/caller': 'synced created new' });
  });

  it('in a circle end synced, and the next run is silent', async () => {
    const ping = storyExport({ name: 'Ping', actions: [webhook('In'), callStory('Call', 'pong')] });
    const pong = storyExport({ name: 'Pong', actions: [webhook('In'), callStory('Call', 'ping')] });
    await using rig = await worldOf({ stories: { ping, pong } });

    const sync = await rig.runJson('sync');

    expect(told(sync.json)).toEqual({ 'contoso/ping': 'synced created new', 'contoso/pong': 'synced created new' });
    expect((await rig.tenant('contoso')).stories).toHaveLength(2);
    expect((await rig.takeWrites()).filter(({ path }) => path === '/stories/import')).toHaveLength(3);
    for (const flags of [[], ['--no-state']]) {
      expect(Object.values(told((await rig.runJson('sync', ...flags)).json))).toEqual(
        Array(2).fill('synced unchanged -'),
      );
    }
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('a caller waits as not_reached when its callee could not be created', async () => {
    await using rig = await worldOf({ stories: { caller, callee } });
    await rig.fault({
      tenant: 'contoso',
      method: 'POST',
      path: '/stories/import',
      fault: { kind: 'error', status: 422 },
    });

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({
      'contoso/callee': 'failed nothing rejected',
      'contoso/caller': 'requires_sync nothing not_reached',
    });
    expect((await rig.tenant('contoso')).stories).toEqual([]);
    // The next run goes on where this one stopped.
    expect((await rig.runJson('sync')).code).toBe(0);
    expect((await rig.tenant('contoso')).stories).toHaveLength(2);
  });

  it('a caller goes out although its callee failed, where the callee exists there', async () => {
    await using rig = await worldOf({ stories: { caller, callee } });
    await rig.run('sync');
    rig.write('stories/caller.json', withOption(caller, 'Call', 'payload', { more: 'yes' }));
    publish(rig, 'callee', withOption(callee, 'Get', 'url', 'https://x.example/2'));
    await rig.fault({
      tenant: 'contoso',
      method: 'POST',
      path: '/stories/import',
      fault: { kind: 'error', status: 422 },
    });

    const sync = await rig.runJson('sync');

    expect(sync.code).toBe(1);
    expect(told(sync.json)).toEqual({
      'contoso/callee': 'failed nothing rejected',
      'contoso/caller': 'synced updated content_changed',
    });
  });

  it('a caller is blocked where its callee cannot come at all', async () => {
    const needy = storyExport({
      name: 'Z callee',
      actions: [fetchAction('Get', 'https://x.example/<<CREDENTIAL.absent>>')],
    });
    await using rig = await worldOf({ stories: { caller, callee: needy } });

    const sync = await rig.runJson('sync');

    expect(Object.values(told(sync.json))).toEqual(Array(2).fill('failed nothing missing_prerequisite'));
    expect(await rig.takeWrites()).toEqual([]);
  });
});
