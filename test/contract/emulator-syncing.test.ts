import { describe, expect, it, vi } from 'vitest';
import {
  CREATE_REMOTE,
  CREATE_SAME_TENANT,
  MANUAL_SYNC_ANSWER,
  STORY_SYNC_ANSWER,
  WIRE_DESTINATION,
} from '../support/sync-samples.ts';
import { recordStory, rig, storyFile, world } from './emulator-rig.ts';

/** Waits for what the emulator does on its own time, for as long as the runner lets a test run. */
const soon = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 2 ** 31 - 1 });

describe('sync destinations', () => {
  const origin = world({
    stories: [{ id: 1, content: recordStory([{ name: 'Title', result_type: 'TEXT' }]), change_control: true }],
  });
  const toBeta = (url: string): object => ({
    destination_tenant_url: `${url}/beta`,
    destination_tenant_api_key: 'beta-key',
    destination_team_id: 42,
    team_id: 7,
    story_ids: [1],
  });

  it('push in the background, and never show the key', async () => {
    await using emulator = await rig(origin);
    const acme = emulator.tenant('acme');
    const made = await acme('POST', '/admin/sync_destinations', toBeta(emulator.url));
    expect(made.status).toBe(201);
    expect(made.text).not.toContain('beta-key');
    expect(made.at('sync_destination', 'subscriptions', 0, 'status')).toBe('requires_sync');
    const path = `/admin/sync_destinations/${made.idAt('sync_destination', 'id')}`;
    await soon(async () =>
      expect((await acme('GET', path)).at('sync_destination', 'subscriptions', 0, 'status')).toBe('synced'),
    );
    const beta = emulator.tenant('beta');
    expect((await beta('GET', '/stories')).each('stories', 'name')).toEqual(['Contain host']);
    expect((await beta('GET', '/record_types?team_id=42')).each('record_types', 'name')).toEqual(['Alert']);
    expect((await acme('DELETE', path, { keep_stories: false })).status).toBe(204);
    await soon(async () => expect((await beta('GET', '/stories')).at('meta', 'count')).toBe(0));
  });

  it('wait for a manual sync when they are manual only, and tell why they failed', async () => {
    await using emulator = await rig(origin);
    const acme = emulator.tenant('acme');
    const body = { ...toBeta(emulator.url), manual_sync_only: true };
    const made = await acme('POST', '/admin/sync_destinations', body);
    const path = `/admin/sync_destinations/${made.idAt('sync_destination', 'id')}`;
    await emulator.control('POST', '/keys', { tenant: 'beta', key: 'beta-key', revoked: true });
    expect((await acme('POST', `${path}/manual_sync`)).body).toEqual({ sync_initiated: true });
    await soon(async () =>
      expect((await acme('GET', path)).at('sync_destination', 'subscriptions', 0)).toMatchObject({
        status: 'failed',
        error_message: expect.stringContaining('key'),
      }),
    );
    await emulator.control('POST', '/keys', { tenant: 'beta', key: 'beta-key', revoked: false });
    expect((await acme('POST', `${path}/story/1/sync`)).body).toEqual({ story_sync_initiated: true });
    await soon(async () =>
      expect((await acme('GET', path)).at('sync_destination', 'subscriptions', 0, 'status')).toBe('synced'),
    );
    expect((await acme('PATCH', path, { story_ids: [] })).at('sync_destination', 'subscriptions')).toEqual([]);
  });

  it('are for tenant owners and for stories under change control', async () => {
    await using emulator = await rig(
      world(
        { stories: [{ id: 1, content: storyFile() }] },
        { keys: [{ key: 'p', kind: 'personal', role: 'team_admin' }] },
      ),
    );
    expect((await emulator.tenant('acme', 'p')('GET', '/admin/sync_destinations')).status).toBe(404);
    const refused = await emulator.tenant('acme')('POST', '/admin/sync_destinations', toBeta(emulator.url));
    expect(refused.status).toBe(422);
  });

  it('make a type with a sequential name when a field is gone, and keep the old one with its data', async () => {
    await using emulator = await rig({
      tenants: {
        ...origin.tenants,
        beta: {
          keys: [{ key: 'beta-key' }],
          teams: [
            {
              id: 42,
              record_types: [{ name: 'Alert', fields: [{ name: 'Gone', result_type: 'TEXT' }], records: 3 }],
            },
          ],
        },
      },
    });
    await emulator.tenant('acme')('POST', '/admin/sync_destinations', toBeta(emulator.url));
    const beta = emulator.tenant('beta');
    await soon(async () =>
      expect((await beta('GET', '/record_types?team_id=42')).each('record_types', 'name')).toEqual([
        'Alert',
        'Alert (1)',
      ]),
    );
    const state = await emulator.control('GET', '/state');
    expect(state.at('tenants', 'beta', 'record_types', 0, 'records')).toBe(3);
  });

  it('answer as the vendor’s samples do, field by field', async () => {
    await using emulator = await rig(origin);
    const acme = emulator.tenant('acme');
    const send = { ...CREATE_REMOTE, ...toBeta(emulator.url) };
    expect(Object.keys(send).toSorted()).toEqual(Object.keys(CREATE_REMOTE).toSorted());
    const made = await acme('POST', '/admin/sync_destinations', send);
    const path = `/admin/sync_destinations/${made.idAt('sync_destination', 'id')}`;
    const sample = {
      ...WIRE_DESTINATION,
      id: expect.any(Number),
      destination_tenant_url: `${emulator.url}/beta`,
      destination_team_id: 42,
      subscriptions: [{ ...WIRE_DESTINATION.subscriptions[0], story: { id: 1, name: 'Contain host' } }],
    };
    expect(made.body).toEqual({ sync_destination: sample });
    expect((await acme('GET', path)).body).toEqual({ sync_destination: sample });
    expect((await acme('GET', '/admin/sync_destinations')).at('sync_destinations')).toEqual([sample]);
    expect((await acme('POST', `${path}/story/1/sync`)).body).toEqual(STORY_SYNC_ANSWER);
    expect((await acme('POST', `${path}/manual_sync`)).body).toEqual(MANUAL_SYNC_ANSWER);
    const gone = await acme('DELETE', path, { keep_stories: true });
    expect([gone.status, gone.text]).toEqual([204, '']);
    const here = { ...CREATE_SAME_TENANT, destination_tenant_url: `${emulator.url}/acme`, destination_team_id: 8 };
    expect((await acme('POST', '/admin/sync_destinations', { ...here, story_ids: [1] })).status).toBe(201);
  });

  it('refuse a key for the same tenant, a team that is not there, and stories of another team', async () => {
    await using emulator = await rig(origin);
    const acme = emulator.tenant('acme');
    const same = { destination_tenant_url: `${emulator.url}/acme`, destination_team_id: 8 };
    for (const wrong of [same, { destination_team_id: 41 }, { team_id: 9 }, { team_id: 8 }, { story_ids: [2] }]) {
      const answer = await acme('POST', '/admin/sync_destinations', { ...toBeta(emulator.url), ...wrong });
      expect(answer.status, JSON.stringify(wrong)).toBe(422);
    }
    expect((await acme('GET', '/admin/sync_destinations')).at('meta', 'count')).toBe(0);
  });

  it('are listed in pages of at most 500, each with its subscriptions', async () => {
    await using emulator = await rig({ ...origin, switches: { sync_twin: 'allowed' } });
    const acme = emulator.tenant('acme');
    const body = { ...toBeta(emulator.url), manual_sync_only: true };
    for (let made = 0; made < 3; made++) await acme('POST', '/admin/sync_destinations', body);
    const first = await acme('GET', '/admin/sync_destinations?per_page=2&page=1');
    expect([first.at('meta', 'count'), first.at('meta', 'next_page_number')]).toEqual([3, 2]);
    const last = await acme('GET', '/admin/sync_destinations?per_page=2&page=2');
    expect(last.each('sync_destinations', 'subscriptions')).toEqual([
      [{ story: { id: 1, name: 'Contain host' }, status: 'requires_sync', error_message: null }],
    ]);
    expect((await acme('GET', '/admin/sync_destinations?per_page=900')).at('meta', 'per_page')).toBe(500);
  });

  it('fail one story with the words that a test gives, and take it up again', async () => {
    await using emulator = await rig({ ...origin, switches: { sync_duration: 'at_once' } });
    const acme = emulator.tenant('acme');
    const fault = { method: 'POST', path: '/sync$', fault: { kind: 'sync_fails', text: 'Net::ReadTimeout' } };
    expect((await emulator.control('POST', '/faults', fault)).status).toBe(201);
    const made = await acme('POST', '/admin/sync_destinations', { ...toBeta(emulator.url), manual_sync_only: true });
    const path = `/admin/sync_destinations/${made.idAt('sync_destination', 'id')}`;
    const told = async () => {
      await acme('POST', `${path}/story/1/sync`);
      return (await acme('GET', path)).at('sync_destination', 'subscriptions', 0);
    };
    expect(await told()).toMatchObject({ status: 'failed', error_message: 'Net::ReadTimeout' });
    expect(await told()).toMatchObject({ status: 'synced', error_message: null });
  });

  it('are carried out although the answer is lost, and made twice by a gateway that repeats', async () => {
    await using emulator = await rig({ ...origin, switches: { sync_twin: 'allowed' } });
    const acme = emulator.tenant('acme');
    const count = async () => (await acme('GET', '/admin/sync_destinations')).at('meta', 'count');
    const meet = async (kind: string) => {
      await emulator.control('POST', '/faults', { method: 'POST', path: '/sync_destinations$', fault: { kind } });
      return acme('POST', '/admin/sync_destinations', toBeta(emulator.url)).then(
        ({ status }) => status,
        () => 'lost',
      );
    };
    expect([await meet('commit_then_reset'), await count()]).toEqual(['lost', 1]);
    expect([await meet('carried_out_twice'), await count()]).toEqual([201, 3]);
  });
});
