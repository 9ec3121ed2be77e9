import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { syncNow } from '../support/outcomes.ts';
import type { LiveStory, LiveTenant, Rig } from '../support/rig.ts';
import { fetchAction, guidOf, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const ALPHA = storyExport({ name: 'Alpha', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });
const BETA = storyExport({ name: 'Beta', actions: [webhook('In'), fetchAction('Ask', 'https://b.example/')] });

function keeping(url: string, ...more: readonly (readonly [string, string])[]): JsonObject {
  return storyExport({
    name: 'Triage',
    tags: ['ir'],
    actions: [
      webhook('Intake'),
      recordAction('Keep', 'Alert', [['title', 'TEXT'], ...more]),
      fetchAction('Tell', `${url}<<CREDENTIAL.virustotal>>/<<RESOURCE.soc_settings>>`),
    ],
  });
}
const TRIAGE = keeping('https://chat.example/');
const SHARED = { credentials: ['virustotal'], resources: ['soc_settings'] };

function triageWorld(): Promise<Rig> {
  return worldOf({ stories: { triage: TRIAGE }, tenants: { contoso: tenantWith(SHARED) } });
}

/** One story and one record type, whatever happened on the way. */
function expectNothingDoubled(tenant: LiveTenant): void {
  expect(tenant.stories.map(({ name }) => name)).toEqual(['Triage']);
  expect(tenant.record_types.map(({ name }) => name)).toEqual(['Alert']);
}

async function expectSilent(rig: Rig, ...argv: readonly string[]): Promise<void> {
  await rig.takeWrites();
  const again = await syncNow(rig, ...argv);
  expect(new Set(Object.values(again.told))).toEqual(new Set(['synced unchanged']));
  expect(again.code).toBe(0);
  expect(await rig.takeWrites()).toEqual([]);
}

describe('one destination in trouble', () => {
  it('stops nobody else, and each failure says where, what, why and what next', async () => {
    const names = ['contoso', 'fabrikam', 'initech', 'hooli', 'northwind'];
    await using rig = await worldOf({
      stories: { alpha: ALPHA, beta: BETA },
      tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])),
      destinations: Object.fromEntries(names.map((name) => [name, { stories: ['alpha', 'beta'] }])),
    });
    await rig.fault({ tenant: 'contoso', fault: { kind: 'down' } });
    rig.environment['FABRIKAM_KEY'] = 'a-wrong-key';
    delete rig.environment['INITECH_KEY'];
    const refusal = { kind: 'error', status: 422, text: "Data can't be blank" };
    await rig.fault({ tenant: 'hooli', method: 'POST', path: '^/stories/import', fault: refusal });

    const run = await syncNow(rig);
    expect(run.code).toBe(1);
    expect(run.told).toEqual({
      'contoso/alpha': 'failed unreachable',
      'contoso/beta': 'failed unreachable',
      'fabrikam/alpha': 'failed unauthorized',
      'fabrikam/beta': 'failed unauthorized',
      'initech/alpha': 'failed missing_key',
      'initech/beta': 'failed missing_key',
      'hooli/alpha': 'failed rejected',
      'hooli/beta': 'synced created',
      'northwind/alpha': 'synced created',
      'northwind/beta': 'synced created',
    });
    expect(run.outcomes['contoso/alpha']).toMatchObject({
      hint: `check that ${rig.url}/contoso answers, then run again`,
    });
    expect(run.outcomes['fabrikam/alpha']?.hint).toContain('FABRIKAM_KEY');
    expect(run.outcomes['initech/alpha']?.error_message).toBe('the environment variable INITECH_KEY is not set');
    expect(run.outcomes['hooli/alpha']?.error_message).toContain('HTTP 422');
    expect((await rig.tenant('hooli')).stories.map(({ name }) => name)).toEqual(['Beta']);
  });

  it('is told in one line per cause on the terminal, with the next step', async () => {
    await using rig = await worldOf({ stories: { alpha: ALPHA } });
    rig.environment['CONTOSO_KEY'] = 'a-wrong-key';
    const { out, code } = await rig.run('sync');
    expect(code).toBe(1);
    for (const part of ['contoso', 'alpha', 'HTTP 401', 'check the key in CONTOSO_KEY']) expect(out).toContain(part);
  });

  it('loses only the tenant whose key is revoked in the middle of a run', async () => {
    await using rig = await worldOf({
      stories: { alpha: ALPHA, beta: BETA, triage: keeping('https://x.example/') },
      tenants: { contoso: tenantWith(SHARED), fabrikam: tenantWith(SHARED) },
      destinations: Object.fromEntries(
        ['contoso', 'fabrikam'].map((name) => [name, { stories: ['alpha', 'beta', 'triage'] }]),
      ),
    });
    const revoked = { tenant: 'contoso', method: 'POST', path: '^/stories/import', skip: 1 };
    await rig.fault({ ...revoked, fault: { kind: 'revoked_key' } });
    const run = await syncNow(rig);
    expect(run.told).toEqual({
      'contoso/alpha': 'synced created',
      'contoso/beta': 'failed unauthorized',
      'contoso/triage': 'requires_sync halted',
      'fabrikam/alpha': 'synced created',
      'fabrikam/beta': 'synced created',
      'fabrikam/triage': 'synced created',
    });
    expect(run.code).toBe(1);
    expect((await rig.tenant('contoso')).record_types).toEqual([]);
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).told).toMatchObject({
      'contoso/alpha': 'synced unchanged',
      'contoso/beta': 'synced created',
      'contoso/triage': 'synced created',
    });
  });
});

