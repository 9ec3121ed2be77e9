import { describe, expect, it } from 'vitest';
import { SWITCHES } from '../../src/emulator/control/config.ts';
import type { SwitchName } from '../../src/emulator/faults/switches.ts';
import { type Answer, type Client, hex, importing, recordStory, rig, storyFile, world } from './emulator-rig.ts';
import { expectToldApart, type SyncSwitch } from './switch-probes.ts';

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

describe('switches', () => {
  expectToldApart<Exclude<SwitchName, SyncSwitch>>({
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
    record_names: {
      config: world({ record_types: [{ name: 'Alert', fields: [] }] }),
      see: async (acme) => (await acme('POST', '/record_types', { name: 'Alert', team_id: 7, fields: [] })).status,
    },
    type_name_case: {
      config: world({ record_types: [{ name: 'Alert', fields: [] }] }),
      see: async (acme) => (await acme('POST', '/record_types', { name: 'ALERT', team_id: 7, fields: [] })).status,
    },
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
