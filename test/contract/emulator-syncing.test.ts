import { describe, expect, it, vi } from 'vitest';
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
});