const LISTINGS = ['^/stories$', '^/record_types$', '^/user_credentials$', '^/global_resources$'];

/** Answers that never get better. None of them may be taken for an empty team. */
const BROKEN_READINGS: readonly JsonObject[] = [
  { kind: 'truncated_page' },
  { kind: 'short_count' },
  { kind: 'html' },
  { kind: 'truncated_json' },
  { kind: 'wrong_shape' },
  { kind: 'error', status: 403 },
  { kind: 'error', status: 404 },
  { kind: 'redirect', location: 'https://elsewhere.invalid/' },
];

describe('a failed read is never an absence', () => {
  it.concurrent.each(BROKEN_READINGS)('nothing is written where a listing answers $kind $status', async (fault) => {
    await using rig = await triageWorld();
    await syncNow(rig);
    publish(rig, 'triage', keeping('https://chat.example/v2/'));
    for (const path of LISTINGS) {
      await rig.fault({ method: 'GET', path, always: true, fault });
      await rig.takeWrites();
      // Without state everything is read, and whatever looks absent would be made a second time.
      const run = await syncNow(rig, '--no-state');
      expect([path, run.told]).toEqual([path, { 'contoso/triage': 'failed unreadable' }]);
      expect(run.code).toBe(1);
      expect(await rig.takeWrites()).toEqual([]);
      await rig.control('DELETE', 'faults');
    }
    expect((await syncNow(rig, '--no-state')).told).toEqual({ 'contoso/triage': 'synced updated' });
    expectNothingDoubled(await rig.tenant('contoso'));
  });

  it('a listing without page numbers counts as one page, and the story in it is found', async () => {
    await using rig = await triageWorld();
    await syncNow(rig);
    await rig.fault({
      method: 'GET',
      path: '^/(stories|record_types)$',
      always: true,
      fault: { kind: 'missing_meta' },
    });
    await expectSilent(rig, '--no-state');
  });

  it('a story whose export cannot be read is neither ours nor absent', async () => {
    await using rig = await triageWorld();
    await syncNow(rig);
    await rig.fault({ path: '/export$', always: true, fault: { kind: 'wrong_shape' } });
    await rig.takeWrites();
    expect((await syncNow(rig, '--no-state')).told).toEqual({ 'contoso/triage': 'failed unreadable' });
    expect(await rig.takeWrites()).toEqual([]);
  });
});

/** What passes when it is asked again. */
const PASSING: readonly (readonly [string, JsonObject])[] = [
  ['429 without a hint', { kind: 'rate_limited', retry_after: 'none' }],
  ['429 with seconds', { kind: 'rate_limited', retry_after: 'seconds 3' }],
  ['429 with a date', { kind: 'rate_limited', retry_after: 'date 2' }],
  ['500', { kind: 'error', status: 500 }],
  ['a broken connection', { kind: 'reset' }],
  ['half a page', { kind: 'truncated_page' }],
  ['a count too small', { kind: 'short_count' }],
];

