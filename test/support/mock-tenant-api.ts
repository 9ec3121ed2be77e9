import nock from 'nock';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openTenant, type TenantClient, type TenantClientOptions } from '../../src/tenant/client.ts';
import { apiKey } from './api-key.ts';
import { instantClock } from './instant-clock.ts';

const HOST = 'https://contoso.example';
export const KEY = 'canary-key-3f9a';

/** The vendor's story object, with a key that we do not know. */
export const wireStory = (changes: object = {}) => ({
  id: 301,
  name: 'Contain host',
  user_id: 12,
  team_id: 42,
  folder_id: null,
  tags: ['soc'],
  slug: 'contain_host',
  disabled: false,
  priority: true,
  locked: false,
  change_control_enabled: false,
  edited_at: '2026-02-01T09:00:00Z',
  mode: 'LIVE',
  something_newer: { deep: [1] },
  ...changes,
});
export const STORY = {
  id: 301,
  name: 'Contain host',
  slug: 'contain_host',
  teamId: 42,
  tags: ['soc'],
  changeControl: false,
  disabled: false,
  priority: true,
  locked: false,
  folderId: null,
  editedAt: '2026-02-01T09:00:00Z',
  editedAtTrusted: false,
};
export const EXPORT = {
  schema_version: 28,
  name: 'Contain host',
  guid: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  agents: [],
  links: [],
};
export const wireType = {
  id: 512,
  name: 'Alert',
  team_id: 42,
  record_fields: [{ id: 9103, name: 'Title', result_type: 'TEXT', fixed_values: [] }],
  default_record_fields: [{ id: 9101, name: 'Story name', result_type: 'TEXT', fixed_values: null }],
};
export const meta = (count: number) => ({ next_page_number: null, count, pages: 1, per_page: 500 });

/**
 * A tenant whose host is mocked: call it once per file, at the top. Every answer that a test prepares must be asked for.
 */
export function mockTenantApi() {
  const open: TenantClient[] = [];
  beforeAll(() => nock.disableNetConnect());
  afterEach(async () => {
    const left = nock.pendingMocks();
    nock.cleanAll();
    await Promise.all(open.splice(0).map((client) => client.close()));
    expect(left).toEqual([]);
  });
  afterAll(() => {
    nock.enableNetConnect();
    nock.restore();
  });
  return {
    /** Prepares an answer below `/api/v1`, for requests that carry the key. */
    api: () => nock(`${HOST}/api/v1`, { reqheaders: { authorization: `Bearer ${KEY}` } }),
    tenant: (options: Partial<TenantClientOptions> = {}): TenantClient => {
      const client = openTenant({
        tenantUrl: HOST,
        key: apiKey(KEY),
        clock: instantClock(),
        random: () => 0.5,
        ...options,
      });
      open.push(client);
      return client;
    },
  };
}
