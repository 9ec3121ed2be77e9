import { describe, expect, it } from 'vitest';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../src/json/value.ts';
import { hookedSync } from '../support/hooked-sync.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { LiveStory, Rig } from '../support/rig.ts';
import { giveStateKey } from '../support/state-branch.ts';
import { fetchAction, guidOf, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const FORM = guidOf(`${guidOf('Triage')}/1/Form`);
const TRIAGE: JsonObject = {
  ...storyExport({
    name: 'Triage',
    tags: ['ir'],
    actions: [
      webhook('Intake'),
      { name: 'Form', type: 'Agents::FormAgent', options: { url_identifier: 'storysync:destination-owned' } },
      fetchAction('Tell', 'https://chat.example/'),
      fetchAction('Close', 'https://chat.example/close'),
    ],
  }),
  pages: [{ agent_guid: FORM, name: 'Form', sso_groups: null }],
};

/** Synced once, and then edited by the customer. */
async function editedWorld(
  options: JsonObject = {},
  prepare: (rig: Rig) => void = () => {},
): Promise<{ rig: Rig; id: number }> {
  const destinations = { contoso: { stories: ['triage'], options } };
  const rig = await worldOf({ stories: { triage: TRIAGE }, destinations });
  prepare(rig);
  await syncNow(rig);
  const { id } = await rig.story('contoso', 'Triage');
  await edit(rig, id, 'https://customer.example/');
  await rig.takeWrites();
  return { rig, id };
}

function edit(rig: Rig, id: number, url: string): Promise<JsonObject> {
  return rig.edit('contoso', id, { set: { path: ['agents', 'Tell', 'options', 'url'], value: url } });
}

/** An option of an action, in a live story or in an export. */
function option(story: JsonObject, action: string, name: string): JsonValue | undefined {
  const content = isObject(story.content) ? story.content : story;
  const agents = isArray(content.agents) ? content.agents.filter(isObject) : [];
  const options = agents.find((agent) => agent.name === action)?.options;
  return isObject(options) ? options[name] : undefined;
}

const PLACE = 'agents[Tell].options.url';

describe('an edit at the destination, with git as it was', () => {
  it('is announced as drift, saved as a version, and overwritten with git', async () => {
    const { rig, id } = await editedWorld();
    await using _ = rig;
    const { stories, code } = await planNow(rig);
    expect(code).toBe(0);
    expect(stories['contoso/triage']).toMatchObject({
      action: 'update',
      reason: 'drift',
      drift: [PLACE],
      conflict: true,
    });
    expect(stories['contoso/triage']?.changes).toMatchObject([{ path: PLACE, cause: 'destination' }]);
    const { out } = await rig.run('plan');
    expect(out).toContain(
      `conflict: edited there: ${PLACE}\n      the push overwrites this edit, and saves what is there as a version first\n`,
    );
    expect(out).not.toContain('customer.example');

    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'synced updated' });
    expect(run.outcomes['contoso/triage']).toMatchObject({ reason: 'drift', warnings: [], destination_story_id: id });
    expect(option(await rig.story('contoso', 'Triage'), 'Tell', 'url')).toBe('https://chat.example/');
    const { versions } = await rig.tenant('contoso');
    expect(versions).toHaveLength(1);
    expect(versions[0]?.name).toContain('before storysync overwrote it');
    expect(option(versions[0]?.export_file as JsonObject, 'Tell', 'url')).toBe('https://customer.example/');
    await rig.takeWrites();
    await syncNow(rig);
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('is overwritten with a warning where the tenant has no versions', async () => {
    const { rig } = await editedWorld();
    await using _ = rig;
    await rig.switches({ version_api: 'absent' });
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'synced updated' });
    expect(run.code).toBe(0);
    expect(run.outcomes['contoso/triage']?.warnings).toEqual([expect.stringContaining('keeps no versions')]);
  });

  it('is not overwritten when saving it cannot be confirmed', async () => {
    const { rig } = await editedWorld();
    await using _ = rig;
    await rig.fault({ method: 'POST', path: '/versions$', always: true, fault: { kind: 'error', status: 503 } });
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'failed unreachable' });
    expect(run.outcomes['contoso/triage']?.error_message).toContain('nothing was overwritten');
    expect(option(await rig.story('contoso', 'Triage'), 'Tell', 'url')).toBe('https://customer.example/');
  });

  it('stays with "on_drift: keep", and nothing is written', async () => {
    const { rig } = await editedWorld({ on_drift: 'keep' });
    await using _ = rig;
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'requires_sync drift' });
    expect(run.code).toBe(0);
    expect((await planNow(rig)).stories['contoso/triage']).toMatchObject({
      action: 'skip',
      reason: 'drift',
      drift: [PLACE],
      conflict: true,
    });
    expect((await rig.run('plan')).out).toContain(`conflict: edited there: ${PLACE}\n`);
    expect(await rig.takeWrites()).toEqual([]);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'requires_sync drift' });
  });

  it('fails with "on_drift: fail", names the place, and nothing is written', async () => {
    const { rig } = await editedWorld({ on_drift: 'fail' });
    await using _ = rig;
    expect((await rig.run('plan')).out.split(PLACE), 'the plan names the place once').toHaveLength(2);
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'failed drift' });
    expect(run.code).toBe(1);
    expect(run.outcomes['contoso/triage']?.error_message).toContain(PLACE);
    expect(run.out + run.err).not.toContain('customer.example');
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('that was taken back is synced again without a push', async () => {
    const { rig, id } = await editedWorld({ on_drift: 'fail' });
    await using _ = rig;
    await edit(rig, id, 'https://chat.example/');
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced unchanged' });
    expect(await rig.takeWrites()).toEqual([]);
  });
});

