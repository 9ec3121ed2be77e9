import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { addOwnField } from '../support/customer.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { dropState, forgeState, hasState, signed, stateOf, stateText } from '../support/state-branch.ts';
import { callStory, fetchAction, guidOf, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const ENRICH = storyExport({
  name: 'Enrich',
  actions: [webhook('Ask'), fetchAction('Look up', 'https://vt.example/')],
});
function triage(
  spec: {
    readonly fields?: readonly (readonly [string, string])[];
    readonly name?: string;
    readonly tags?: readonly string[];
  } = {},
): JsonObject {
  return storyExport({
    name: spec.name ?? 'Triage',
    guid: guidOf('Triage'),
    tags: [...(spec.tags ?? [])],
    actions: [
      webhook('Intake'),
      callStory('Enrich it', 'enrich'),
      recordAction('Keep', 'Alert', spec.fields ?? [['title', 'TEXT']]),
      fetchAction('Tell', 'https://chat.example/<<CREDENTIAL.virustotal>>'),
    ],
  });
}
const SHARED = { credentials: ['virustotal'] };

async function syncedWorld(): Promise<Rig> {
  const rig = await worldOf({
    stories: { enrich: ENRICH, triage: triage() },
    tenants: { contoso: tenantWith(SHARED) },
  });
  await syncNow(rig);
  await rig.takeWrites();
  return rig;
}

/** What only a push can know: when it was, why it was, and which tags it set. A last status knows since when it is so. */
const OF_THE_PUSH = ['synced_at', 'since', 'equal', 'reason', 'tags'];

function lasting(state: JsonObject & { readonly stories: Record<string, JsonObject> }): JsonObject {
  const without = (entries: Record<string, JsonObject>, dropped: readonly string[]): JsonObject =>
    Object.fromEntries(
      Object.entries(entries).map(([key, entry]) => {
        const kept = Object.entries(entry).filter(([name]) => !dropped.includes(name));
        return [key, Object.fromEntries(kept)] as const;
      }),
    );
  const last = state.last as Record<string, JsonObject>;
  return {
    ...state,
    counter: 0,
    digest: '',
    stories: without(state.stories, OF_THE_PUSH),
    last: without(last, ['at']),
  };
}

describe('without the state branch', () => {
  it('the next sync writes nothing at any tenant and rebuilds the same state', async () => {
    await using rig = await syncedWorld();
    const before = stateOf(rig, 'contoso');
    dropState(rig);
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/enrich': 'synced unchanged', 'contoso/triage': 'synced unchanged' });
    expect(await rig.takeWrites()).toEqual([]);
    expect(lasting(stateOf(rig, 'contoso'))).toEqual(lasting(before));
    expect(Object.keys(before.stories)).toEqual(['enrich', 'triage']);
  });

  it('a tenant that writes stamps of its own has stories that nobody can claim: not_ours, nothing written', async () => {
    const stories = { enrich: ENRICH };
    await using rig = await worldOf({ stories, switches: { import_stamp: 'own' } });
    await syncNow(rig);
    dropState(rig);
    await rig.takeWrites();
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/enrich': 'failed not_ours' });
    expect(run.outcomes['contoso/enrich']?.hint).toContain('adopt');
    expect(await rig.takeWrites()).toEqual([]);
  });
});

const UNUSABLE: readonly (readonly [string, string, (text: string) => string])[] = [
  ['is cut off', 'STA001', (text) => text.slice(0, text.length / 2)],
  [
    'holds a value of another kind',
    'STA001',
    (text) => text.replace(/"destination_story_id": \d+/, '"destination_story_id": "9"'),
  ],
  ['holds a key that nobody knows', 'STA001', (text) => text.replace('"format"', '"formatt": 1,\n  "format"')],
  ['was changed by hand', 'STA001', (text) => text.replace(/"destination_story_id": \d+/, '"destination_story_id": 1')],
  ['has a newer format', 'STA002', (text) => text.replace('storysync.state/2', 'storysync.state/7')],
  ['was written for another tenant', 'STA003', (text) => text.replace('/contoso"', '/fabrikam"')],
  [
    'was written for another team',
    'STA003',
    (text) => text.replace('"destination_team_id": 42', '"destination_team_id": 41'),
  ],
];

describe('a state that', () => {
  it.concurrent.each(UNUSABLE)(
    '%s is a warning (%s), and the full comparison comes to the same',
    async (_, code, spoil) => {
      await using rig = await syncedWorld();
      const good = stateText(rig, 'contoso');
      const bad = spoil(good);
      expect(bad).not.toBe(good);
      forgeState(rig, 'contoso', bad);
      const run = await syncNow(rig);
      expect(run.err).toContain(code);
      expect(run.code).toBe(0);
      expect(run.told).toEqual({ 'contoso/enrich': 'synced unchanged', 'contoso/triage': 'synced unchanged' });
      expect(await rig.takeWrites()).toEqual([]);
      expect(lasting(stateOf(rig, 'contoso'))).toEqual(lasting(JSON.parse(good)));
      expect((await syncNow(rig)).err).not.toMatch(/STA\d/);
    },
  );

  it('names a story that is not ours does not make it ours', async () => {
    const foreign = storyExport({ name: 'Enrich', guid: guidOf('foreign'), actions: [webhook('Own')] });
    const contoso = tenantWith({ ...SHARED, stories: [{ content: foreign, name: 'Somebody else’s' }] });
    await using rig = await worldOf({ stories: { enrich: ENRICH }, tenants: { contoso } });
    await syncNow(rig);
    const theirs = await rig.story('contoso', 'Somebody else’s');
    const text = stateText(rig, 'contoso').replace(
      /"destination_story_id": \d+/,
      `"destination_story_id": ${theirs.id}`,
    );
    forgeState(rig, 'contoso', signed(text));
    publish(rig, 'enrich', withOption(ENRICH, 'Look up', 'method', 'post'));
    expect((await syncNow(rig)).told).toEqual({ 'contoso/enrich': 'synced updated' });
    expect(await rig.story('contoso', 'Somebody else’s')).toEqual(theirs);
  });
});

it('a state branch that is checked out somewhere is reported, and the sync does its work all the same', async () => {
  await using rig = await syncedWorld();
  rig.git('worktree', 'add', '--quiet', 'elsewhere', 'storysync/state');
  const run = await syncNow(rig);
  expect(run.err).toContain('STA005');
  expect(run.told).toEqual({ 'contoso/enrich': 'synced unchanged', 'contoso/triage': 'synced unchanged' });
});

it('unreadable state of a destination that the manifest does not have is a warning, and the plan goes on', async () => {
  await using rig = await syncedWorld();
  forgeState(rig, 'fabrikam', 'not JSON');
  const plan = await planNow(rig);
  expect(plan.err).toContain('STA001');
  expect(plan.err).toContain('the manifest does not have this destination');
  expect(plan.json).toMatchObject({ totals: { unchanged: 2 }, left_behind_destinations: [] });
});

it('destinations side by side all leave their receipt', async () => {
  const names = Array.from({ length: 6 }, (_, index) => `tenant${index}`);
  await using rig = await worldOf({
    stories: { enrich: ENRICH },
    tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])),
    destinations: Object.fromEntries(names.map((name) => [name, { stories: ['enrich'] }])),
  });
  await syncNow(rig);
  for (const name of names) expect(stateOf(rig, name).stories).toHaveProperty('enrich');
  rig.git('fsck', '--strict');
});

