import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { syncNow } from '../support/outcomes.ts';
import { fetchAction, storyExport, webhook } from '../support/stories.ts';
import { expectNothingDoubled, expectSilent, keeping, SHARED, triageWorld } from '../support/triage-world.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const ALPHA = storyExport({ name: 'Alpha', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });
const BETA = storyExport({ name: 'Beta', actions: [webhook('In'), fetchAction('Ask', 'https://b.example/')] });

describe('one destination in trouble', () => {
  it('stops nobody else, and each failure says where, what, why and what next', async () => {
    const names = ['contoso', 'fabrikam', 'initech', 'hooli', 'northwind'];
    await using rig = await worldOf({
      stories: { alpha: ALPHA, beta: BETA },
      tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])),
      destinations: Object.fromEntries(names.map((name) => [name, { stories: ['alpha', 'beta'] }])),
    });
    await rig.fault({ tenant: 'contoso', fault: { kind: 'down' } });
    rig.environment.FABRIKAM_KEY = 'a-wrong-key';
    delete rig.environment.INITECH_KEY;
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
    expect(run.outcomes['initech/alpha']?.error_message).toBe(
      'no usable API key: the environment variable INITECH_KEY is not set',
    );
    expect(run.outcomes['hooli/alpha']?.error_message).toContain('HTTP 422');
    expect((await rig.tenant('hooli')).stories.map(({ name }) => name)).toEqual(['Beta']);
  });

  it('is told in one line per cause on the terminal, with the next step', async () => {
    await using rig = await worldOf({ stories: { alpha: ALPHA } });
    rig.environment.CONTOSO_KEY = 'a-wrong-key';
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
  it.concurrent.each(BROKEN_READINGS.map((fault) => ({ told: JSON.stringify(fault), fault })))(
    'nothing is written where a listing answers $told',
    async ({ fault }) => {
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
    },
  );

  it.concurrent.each(['^/stories$', '^/record_types$'])(
    'a list of %s without page numbers is not complete, and nothing is made a second time',
    async (path) => {
      await using rig = await triageWorld();
      await syncNow(rig);
      publish(rig, 'triage', keeping('https://chat.example/v2/'));
      await rig.fault({ method: 'GET', path, always: true, fault: { kind: 'missing_meta' } });
      await rig.takeWrites();
      const run = await syncNow(rig, '--no-state');
      expect(run.told).toEqual({ 'contoso/triage': 'failed unreadable' });
      expect(run.outcomes['contoso/triage']?.error_message).toContain('does not say how many there are');
      expect(await rig.takeWrites()).toEqual([]);
    },
  );

  it.concurrent.each(['^/stories$', '^/record_types$'])(
    'an empty list of %s without page numbers is no empty team',
    async (path) => {
      await using rig = await triageWorld();
      await rig.fault({ method: 'GET', path, always: true, fault: { kind: 'missing_meta' } });
      expect((await syncNow(rig, '--no-state')).told).toEqual({ 'contoso/triage': 'failed unreadable' });
      expect(await rig.takeWrites()).toEqual([]);
    },
  );

  it('credentials and resources without page numbers count as one page: what is absent there is made by nobody', async () => {
    await using rig = await triageWorld();
    await rig.fault({
      method: 'GET',
      path: '^/(user_credentials|global_resources)$',
      always: true,
      fault: { kind: 'missing_meta' },
    });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
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
    for (const path of fault.kind === 'truncated_page' || fault.kind === 'short_count' ? LISTINGS : reads) {
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

it('a refused update after the import costs the destination neither tags nor folder, and what moved is named', async () => {
  const folders = [{ id: 5, name: 'Ours', content_type: 'STORY' }];
  await using rig = await worldOf({
    stories: { alpha: ALPHA },
    tenants: { contoso: tenantWith({ folders }) },
    switches: { import_tags: 'from_file', import_folder: 'root', import_settings: 'reset' },
  });
  await syncNow(rig);
  const { id } = await rig.story('contoso', 'Alpha');
  await rig.edit('contoso', id, { add_tags: ['theirs'], settings: { disabled: true, folder_id: 5 } });
  publish(rig, 'alpha', { ...ALPHA, description: 'new' });
  await rig.fault({ method: 'PUT', path: '^/stories/', always: true, fault: { kind: 'error', status: 422 } });

  const run = await syncNow(rig);

  expect(run.told).toEqual({ 'contoso/alpha': 'failed rejected' });
  expect(run.outcomes['contoso/alpha']?.hint).toContain('put them back there by hand (disabled)');
  expect(await rig.story('contoso', 'Alpha')).toMatchObject({ tags: ['theirs'], folder_id: 5 });
});