describe('an edit at the destination while git changed too', () => {
  it('in another place is content_changed, with the drifted place beside it', async () => {
    const { rig } = await editedWorld();
    await using _ = rig;
    publish(rig, 'triage', withOption(TRIAGE, 'Close', 'method', 'post'));
    expect((await planNow(rig)).stories['contoso/triage']).toMatchObject({
      action: 'update',
      reason: 'content_changed',
      drift: [PLACE],
      conflict: true,
    });
    // Where this run's change set starts is known to git, not to this test: the edit stands out all the same.
    expect((await rig.run('plan')).out).toContain(': edited there; ');
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
    expect((await rig.tenant('contoso')).versions).toHaveLength(1);
    expect(option(await rig.story('contoso', 'Triage'), 'Tell', 'url')).toBe('https://chat.example/');
  });

  it.each([
    ['keep', 'requires_sync drift'],
    ['fail', 'failed drift'],
  ])('is still left alone with "on_drift: %s"', async (policy, outcome) => {
    const { rig } = await editedWorld({ on_drift: policy });
    await using _ = rig;
    publish(rig, 'triage', withOption(TRIAGE, 'Close', 'method', 'post'));
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': outcome });
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('to the very content that git has now is in sync already', async () => {
    const { rig } = await editedWorld({ on_drift: 'fail' });
    await using _ = rig;
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'url', 'https://customer.example/'));
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced unchanged' });
    expect(await rig.takeWrites()).toEqual([]);
  });
});

it('content that somebody touched there is saved before it is replaced, also where git has come to agree with the edit', async () => {
  const { rig } = await editedWorld({ on_drift: 'fail' }, giveStateKey);
  await using _ = rig;
  const agreed = withOption(TRIAGE, 'Tell', 'url', 'https://customer.example/');
  publish(rig, 'triage', withOption(agreed, 'Close', 'method', 'post'));
  expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
  const { versions } = await rig.tenant('contoso');
  expect(versions).toHaveLength(1);
  expect(option(versions[0]?.export_file as JsonObject, 'Close', 'method')).toBe('get');
});

/** What the destination owns: none of it is drift, and a push leaves all of it. */
const OWN: readonly (readonly [string, JsonObject, (story: LiveStory) => unknown])[] = [
  ['recipients', { recipients: ['soc@contoso.example'] }, ({ content }) => content.recipients],
  [
    'a webhook path',
    { set: { path: ['agents', 'Intake', 'options', 'path'], value: 'a'.repeat(32) } },
    (story) => option(story, 'Intake', 'path'),
  ],
  [
    'a webhook secret',
    { set: { path: ['agents', 'Intake', 'options', 'secret'], value: 'b'.repeat(32) } },
    (story) => option(story, 'Intake', 'secret'),
  ],
  [
    'the address of a page',
    { set: { path: ['agents', 'Form', 'options', 'url_identifier'], value: 'c'.repeat(32) } },
    (story) => option(story, 'Form', 'url_identifier'),
  ],
  [
    'the groups of a page',
    { set: { path: ['pages', 0, 'sso_groups'], value: ['soc-leads'] } },
    ({ content }) => (content.pages as readonly JsonObject[])[0]?.sso_groups,
  ],
  ['a tag of its own', { add_tags: ['customer'] }, ({ tags }) => [...tags].sort()],
  ['a setting', { settings: { disabled: true, priority: true } }, (story) => [story.disabled, story.priority]],
];