type Event = (rig: Rig) => Promise<unknown>;
const edit = async (rig: Rig, name: string, change: JsonObject): Promise<unknown> => {
  const { id } = await rig.story('contoso', name);
  return rig.edit('contoso', id, change);
};
const TELL = ['agents', 'Tell', 'options', 'url'];

/** What may have happened since the last sync, and what the plan then says, remembered or not. */
const EVENTS: readonly (readonly [string, Event, readonly [string, string]])[] = [
  ['nothing', async () => {}, ['unchanged', 'unchanged']],
  [
    'content changed in git',
    async (rig) => publish(rig, 'triage', withOption(triage(), 'Tell', 'method', 'post')),
    ['unchanged', 'update'],
  ],
  [
    'a field was added in git',
    async (rig) =>
      publish(
        rig,
        'triage',
        triage({
          fields: [
            ['title', 'TEXT'],
            ['more', 'TEXT'],
          ],
        }),
      ),
    ['unchanged', 'update'],
  ],
  [
    'a field was retyped in git',
    async (rig) => publish(rig, 'triage', triage({ fields: [['title', 'NUMBER']] })),
    ['unchanged', 'update'],
  ],
  ['a tag was added in git', async (rig) => publish(rig, 'triage', triage({ tags: ['ir'] })), ['unchanged', 'update']],
  ['renamed in git', async (rig) => publish(rig, 'triage', triage({ name: 'Triage v2' })), ['unchanged', 'update']],
  ['renamed there', (rig) => edit(rig, 'Triage', { rename: 'Ours' }), ['unchanged', 'update']],
  [
    'edited there',
    (rig) => edit(rig, 'Triage', { set: { path: TELL, value: 'https://x.example/' } }),
    ['unchanged', 'update'],
  ],
  ['new recipients there', (rig) => edit(rig, 'Triage', { recipients: ['a@b.example'] }), ['unchanged', 'unchanged']],
  ['a tag of its own there', (rig) => edit(rig, 'Triage', { add_tags: ['own'] }), ['unchanged', 'unchanged']],
  [
    'tagged detached-from-sync there',
    (rig) => edit(rig, 'Triage', { add_tags: ['detached-from-sync'] }),
    ['unchanged', 'skip'],
  ],
  ['deleted there', (rig) => edit(rig, 'Enrich', { delete: true }), ['create', 'unchanged']],
  [
    'duplicated there under another name',
    (rig) => edit(rig, 'Triage', { duplicate: { name: 'Copy' } }),
    ['unchanged', 'unchanged'],
  ],
  ['duplicated there under the same name', (rig) => edit(rig, 'Triage', { duplicate: {} }), ['unchanged', 'blocked']],
  [
    'put under change control there',
    (rig) => edit(rig, 'Triage', { change_control: true }),
    ['unchanged', 'unchanged'],
  ],
  [
    'a field of its own there',
    async (rig) => addOwnField(rig, 'contoso', (await rig.tenant('contoso')).record_types[0]?.id ?? 0, 'own'),
    ['unchanged', 'unchanged'],
  ],
];

