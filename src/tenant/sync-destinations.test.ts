import { describe, expect, it } from 'vitest';
import { failed, value } from '../../test/support/answers.ts';
import { apiKey } from '../../test/support/api-key.ts';
import { KEY, meta, mockTenantApi } from '../../test/support/mock-tenant-api.ts';
import {
  CREATE_REMOTE,
  CREATE_SAME_TENANT,
  STORY_SYNC_ANSWER,
  WIRE_DESTINATION,
} from '../../test/support/sync-samples.ts';

const { api, tenant } = mockTenantApi();

const ROOT = '/admin/sync_destinations';
const ANSWER = { sync_destination: WIRE_DESTINATION };
/** The vendor's sample in our words, field by field. */
const DESTINATION = {
  id: 31,
  tenantUrl: 'https://beta-lab.tines.com',
  teamId: 9,
  originTeamId: 7,
  manualSyncOnly: true,
  subscriptions: [
    { storyId: 301, storyName: 'Contain host', status: 'requires_sync', errorMessage: null },
    { storyId: 302, storyName: 'Triage mail', status: 'failed', errorMessage: '...' },
  ],
};
const REMOTE = {
  tenantUrl: CREATE_REMOTE.destination_tenant_url,
  teamId: CREATE_REMOTE.destination_team_id,
  originTeamId: CREATE_REMOTE.team_id,
  storyIds: CREATE_REMOTE.story_ids,
  manualSyncOnly: CREATE_REMOTE.manual_sync_only,
  key: apiKey(CREATE_REMOTE.destination_tenant_api_key),
};

describe('reading sync destinations', () => {
  it('tells the vendor’s sample in our words, alone and in a listing', async () => {
    api().get(`${ROOT}/31`).reply(200, ANSWER);
    api()
      .get(ROOT)
      .query({ per_page: 500, page: 1 })
      .reply(200, { sync_destinations: [WIRE_DESTINATION], meta: meta(1) });
    const client = tenant();
    expect(await value(client.getSyncDestination(31))).toEqual(DESTINATION);
    expect(await value(client.listSyncDestinations())).toEqual([DESTINATION]);
  });

  it('asks for every page, and never follows an address', async () => {
    const page = (number: number, next: number | null) => ({
      sync_destinations: [{ ...WIRE_DESTINATION, id: number }],
      meta: { ...meta(2), pages: 2, next_page_number: next, next_page: 'https://elsewhere.invalid/' },
    });
    api().get(ROOT).query({ per_page: 500, page: 1 }).reply(200, page(1, 2));
    api().get(ROOT).query({ per_page: 500, page: 2 }).reply(200, page(2, null));
    expect((await value(tenant().listSyncDestinations())).map(({ id }) => id)).toEqual([1, 2]);
  });

  it.each([
    ['fewer than it counts', { sync_destinations: [WIRE_DESTINATION], meta: meta(2) }, 'incomplete'],
    ['no count', { sync_destinations: [] }, 'incomplete'],
    ['one twice', { sync_destinations: [WIRE_DESTINATION, WIRE_DESTINATION], meta: meta(2) }, 'incomplete'],
    ['no list', { destinations: [], meta: meta(0) }, 'malformed'],
  ])('takes a listing with %s for no answer', async (_, body, kind) => {
    api().get(ROOT).query(true).twice().reply(200, body);
    expect(await failed(tenant().listSyncDestinations())).toMatchObject({ kind, effect: 'none' });
  });

  it.each(['id', 'destination_tenant_url', 'destination_team_id', 'origin_team_id', 'subscriptions'])(
    'needs one to have its %s',
    async (field) => {
      api()
        .get(`${ROOT}/31`)
        .reply(200, { sync_destination: { ...WIRE_DESTINATION, [field]: undefined } });
      expect(await failed(tenant().getSyncDestination(31))).toMatchObject({ kind: 'malformed' });
    },
  );

  it.each([
    ['no story', { status: 'synced' }],
    ['no id of its story', { story: { name: 'Contain host' }, status: 'synced' }],
    ['no status', { story: { id: 301 } }],
    ['nothing', null],
  ])('needs a subscription to be one: not one with %s', async (_, subscription) => {
    api()
      .get(`${ROOT}/31`)
      .reply(200, { sync_destination: { ...WIRE_DESTINATION, subscriptions: [subscription] } });
    expect(await failed(tenant().getSyncDestination(31))).toMatchObject({ kind: 'malformed' });
  });

  it('does not know what is not said, and takes no unknown word for "synced"', async () => {
    const { manual_sync_only: _, ...older } = WIRE_DESTINATION;
    const subscriptions = [{ story: { id: 301 }, status: 'syncing_in_a_new_way' }];
    api()
      .get(`${ROOT}/31`)
      .reply(200, { sync_destination: { ...older, subscriptions, newer: { deep: [1] } } });
    expect(await value(tenant().getSyncDestination(31))).toEqual({
      ...DESTINATION,
      manualSyncOnly: null,
      subscriptions: [{ storyId: 301, storyName: null, status: 'requires_sync', errorMessage: null }],
    });
  });

  it('refuses another destination than the one that was asked for', async () => {
    api().get(`${ROOT}/32`).reply(200, ANSWER);
    expect(await failed(tenant().getSyncDestination(32))).toMatchObject({ kind: 'malformed' });
  });

  it('tells the vendor’s error in its own words, without a key that it quotes', async () => {
    const quoting = { story: { id: 301, name: 'x' }, status: 'failed', error_message: `${KEY}: Net::ReadTimeout` };
    api()
      .get(`${ROOT}/31`)
      .reply(200, { sync_destination: { ...WIRE_DESTINATION, subscriptions: [quoting] } });
    const { subscriptions } = await value(tenant().getSyncDestination(31));
    expect(subscriptions[0]?.errorMessage).toBe('[…]: Net::ReadTimeout');
  });
});