describe('what belongs to the destination', () => {
  it.concurrent.each(OWN)(
    '%s may change there: no drift under "on_drift: fail", and kept by the next push',
    async (_, change, read) => {
      const destinations = { contoso: { stories: ['triage'], options: { on_drift: 'fail' } } };
      await using rig = await worldOf({ stories: { triage: TRIAGE }, destinations });
      await syncNow(rig);
      const before = await rig.story('contoso', 'Triage');
      await rig.edit('contoso', before.id, change);
      const own = read(await rig.story('contoso', 'Triage'));
      expect(own).not.toEqual(read(before));
      await rig.takeWrites();
      for (const flags of [[], ['--refresh'], ['--no-state']]) {
        expect((await syncNow(rig, ...flags)).told).toEqual({ 'contoso/triage': 'synced unchanged' });
      }
      expect(await rig.takeWrites()).toEqual([]);
      publish(rig, 'triage', withOption(TRIAGE, 'Close', 'method', 'post'));
      expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
      expect(read(await rig.story('contoso', 'Triage'))).toEqual(own);
    },
  );
});

describe('an edit between plan and push', () => {
  const moves: readonly (readonly [string, JsonObject])[] = [
    ['edited', { set: { path: ['agents', 'Close', 'options', 'method'], value: 'put' } }],
    ['renamed', { rename: 'Triage of ours' }],
    ['put under change control', { change_control: true }],
    ['moved to another team', { move_to_team: 8 }],
  ];

  it.each(moves)('leaves a story that was %s as it is: plan_stale', async (_, move) => {
    const teams = [42, 8].map((id) => ({ id, name: `Team ${id}` }));
    await using rig = await worldOf({ stories: { triage: TRIAGE }, tenants: { contoso: tenantWith({}, { teams }) } });
    await syncNow(rig);
    const { id } = await rig.story('contoso', 'Triage');
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    await rig.takeWrites();
    const { outcomes } = await hookedSync(rig, { beforePush: () => rig.edit('contoso', id, move) });
    expect(outcomes).toMatchObject([{ reason: 'plan_stale', did: 'nothing', fact: { kind: 'stale' } }]);
    expect(await rig.takeWrites()).toEqual([]);
    const [live] = (await rig.tenant('contoso')).stories;
    expect(option(live ?? {}, 'Tell', 'method')).toBe('get');
  });

  it('of its settings and tags alone is kept, also where an import resets them', async () => {
    await using rig = await worldOf({ stories: { triage: TRIAGE }, switches: { import_settings: 'reset' } });
    await syncNow(rig);
    const { id } = await rig.story('contoso', 'Triage');
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    const change = { settings: { disabled: true, priority: true }, add_tags: ['customer'] };
    const { outcomes } = await hookedSync(rig, { beforePush: () => rig.edit('contoso', id, change) });
    expect(outcomes).toMatchObject([{ status: 'synced', did: 'updated' }]);
    const live = await rig.story('contoso', 'Triage');
    expect([live.disabled, live.priority, [...live.tags].sort()]).toEqual([true, true, ['customer', 'ir']]);
  });

  it('does not create beside a story of the same name that has just appeared', async () => {
    const other = storyExport({ name: 'Old', guid: guidOf('old'), actions: [webhook('In')] });
    const contoso = tenantWith({ stories: [{ content: other }] });
    await using rig = await worldOf({ stories: { triage: TRIAGE }, tenants: { contoso } });
    const { id } = await rig.story('contoso', 'Old');
    const { outcomes } = await hookedSync(rig, { beforePush: () => rig.edit('contoso', id, { rename: 'Triage' }) });
    expect(outcomes).toMatchObject([{ reason: 'plan_stale', did: 'nothing' }]);
    expect((await rig.tenant('contoso')).stories).toHaveLength(1);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed not_ours' });
  });
});
