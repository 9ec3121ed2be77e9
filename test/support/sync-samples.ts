/** Requests and answers of the vendor's pages on sync destinations, field by field, with their own values. */

/** The sample object. */
export const WIRE_DESTINATION = {
  id: 31,
  destination_tenant_url: 'https://beta-lab.tines.com',
  destination_team_id: 9,
  manual_sync_only: true,
  origin_team_id: 7,
  subscriptions: [
    { story: { id: 301, name: 'Contain host' }, status: 'requires_sync', error_message: null },
    { story: { id: 302, name: 'Triage mail' }, status: 'failed', error_message: '...' },
  ],
} as const;

/** `POST /admin/sync_destinations`: 201, to another tenant. */
export const CREATE_REMOTE = {
  destination_tenant_url: 'https://beta-lab.tines.com',
  destination_tenant_api_key: 'canary-destination-key',
  destination_team_id: 9,
  team_id: 7,
  story_ids: [301, 302],
  manual_sync_only: true,
} as const;

/** The same tenant: its own URL, and no key. */
export const CREATE_SAME_TENANT = {
  destination_tenant_url: 'https://contoso.example',
  destination_team_id: 9,
  team_id: 7,
  story_ids: [301],
  manual_sync_only: false,
} as const;

/** `POST /admin/sync_destinations/{id}/story/{story_id}/sync`: 200. */
export const STORY_SYNC_ANSWER = { story_sync_initiated: true } as const;
/** `POST /admin/sync_destinations/{id}/manual_sync`: 200. */
export const MANUAL_SYNC_ANSWER = { sync_initiated: true } as const;
