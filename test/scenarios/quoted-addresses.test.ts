import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { told } from '../support/documents.ts';
import { Rig } from '../support/rig.ts';
import { fetchAction, guidOf, pageAction, pageOf, storyExport } from '../support/stories.ts';

const [PATH, SECRET, PAGE, TOOL] = ['path', 'secret', 'page', 'tool'].map((word) => guidOf(`origin ${word}`)) as [
  string,
  string,
  string,
  string,
];
const OWN_GUID = guidOf(`${guidOf('Self')}/0/In`);
const URL = `https://acme.tines.com/webhook/${PATH}/${SECRET}`;
const SELF = storyExport({
  name: 'Self',
  actions: [
    { name: 'In', type: 'Agents::WebhookAgent', options: { path: PATH, secret: SECRET, verbs: 'post' } },
    fetchAction('Subscribe', 'https://graph.example/subscriptions', {
      payload: { notificationUrl: URL, [`k ${PATH}`]: OWN_GUID },
    }),
    { ...pageAction('Ask'), options: { url_identifier: PAGE, mode: 'success_page', fields: '' } },
    {
      name: 'Triage',
      type: 'Agents::LLMAgent',
      description: `as ${OWN_GUID} does`,
      options: { prompt: `call ${TOOL}` },
      tools: [
        { type: 'Agents::WebhookAgent', name: 'Hook', guid: guidOf('tool'), options: { path: TOOL, secret: TOOL } },
      ],
    },
  ],
  pages: [pageOf('Self', 2, 'Ask')],
  diagram_notes: [{ content: `curl ${URL}`, position: [0, 0], guid: guidOf('note'), width: 200 }],
  description: `open https://acme.tines.com/pages/${PAGE}/`,
});

async function selfWorld(story: JsonObject = SELF, options: JsonObject = {}): Promise<Rig> {
  const rig = await Rig.start({
    tenants: {
      acme: {
        keys: [{ key: 'acme-key', kind: 'tenant_owner' }],
        teams: [
          { id: 7, stories: [{ id: 5001, content: story, change_control: true, keep_ingress: true, keep_guid: true }] },
        ],
      },
      contoso: { keys: [{ key: 'contoso-key', kind: 'tenant_owner' }], teams: [{ id: 42 }] },
    },
  });
  rig.write('sync.yaml', {
    version: 1,
    origin: { tenant_url: `${rig.url}/acme`, team_id: 7, api_key: '${ACME_KEY}' },
    stories: { self: { id: 5001 } },
    destinations: {
      contoso: {
        destination_tenant_url: `${rig.url}/contoso`,
        destination_tenant_api_key: '${CONTOSO_KEY}',
        destination_team_id: 42,
        stories: ['self'],
        ...options,
      },
    },
  });
  return rig;
}

describe('a story that quotes its own addresses', () => {
  it.each([
    [{ import_action_guids: 'keep' }],
    [{ import_action_guids: 'new_on_create', import_quoted_guids: 'left' }],
    [{ import_action_guids: 'always_new', import_tool_guids: 'kept' }],
    [{ import_action_guids: 'always_new', import_quoted_guids: 'left' }],
    [{ import_action_guids: 'always_new', release: 'newer', import_ingress: 'keep_live' }],
  ])('calls itself at the destination, and nothing of the origin reaches git or the tenant: %j', async (switches) => {
    await using rig = await selfWorld();
    await rig.switches(switches);

    const exported = await rig.runJson('export');
    const file = rig.read('stories/self.json');
    for (const secret of [PATH, SECRET, PAGE, TOOL]) expect(file).not.toContain(secret);
    expect(file).toContain(
      `/webhook/storysync:destination-owned:path:${OWN_GUID}/storysync:destination-owned:secret:${OWN_GUID}`,
    );
    expect(exported.json.findings).toMatchObject([{ code: 'EXP016', severity: 'warning' }]);
    rig.commit('exported');
    for (const [args, outcome] of [
      [['sync'], 'synced created new'],
      [['sync', '--refresh'], 'synced unchanged -'],
      [['sync', '--force'], 'synced updated forced'],
      [['sync', '--refresh', '--no-state'], 'synced unchanged -'],
    ] as const) {
      const run = await rig.runJson(...args);
      expect([args, told(run.json)]).toEqual([args, { 'contoso/self': outcome }]);
    }

    const live = JSON.stringify((await rig.story('contoso', 'Self')).content);
    for (const secret of [PATH, SECRET, PAGE, TOOL, 'destination-owned']) expect(live).not.toContain(secret);
    const own = (await rig.story('contoso', 'Self')).content.agents[0]?.options as { path: string; secret: string };
    expect(live).toContain(`curl https://acme.tines.com/webhook/${own.path}/${own.secret}"`);
    expect((await rig.run('export', '--check')).code).toBe(0);
  });

  it('is repaired where an earlier version had carried the addresses of the origin', async () => {
    await using rig = await selfWorld();
    await rig.run('export');
    rig.commit('exported');
    await rig.run('sync');
    const { id } = await rig.story('contoso', 'Self');
    await rig.edit('contoso', id, {
      set: { path: ['description'], value: `open https://acme.tines.com/pages/${PAGE}/` },
    });

    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/self': 'synced updated drift' });

    expect(JSON.stringify((await rig.story('contoso', 'Self')).content)).not.toContain(PAGE);
  });

  it('cannot be pushed with the addresses of the file, which holds placeholders', async () => {
    await using rig = await selfWorld(SELF, { webhook_urls: 'export' });
    await rig.run('export');
    rig.commit('exported');
    expect((await rig.run('validate')).out).toContain('DES004');
  });

  it('is not exported where no placeholder can stand, and the value is told nowhere', async () => {
    await using rig = await selfWorld({ ...SELF, description: `hidden in ${btoa(`x ${SECRET}`)}` });
    const { code, out, err } = await rig.run('export');
    expect(code).toBe(1);
    expect(out).toContain('EXP012');
    expect(out).toContain('description');
    expect(rig.git('status', '--porcelain', 'stories')).toBe('');
    for (const secret of [PATH, SECRET, btoa(`x ${SECRET}`)]) expect(out + err).not.toContain(secret);
  });

  it('takes no embedded sub-story along, whose placeholders nobody there could fill in', async () => {
    await using rig = await selfWorld();
    await rig.run('export');
    const file = JSON.parse(rig.read('stories/self.json')) as JsonObject;
    rig.write('stories/self.json', { ...file, send_to_stories: [{ ...file, name: 'Inner' }] });
    rig.commit('with a sub-story');
    expect(told((await rig.runJson('sync')).json)).toEqual({ 'contoso/self': 'synced created new' });
  });

  it('a placeholder that names no action of the story is an error of its file', async () => {
    await using rig = await selfWorld();
    rig.write('stories/self.json', { ...SELF, description: `storysync:destination-owned:path:${guidOf('gone')}` });
    expect((await rig.run('validate')).out).toContain('STO013');
  });
});