describe('a passing fault', () => {
  it.concurrent.each(PASSING)('%s on every read ends synced', async (_, fault) => {
    await using rig = await triageWorld();
    const reads = [...LISTINGS, '^/stories/[0-9]+$', '/export$'];
    for (const path of fault['kind'] === 'truncated_page' || fault['kind'] === 'short_count' ? LISTINGS : reads) {
      await rig.fault({ method: 'GET', path, fault });
    }
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it.concurrent.each(PASSING.slice(0, 3))('%s on every write ends synced', async (_, fault) => {
    await using rig = await triageWorld();
    for (const path of ['^/stories/import$', '^/record_types$', '^/stories/[0-9]+$']) {
      await rig.fault({ method: path.endsWith('+$') ? 'PUT' : 'POST', path, fault });
    }
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });
});

type Write = {
  readonly write: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly prepare: (rig: Rig) => Promise<void>;
};

const nothing = async (): Promise<void> => {};
const synced = async (rig: Rig): Promise<void> => void (await syncNow(rig));

/** Every write of a push, and what must have happened before so that it is made. */
const WRITES: readonly Write[] = [
  { write: 'the first import', method: 'POST', path: '^/stories/import$', prepare: nothing },
  { write: 'the record type', method: 'POST', path: '^/record_types$', prepare: nothing },
  { write: 'the tags', method: 'PUT', path: '^/stories/[0-9]+$', prepare: nothing },
  {
    write: 'the replacing import',
    method: 'POST',
    path: '^/stories/import$',
    prepare: async (rig) => {
      await synced(rig);
      publish(rig, 'triage', keeping('https://chat.example/v2/'));
    },
  },
  {
    write: 'the new field',
    method: 'PUT',
    path: '^/record_types/',
    prepare: async (rig) => {
      await synced(rig);
      publish(rig, 'triage', keeping('https://chat.example/', ['source', 'TEXT']));
    },
  },
  {
    write: 'the saved version',
    method: 'POST',
    path: '/versions$',
    prepare: async (rig) => {
      await synced(rig);
      const { id } = await rig.story('contoso', 'Triage');
      await rig.edit('contoso', id, { set: { path: ['agents', 'Tell', 'options', 'method'], value: 'post' } });
    },
  },
  {
    write: 'the new name',
    method: 'PUT',
    path: '^/stories/[0-9]+$',
    prepare: async (rig) => {
      await synced(rig);
      const { id } = await rig.story('contoso', 'Triage');
      await rig.edit('contoso', id, { rename: 'Triage of ours' });
    },
  },
];
const LOST: readonly { readonly kind: string }[] = [
  { kind: 'commit_then_reset' },
  { kind: 'commit_then_timeout' },
  { kind: 'reset' },
];
const LOST_WRITES = [
  ...WRITES.flatMap((write) => LOST.map((fault) => ({ ...write, kind: fault.kind, fault }))),
  ...WRITES.slice(0, 1).map((write) => ({ ...write, kind: 'a web page', fault: { kind: 'html', status: 200 } })),
];

describe('a lost answer', () => {
  it.concurrent.each(LOST_WRITES)(
    'to $write ($kind) leaves exactly one of everything',
    async ({ method, path, prepare, fault }) => {
      await using rig = await triageWorld();
      rig.patienceMs = 600;
      await prepare(rig);
      await rig.fault({ method, path, fault });
      const run = await syncNow(rig);
      expect(run.told['contoso/triage']).toMatch(/^synced (created|updated)$/);
      const tenant = await rig.tenant('contoso');
      expectNothingDoubled(tenant);
      expect(tenant.versions.length).toBeLessThanOrEqual(1);
      expect(tenant.stories[0]?.tags).toEqual(['ir']);
      const { faults } = (await rig.control('GET', 'faults')) as { faults: readonly { hits: number }[] };
      expect(faults.map(({ hits }) => hits)).toEqual([1]);
      await expectSilent(rig);
    },
  );

  it('is looked up by content where the tenant writes a stamp of its own', async () => {
    await using rig = await triageWorld();
    await rig.switches({ import_stamp: 'own' });
    await rig.fault({ method: 'POST', path: '^/stories/import$', fault: { kind: 'commit_then_reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it('three times in a row fails, doubles nothing, and the next run repairs it', async () => {
    await using rig = await triageWorld();
    await rig.fault({ method: 'POST', path: '^/stories/import$', times: 3, fault: { kind: 'reset' } });
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'failed unreachable' });
    expect(run.outcomes['contoso/triage']?.error_message).toContain('the import did not arrive');
    expect(run.outcomes['contoso/triage']?.hint).toContain('run the same command again');
    expect((await rig.tenant('contoso')).stories).toEqual([]);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it('that cannot be looked up fails, and the next run finds the story by its stamp', async () => {
    await using rig = await triageWorld();
    await rig.fault({ method: 'POST', path: '^/stories/import$', fault: { kind: 'commit_then_reset' } });
    await rig.fault({ method: 'GET', path: '^/stories$', skip: 2, always: true, fault: { kind: 'reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreachable' });
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^synced/);
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it('in the moment when ours bears a name of its own leaves that to the next run, and the neighbour untouched', async () => {
    const neighbour = storyExport({ name: 'Triage', guid: guidOf('neighbour'), actions: [webhook('Own')] });
    const teams = [
      { id: 8, name: 'Neighbour', stories: [{ content: neighbour }] },
      { id: 42, name: 'SOC', ...SHARED },
    ];
    const contoso = tenantWith({}, { teams });
    await using rig = await worldOf({
      stories: { triage: TRIAGE },
      tenants: { contoso },
      switches: { import_name_scope: 'tenant' },
    });
    const inTeam = async (team: number): Promise<readonly LiveStory[]> =>
      (await rig.tenant('contoso')).stories.filter(({ team_id }) => team_id === team);
    const before = await inTeam(8);
    await synced(rig);
    const [created] = await inTeam(42);
    publish(rig, 'triage', keeping('https://chat.example/v2/'));
    await rig.fault({ method: 'POST', path: '^/stories/import$', times: 3, fault: { kind: 'reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreachable' });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
    expect((await inTeam(42)).map(({ id, name }) => [id, name])).toEqual([[created?.id, 'Triage']]);
    expect(await inTeam(8)).toEqual(before);
    await expectSilent(rig);
  });

  it('to a change under way is not taken for an edit of somebody else', async () => {
    await using rig = await triageWorld();
    await synced(rig);
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    await rig.fault({ method: 'POST', path: '^/stories/import$', times: 3, fault: { kind: 'commit_then_reset' } });
    await rig.fault({ method: 'GET', path: '/export$', skip: 1, always: true, fault: { kind: 'reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreachable' });
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^synced/);
    await expectSilent(rig);
  });
});