describe('a plan with state and one without it agree', () => {
  it.concurrent.each(EVENTS)('after: %s', async (_, happen, [enrich, own]) => {
    await using rig = await syncedWorld();
    await happen(rig);
    await rig.takeWrites();
    const expected = { 'contoso/enrich': enrich, 'contoso/triage': own };
    const actions = async (...flags: readonly string[]): Promise<JsonObject> => {
      const { stories } = await planNow(rig, ...flags);
      return Object.fromEntries(Object.entries(stories).map(([pair, { action }]) => [pair, action]));
    };
    expect(await actions()).toEqual(expected);
    expect(await actions('--refresh')).toEqual(expected);
    expect(await actions('--no-state')).toEqual(expected);
    dropState(rig);
    expect(await actions()).toEqual(expected);
    expect(hasState(rig)).toBe(false);
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('but for a tag that was removed in git, which only state can tell from the destination’s own', async () => {
    await using rig = await syncedWorld();
    publish(rig, 'triage', triage({ tags: ['ir'] }));
    await syncNow(rig);
    publish(rig, 'triage', triage());
    expect((await planNow(rig)).stories['contoso/triage']?.action).toBe('update');
    expect((await planNow(rig, '--no-state')).stories['contoso/triage']?.action).toBe('unchanged');
  });
});

describe('what a plan costs', () => {
  it('is one listing of stories per destination when nothing changed, and one of record types where a story keeps records', async () => {
    const tenants = { contoso: tenantWith(SHARED), fabrikam: tenantWith(SHARED) };
    const destinations = { contoso: { stories: ['enrich', 'triage'] }, fabrikam: { stories: ['enrich'] } };
    await using rig = await worldOf({ stories: { enrich: ENRICH, triage: triage() }, tenants, destinations });
    await syncNow(rig);
    await rig.later();
    await syncNow(rig);
    await rig.takeWrites();
    await planNow(rig);
    const asked = (await rig.log()).map(({ tenant, method, path }) => `${tenant} ${method} ${path}`);
    expect(asked.sort()).toEqual(['contoso GET /record_types', 'contoso GET /stories', 'fabrikam GET /stories']);
  });

  it('is every export with --refresh, which sees what no time stamp tells', async () => {
    await using rig = await syncedWorld();
    await planNow(rig, '--refresh');
    const asked = (await rig.log()).map(({ path }) => path.replace(/\d+/, 'ID'));
    expect(asked.filter((path) => path === '/stories/ID/export')).toHaveLength(2);
    expect(asked).toContain('/record_types');
  });
});
