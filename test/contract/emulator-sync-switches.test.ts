import { describe, expect, vi } from 'vitest';
import { type Answer, type Client, hex, importing, type Rig, storyFile, world } from './emulator-rig.ts';
import { expectToldApart, type SyncSwitch } from './switch-probes.ts';

const SYNCED = world({
  stories: [1, 2].map((id) => ({ id, content: storyFile({ name: `Story ${id}` }), change_control: true })),
});
const DESTINATIONS = '/admin/sync_destinations';

type Subscribed = { readonly status: number; readonly path: string; readonly made: Answer };

/** Subscribes the team 42 of `beta`, without waiting for its copies. */
async function subscribing(acme: Client, { url }: Rig, more: object = {}): Promise<Subscribed> {
  const body = {
    destination_tenant_url: `${url}/beta`,
    destination_tenant_api_key: 'beta-key',
    destination_team_id: 42,
  };
  const made = await acme('POST', DESTINATIONS, { ...body, team_id: 7, story_ids: [1], ...more });
  return { status: made.status, path: `${DESTINATIONS}/${made.idAt('sync_destination', 'id')}`, made };
}

/** The same, and waits until its copy is there. */
async function subscribed(acme: Client, emulator: Rig): Promise<Subscribed> {
  const found = await subscribing(acme, emulator);
  if (found.status === 201) await settled(acme, found.path);
  return found;
}

const MANUAL = { manual_sync_only: true };

/** What story syncing set out to do is done: the clock is put past its longest time. */
const later = (emulator: Rig): Promise<Answer> => emulator.control('POST', '/clock', { advance_ms: 3_600_000 });

const statusOf = async (acme: Client, path: string): Promise<unknown> =>
  (await acme('GET', path)).at('sync_destination', 'subscriptions', 0, 'status');

const addressOfCopy = async (emulator: Rig): Promise<unknown> => {
  const beta = emulator.tenant('beta');
  const id = (await beta('GET', '/stories')).idAt('stories', 0, 'id');
  return (await beta('GET', `/stories/${id}/export`)).at('agents', 0, 'options', 'path');
};

async function settled(acme: Client, path: string): Promise<unknown[]> {
  const statuses = async (): Promise<unknown[]> =>
    (await acme('GET', path)).each('sync_destination.subscriptions', 'status');
  await vi.waitFor(async () => expect(await statuses()).not.toContain('requires_sync'), { timeout: 20_000 });
  return statuses();
}

const copies = async (emulator: Rig): Promise<readonly string[]> =>
  (await emulator.tenant('beta')('GET', '/stories')).texts('stories', 'name');

describe('switches of story syncing', () => {
  expectToldApart<SyncSwitch>({
    sync_duration: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path, made } = await subscribing(acme, emulator);
        if (made.at('sync_destination', 'subscriptions', 0, 'status') === 'synced') return 'before the answer';
        await emulator.control('POST', '/clock', { advance_ms: 200_000 });
        const soon = await statusOf(acme, path);
        await emulator.control('POST', '/clock', { advance_ms: 200_000 });
        return [soon, await statusOf(acme, path)].join();
      },
    },
    sync_trigger_status: {
      config: SYNCED,
      see: async (acme, emulator) => {
        await emulator.control('PUT', '/switches', { switches: { sync_duration: 'long' } });
        const { path } = await subscribing(acme, emulator);
        await later(emulator);
        await acme('POST', `${path}/story/1/sync`);
        return statusOf(acme, path);
      },
    },
    sync_manual_save: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribing(acme, emulator, MANUAL);
        await later(emulator);
        return statusOf(acme, path);
      },
    },
    sync_flag_update: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribing(acme, emulator, MANUAL);
        const seen = [];
        for (const manual_sync_only of [true, false]) {
          await acme('PUT', path, { manual_sync_only });
          await later(emulator);
          seen.push(await statusOf(acme, path));
        }
        return seen.join();
      },
    },
    sync_flag_shown: {
      config: SYNCED,
      see: async (acme, emulator) =>
        (await subscribing(acme, emulator, MANUAL)).made.at('sync_destination', 'manual_sync_only'),
    },
    sync_url_shown: {
      config: SYNCED,
      see: async (acme, emulator) =>
        (await subscribing(acme, emulator)).made.textAt('sync_destination', 'destination_tenant_url').endsWith('/'),
    },
    sync_unreachable_save: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const wrong = { destination_tenant_api_key: 'wrong' };
        const { path } = await subscribing(acme, emulator, MANUAL);
        const update = (await acme('PUT', path, wrong)).status;
        await acme('DELETE', path, { keep_stories: true });
        return [update, (await subscribing(acme, emulator, wrong)).status].join();
      },
    },
    sync_copy_ingress: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribed(acme, emulator);
        const first = await addressOfCopy(emulator);
        await acme('POST', `${path}/manual_sync`);
        await later(emulator);
        const source = (await acme('GET', '/stories/1/export')).at('agents', 0, 'options', 'path');
        return [first === source, (await addressOfCopy(emulator)) === first].join();
      },
    },
    sync_copy_stamp: {
      config: SYNCED,
      see: async (acme, emulator) => {
        await subscribed(acme, emulator);
        const beta = emulator.tenant('beta');
        const id = (await beta('GET', '/stories')).idAt('stories', 0, 'id');
        const stamp = async (client: Client, story: number) =>
          (await client('GET', `/stories/${story}/export`)).at('origin_story_identifier');
        return (await stamp(beta, id)) === (await stamp(acme, 1));
      },
    },
    sync_name_taken: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const file = storyFile({ name: 'Story 1', origin_story_identifier: `cloud:${hex('e')}:${hex('b')}` });
        await emulator.tenant('beta')('POST', '/stories/import', importing(file, { team_id: 42 }));
        const { path } = await subscribed(acme, emulator);
        return [await statusOf(acme, path), ...(await copies(emulator))].join();
      },
    },
    sync_kept_copy: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribed(acme, emulator);
        await acme('DELETE', path, { keep_stories: true });
        await later(emulator);
        return (await emulator.tenant('beta')('GET', '/stories')).at('stories', 0, 'disabled');
      },
    },
    sync_deleted_source: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribed(acme, emulator);
        await emulator.control('POST', '/edit', { tenant: 'acme', story_id: 1, delete: true });
        return JSON.stringify((await acme('GET', path)).at('sync_destination', 'subscriptions', 0, 'story'));
      },
    },
    sync_earlier_copy: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribed(acme, emulator);
        await acme('DELETE', path, { keep_stories: true });
        await subscribed(acme, emulator);
        return (await copies(emulator)).length;
      },
    },
    sync_detached_copy: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribed(acme, emulator);
        const id = (await emulator.tenant('beta')('GET', '/stories')).at('stories', 0, 'id');
        await emulator.control('POST', '/edit', { tenant: 'beta', story_id: id, detach_from_sync: true });
        await acme('POST', `${path}/manual_sync`);
        return [...(await settled(acme, path)), ...(await copies(emulator))].join();
      },
    },
    sync_unsubscribed_copy: {
      config: SYNCED,
      see: async (acme, emulator) => {
        const { path } = await subscribed(acme, emulator);
        await acme('PUT', path, { story_ids: [2] });
        await settled(acme, path);
        return (await copies(emulator)).length;
      },
    },
    sync_twin: {
      config: SYNCED,
      see: async (acme, emulator) => {
        await subscribed(acme, emulator);
        return (await subscribed(acme, emulator)).status;
      },
    },
  });
});
