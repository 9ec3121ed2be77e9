import { describe, expect, it, vi } from 'vitest';
import { type EmulatorConfig, SWITCHES } from '../../src/emulator/control/config.ts';
import type { SwitchName } from '../../src/emulator/faults/switches.ts';
import {
  type Answer,
  type Client,
  hex,
  importing,
  type Rig,
  recordStory,
  rig,
  storyFile,
  world,
} from './emulator-rig.ts';

type Probe = {
  readonly config?: EmulatorConfig;
  /** What a client can see of the position. */
  readonly see: (acme: Client, emulator: Rig) => Promise<unknown>;
};

const LIVE = world({
  folders: [{ id: 5, name: 'F' }],
  stories: [
    {
      id: 1,
      content: storyFile({ recipients: ['live@acme.invalid'] }),
      tags: ['soc'],
      folder_id: 5,
      disabled: true,
      keep_guid: true,
    },
  ],
});
const REPLACE = { mode: 'versionReplace' };

const exported = (acme: Client, story: Answer | number): Promise<Answer> =>
  acme('GET', `/stories/${typeof story === 'number' ? story : story.id}/export`);
const imported = (acme: Client, file = storyFile(), more: object = {}): Promise<Answer> =>
  acme('POST', '/stories/import', importing(file, more));

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