describe('writing sync destinations', () => {
  it('sends what the vendor’s samples send: a key to another tenant, none to the same', async () => {
    api().post(ROOT, CREATE_REMOTE).reply(201, ANSWER);
    api().post(ROOT, CREATE_SAME_TENANT).reply(201, ANSWER);
    const client = tenant();
    expect(await value(client.createSyncDestination(REMOTE))).toEqual(DESTINATION);
    const here = { ...REMOTE, tenantUrl: CREATE_SAME_TENANT.destination_tenant_url, storyIds: [301], key: null };
    await value(client.createSyncDestination({ ...here, manualSyncOnly: false }));
  });

  it('updates only what the patch names: an empty list is no left-out list', async () => {
    const client = tenant();
    const sent = async (patch: Parameters<typeof client.updateSyncDestination>[1], body: object) => {
      api()
        .put(`${ROOT}/31`, (got) => JSON.stringify(got) === JSON.stringify(body))
        .reply(200, ANSWER);
      expect(await value(client.updateSyncDestination(31, patch))).toEqual(DESTINATION);
    };
    await sent({ manualSyncOnly: false }, { manual_sync_only: false });
    await sent({ storyIds: [] }, { story_ids: [] });
    await sent({ storyIds: [301, 302] }, { story_ids: [301, 302] });
    await sent({ key: apiKey('new-canary') }, { destination_tenant_api_key: 'new-canary' });
  });

  it('says with every delete what becomes of the copies', async () => {
    api().delete(`${ROOT}/31`, { keep_stories: true }).reply(204);
    api().delete(`${ROOT}/31`, { keep_stories: false }).reply(204);
    expect(await value(tenant().deleteSyncDestination(31, { keepStories: true }))).toBeNull();
    expect(await value(tenant().deleteSyncDestination(31, { keepStories: false }))).toBeNull();
  });

  it('begins the sync of one story of the origin', async () => {
    api().post(`${ROOT}/31/story/301/sync`).reply(200, STORY_SYNC_ANSWER);
    expect(await value(tenant().syncStory(31, 301))).toBeNull();
  });

  it.each([
    ['a create', (client: ReturnType<typeof tenant>) => client.createSyncDestination(REMOTE), 'post', ROOT],
    [
      'an update',
      (client: ReturnType<typeof tenant>) => client.updateSyncDestination(31, { storyIds: [] }),
      'put',
      `${ROOT}/31`,
    ],
    ['a sync', (client: ReturnType<typeof tenant>) => client.syncStory(31, 301), 'post', `${ROOT}/31/story/301/sync`],
  ] as const)(
    'may have done %s whose answer is odd, cut or too early, and has not where it was refused',
    async (_, send, method, path) => {
      const answers = [
        [200, '{}', 'malformed', 'possible'],
        [409, '{}', 'unavailable', 'possible'],
        [503, '', 'unavailable', 'possible'],
        [422, '{"errors":["Story must be under change control"]}', 'rejected', 'none'],
        [404, '', 'not_found', 'none'],
      ] as const;
      for (const [status, body, kind, effect] of answers) {
        api()[method](path).reply(status, body);
        expect(await failed(send(tenant()))).toMatchObject({ kind, effect });
      }
    },
  );

  it('shows the key that it handed over in no failure and in no later message', async () => {
    const key = CREATE_REMOTE.destination_tenant_api_key;
    const told = { story: { id: 301 }, status: 'failed', error_message: `401 for ${key}` };
    api()
      .post(ROOT)
      .reply(422, { error: `${key} is not authorized` });
    api()
      .get(`${ROOT}/31`)
      .reply(200, { sync_destination: { ...WIRE_DESTINATION, subscriptions: [told] } });
    const client = tenant();
    expect(JSON.stringify(await client.createSyncDestination(REMOTE))).not.toContain(key);
    expect(JSON.stringify(await client.getSyncDestination(31))).not.toContain(key);
  });
});