const PROBES: { readonly [Name in SwitchName]: Probe } = {
  import_name_scope: {
    see: async (acme) => {
      await imported(acme, storyFile(), { team_id: 8 });
      return (await imported(acme, storyFile(), REPLACE)).at('team_id');
    },
  },
  import_absent: { see: async (acme) => (await imported(acme, storyFile(), REPLACE)).status },
  import_name_source: { see: async (acme) => (await imported(acme, storyFile(), { new_name: 'Other' })).at('name') },
  import_name_collision: { config: LIVE, see: async (acme) => (await imported(acme)).at('name') },
  import_action_guids: {
    see: async (acme) => {
      const guid = async (story: Answer) => (await exported(acme, story)).at('agents', 0, 'guid') === hex('1');
      return [await guid(await imported(acme)), await guid(await imported(acme, storyFile(), REPLACE))].join();
    },
  },
  import_tool_guids: {
    see: async (acme) => {
      const tools = [{ type: 'Agents::X', name: 'Tool', guid: hex('7'), options: {} }];
      const agents = [{ type: 'Agents::LLMAgent', name: 'A', guid: hex('1'), options: {}, tools }];
      const file = storyFile({ agents, links: [], pages: [], integrations: [] });
      return (await exported(acme, await imported(acme, file))).at('agents', 0, 'tools', 0, 'guid') === hex('7');
    },
  },
  import_quoted_guids: {
    see: async (acme) => {
      const agents = [{ type: 'Agents::X', name: 'A', guid: hex('1'), options: { text: `see ${hex('1')}` } }];
      const file = storyFile({ agents, links: [], pages: [], integrations: [] });
      return (
        (await exported(acme, await imported(acme, file))).at('agents', 0, 'options', 'text') === `see ${hex('1')}`
      );
    },
  },
  import_ingress: {
    config: LIVE,
    see: async (acme) => {
      const before = (await exported(acme, 1)).each('agents', 'options');
      await imported(acme, storyFile(), REPLACE);
      return JSON.stringify(before) === JSON.stringify((await exported(acme, 1)).each('agents', 'options'));
    },
  },
  import_recipients: {
    config: LIVE,
    see: async (acme) => (await imported(acme, storyFile(), REPLACE)).text.includes('live@acme.invalid'),
  },
  import_record_types: {
    config: world({ record_types: [{ name: 'Alert', fields: [{ name: 'Old', result_type: 'TEXT' }] }] }),
    see: async (acme) => {
      const story = await imported(acme, recordStory([{ name: 'Title', result_type: 'TEXT' }]));
      const types = (await acme('GET', '/record_types?team_id=7')).each('record_types', 'name');
      const id = story.status === 200 ? (await exported(acme, story)).at('agents', 0, 'record_type', 'id') : null;
      return [story.status, id === 512, ...types].join();
    },
  },
  import_tags: {
    config: LIVE,
    see: async (acme) => (await imported(acme, storyFile(), REPLACE)).at('tags', 'length'),
  },
  import_unknown_tag: { see: async (acme) => (await imported(acme, storyFile({ tags: ['unheard-of'] }))).status },
  import_settings: { config: LIVE, see: async (acme) => (await imported(acme, storyFile(), REPLACE)).at('disabled') },
  import_folder: { config: LIVE, see: async (acme) => (await imported(acme, storyFile(), REPLACE)).at('folder_id') },
  import_change_control: {
    config: world({ stories: [{ id: 1, content: storyFile(), change_control: true }] }),
    see: async (acme) => (await imported(acme, storyFile(), REPLACE)).status,
  },
  import_stamp: {
    see: async (acme) => {
      const stamp = `cloud:${hex('f')}:${hex('f')}`;
      const first = (await exported(acme, await imported(acme))).at('origin_story_identifier');
      const file = storyFile({ origin_story_identifier: stamp });
      const second = (await exported(acme, await imported(acme, file, REPLACE))).at('origin_story_identifier');
      return [first === storyFile().origin_story_identifier, second === stamp].join();
    },
  },
  import_slug: { see: async (acme) => (await imported(acme, storyFile({ slug: 'from_the_file' }))).at('slug') },
  import_missing_reference: {
    see: async (acme) => {
      const agents = [{ type: 'Agents::X', name: 'A', guid: hex('1'), options: { key: '<<CREDENTIAL.nope>>' } }];
      return (await imported(acme, storyFile({ agents, links: [], pages: [], integrations: [] }))).status;
    },
  },
  rename_slug: { config: LIVE, see: async (acme) => (await acme('PUT', '/stories/1', { name: 'Other' })).at('slug') },
  time_stamps: {
    config: LIVE,
    see: async (acme, emulator) => {
      await emulator.control('POST', '/clock', { stopped: true });
      const edited = async (name: string) => (await acme('PUT', '/stories/1', { name })).at('edited_at');
      return (await edited('One')) === (await edited('Two'));
    },
  },
  unseen_team: {
    see: async (acme) => {
      const lists = ['/stories', '/record_types', '/user_credentials', '/global_resources', '/folders'];
      const answers = await Promise.all(lists.map((list) => acme('GET', `${list}?team_id=987`)));
      return answers.map(({ status }) => status).join();
    },
  },
  date_header: { see: async (acme) => (await acme('GET', '/info')).headers.get('date') !== null },
  exit_agents: {
    config: world({ stories: [{ id: 1, content: storyFile({ exit_agent_guids: [hex('2')] }), keep_guid: true }] }),
    see: async (acme) => typeof (await acme('GET', '/stories/1')).at('exit_agents', 0),
  },
  self_approval: {
    config: world({ stories: [{ id: 1, content: storyFile(), change_control: true }] }),
    see: async (acme) => {
      const draft_id = (await acme('POST', '/stories/1/drafts', { name: 'mine' })).id;
      const opened = await acme('POST', '/stories/1/change_request', { draft_id });
      const change_request_id = opened.at('change_request', 'id');
      return (await acme('POST', '/stories/1/change_request/approve', { change_request_id })).status;
    },
  },
  edited_at_on_update: {
    config: LIVE,
    see: async (acme, emulator) => {
      const before = (await acme('GET', '/stories/1')).at('edited_at');
      await emulator.control('POST', '/clock', { advance_ms: 1000 });
      return (await acme('PUT', '/stories/1', { add_tag_names: ['x'] })).at('edited_at') === before;
    },
  },
  write_answer: {
    config: LIVE,
    see: async (acme) => {
      const tags = [(await imported(acme, storyFile({ tags: [] }), REPLACE)).at('tags', 'length')];
      return [...tags, (await acme('PUT', '/stories/1', { disabled: false })).at('disabled')].join();
    },
  },
  release: {
    config: LIVE,
    see: async (acme) => {
      const file = await exported(acme, 1);
      const inner = file.at('integrations', 0, 'action_inputs', 0, 'llm_json_schema');
      return [file.at('schema_version'), inner, file.at('diagram_layout'), Object.keys(Object(file.body))[0]].join();
    },
  },
  missing_permission: {
    config: world({}, { keys: [{ key: 'v', kind: 'team', team: 7, role: 'viewer' }] }),
    see: async (_, emulator) => (await imported(emulator.tenant('acme', 'v'))).status,
  },
  retry_after: {
    config: world({}, { rate_limits: { default: 0 } }),
    see: async (acme) => {
      const header = String((await acme('GET', '/info')).headers.get('retry-after'));
      return header.replace(/\d{9,}/g, 'absurd').replace(/\d+/g, '0').length;
    },
  },
  limited_write: {
    config: world({}, { rate_limits: { default: 0 } }),
    see: async (acme, emulator) => {
      const { status } = await imported(acme);
      const names = (await emulator.control('GET', '/state')).texts('tenants.acme.stories', 'name');
      return [status, ...names].join();
    },
  },
  team_filter: {
    config: {
      tenants: {
        acme: {
          keys: [{ key: 'acme-key' }],
          teams: [{ id: 7 }, { id: 8, credentials: [{ slug: 'shared', read_access: 'GLOBAL' }] }],
        },
      },
    },
    see: async (acme) => (await acme('GET', '/user_credentials?team_id=7')).at('meta', 'count'),
  },
  delete_story: {
    config: LIVE,
    see: async (acme, emulator) => {
      await acme('DELETE', '/stories/1');
      return (await emulator.control('GET', '/state')).each('tenants.acme.archived_stories', 'id').join();
    },
  },
  list_order: {
    config: world({ credentials: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] }),
    see: async (acme) => (await acme('GET', '/user_credentials')).texts('user_credentials', 'slug').join(),
  },
  version_api: { config: LIVE, see: async (acme) => (await acme('GET', '/stories/1/versions')).status },
  version_body: {
    config: LIVE,
    see: async (acme) => (await acme('POST', '/stories/1/versions', { name: 'kept' })).at('name') === 'kept',
  },
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
  record_names: {
    config: world({ record_types: [{ name: 'Alert', fields: [] }] }),
    see: async (acme) => (await acme('POST', '/record_types', { name: 'Alert', team_id: 7, fields: [] })).status,
  },
  type_name_case: {
    config: world({ record_types: [{ name: 'Alert', fields: [] }] }),
    see: async (acme) => (await acme('POST', '/record_types', { name: 'ALERT', team_id: 7, fields: [] })).status,
  },
};

describe('switches', () => {
  it.each(Object.entries(PROBES))('%s can be told by its positions', async (name, { config, see }) => {
    const { positions } = Object.entries(SWITCHES).find(([known]) => known === name)?.[1] ?? { positions: [] };
    const seen = new Map<unknown, string>();
    for (const position of positions) {
      await using emulator = await rig(config);
      const set = await emulator.control('PUT', '/switches', { switches: { [name]: position } });
      expect(set.status).toBe(200);
      const sight = await see(emulator.tenant('acme'), emulator);
      expect(seen.get(sight), `${position} looks like another position`).toBeUndefined();
      seen.set(sight, position);
    }
    expect(seen.size).toBe(positions.length);
  });

  it('take their first position when nothing is said', async () => {
    await using emulator = await rig();
    const switches = (await emulator.control('GET', '/state')).at('tenants', 'acme', 'switches');
    expect(switches).toEqual(
      Object.fromEntries(Object.entries(SWITCHES).map(([name, one]) => [name, one.positions[0]])),
    );
  });

  it('list the same records over all pages in either order', async () => {
    for (const list_order of SWITCHES.list_order.positions) {
      await using emulator = await rig({
        ...world({ credentials: ['a', 'b', 'c', 'd', 'e'] }),
        switches: { list_order },
      });
      const acme = emulator.tenant('acme');
      const slugs = [];
      for (const page of [1, 2, 3]) {
        slugs.push(
          ...(await acme('GET', `/user_credentials?per_page=2&page=${page}`)).texts('user_credentials', 'slug'),
        );
      }
      expect(new Set(slugs)).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
    }
  });
});
