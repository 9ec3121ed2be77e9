import { describe, expect, it } from 'vitest';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { SWITCHES } from '../../src/emulator/faults/switches.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { addOwnField } from '../support/customer.ts';
import { syncNow } from '../support/outcomes.ts';
import type { LiveStory, Rig } from '../support/rig.ts';
import { giveStateKey } from '../support/state-branch.ts';
import { callStory, fetchAction, guidOf, recordAction, storyExport, webhook } from '../support/stories.ts';
import { tenantWith, worldOf } from '../support/world-of.ts';

type Switches = NonNullable<EmulatorConfig['switches']>;

const OWNED = 'storysync:destination-owned';
const FIELDS = [['title', 'TEXT'] as const, ['severity', 'TEXT_ENUM', ['low', 'high']] as const];

const ENRICH = storyExport({
  name: 'Enrich',
  tags: ['shared'],
  actions: [webhook('Ask'), fetchAction('Look up', 'https://vt.example/<<CREDENTIAL.virustotal>>')],
});

function triage(fields: readonly (readonly [string, string, (readonly string[])?])[], url: string): JsonObject {
  const story = storyExport({
    name: 'Triage',
    tags: ['ir'],
    actions: [
      webhook('Intake'),
      { name: 'Form', type: 'Agents::FormAgent', options: { url_identifier: OWNED, title: 'Report a mail' } },
      callStory('Enrich it', 'enrich'),
      recordAction('Keep', 'Alert', fields),
      fetchAction('Tell', url),
    ],
  });
  const form = guidOf(`${guidOf('Triage')}/1/Form`);
  return { ...story, pages: [{ agent_guid: form, name: 'Form', sso_groups: null, fields: [] }] };
}

const FIRST = triage(FIELDS, 'https://chat.example/<<RESOURCE.soc_settings.channel>>');
const SECOND = triage([...FIELDS, ['source', 'TEXT']], 'https://chat.example/v2/<<RESOURCE.soc_settings.channel>>');

/** A tenant that holds the origin team and a neighbour with stories of the same names, all older than ours. */
function crowdedWorld(switches: Switches): Promise<Rig> {
  const same = { credentials: ['virustotal'], resources: ['soc_settings'] };
  const neighbour = storyExport({ name: 'Triage', guid: guidOf('other'), actions: [webhook('Own')] });
  const origin = [FIRST, ENRICH].map((content) => ({ content, keep_guid: true }));
  const teams = [
    { id: 7, name: 'Content', ...same, stories: origin },
    { id: 8, name: 'Neighbour', ...same, stories: [{ content: neighbour }] },
    { id: 42, name: 'SOC', ...same, folders: [{ id: 5, name: 'Synced' }] },
  ];
  return worldOf({
    stories: { enrich: ENRICH, triage: FIRST },
    switches,
    origin: { tenant: 'contoso', team: 7 },
    tenants: { contoso: tenantWith({}, { teams }) },
  });
}

async function ofTeam(
  rig: Rig,
  isOurs: boolean,
): Promise<{ stories: readonly LiveStory[]; types: readonly JsonObject[] }> {
  const tenant = await rig.tenant('contoso');
  const here = (thing: JsonObject): boolean => (thing.team_id === 42) === isOurs;
  return { stories: tenant.stories.filter(here), types: tenant.record_types.filter(here) };
}

function actionOf(story: LiveStory, name: string): JsonObject {
  const action = story.content.agents.find((one) => one.name === name);
  if (!action) throw new Error(`${story.name} has no action ${name}`);
  return action;
}

/** What belongs to the destination and must be the same before and after a push. */
function ownOf(story: LiveStory): JsonObject {
  const { path, secret } = actionOf(story, 'Intake').options as JsonObject;
  const { url_identifier } = actionOf(story, 'Form').options as JsonObject;
  const [page] = story.content.pages as readonly JsonObject[];
  const { id, team_id, disabled, priority, folder_id, owners } = story as JsonObject;
  const { recipients } = story.content;
  const own = {
    path,
    secret,
    url_identifier,
    sso_groups: page?.sso_groups,
    recipients,
    disabled,
    priority,
    folder_id,
    owners,
  };
  return { id, team_id, ...own, tags: [...story.tags].sort() } as JsonObject;
}

const SILENT = { 'contoso/enrich': 'synced unchanged', 'contoso/triage': 'synced unchanged' };

/** The whole life of two stories at one destination. It reads the same whatever the vendor turns out to do. */
async function live(switches: Switches): Promise<void> {
  await using rig = await crowdedWorld(switches);
  // Where a tenant writes a stamp of its own, proven state alone knows whose the story is.
  giveStateKey(rig);
  const others = await ofTeam(rig, false);

  const created = await syncNow(rig);
  expect(created.told).toEqual({ 'contoso/enrich': 'synced created', 'contoso/triage': 'synced created' });
  expect(created.code).toBe(0);
  const ours = (await ofTeam(rig, true)).stories;
  expect(ours.map(({ name }) => name).sort()).toEqual(['Enrich', 'Triage']);
  const id = ours.find(({ name }) => name === 'Triage')?.id ?? 0;
  await rig.edit('contoso', id, { set: { path: ['pages', 0, 'sso_groups'], value: ['soc-leads'] } });
  await rig.edit('contoso', id, { recipients: ['soc@contoso.example'], add_tags: ['customer'] });
  await rig.edit('contoso', id, { settings: { disabled: true, priority: true, folder_id: 5, owners: [3] } });
  const typeId = (await ofTeam(rig, true)).types[0]?.id;
  await addOwnField(rig, 'contoso', Number(typeId), 'ticket');
  await rig.takeWrites();
  const before = ours.map(({ name }) => name).length === 2 ? ownOf(await storyOfTeam(rig, 'Triage')) : {};
  // Silent right after the push, and whatever the customer did to what is theirs.
  expect((await syncNow(rig)).told).toEqual(SILENT);
  expect(await rig.takeWrites()).toEqual([]);

  rig.write('stories/triage.json', SECOND);
  rig.commit('change');
  const updated = await syncNow(rig);
  expect(updated.told).toEqual({ 'contoso/enrich': 'synced unchanged', 'contoso/triage': 'synced updated' });
  const after = await storyOfTeam(rig, 'Triage');
  expect(ownOf(after)).toEqual(before);
  expect(before).toMatchObject({
    tags: ['customer', 'ir'],
    recipients: ['soc@contoso.example'],
    disabled: true,
    folder_id: 5,
  });
  expect((actionOf(after, 'Tell').options as JsonObject).url).toContain('/v2/');
  const { stories, types } = await ofTeam(rig, true);
  expect(stories).toHaveLength(2);
  expect(types.map(({ name, fields }) => [name, (fields as readonly JsonObject[]).map((field) => field.name)])).toEqual(
    [['Alert', ['title', 'severity', 'ticket', 'source']]],
  );
  expect((actionOf(after, 'Keep').record_type as JsonObject).id).toBe(types[0]?.id);

  await rig.takeWrites();
  expect((await syncNow(rig)).told).toEqual(SILENT);
  expect(await rig.takeWrites()).toEqual([]);
  expect(await ofTeam(rig, false)).toEqual(others);
}

async function storyOfTeam(rig: Rig, name: string): Promise<LiveStory> {
  const story = (await ofTeam(rig, true)).stories.find((one) => one.name === name);
  if (!story) throw new Error(`team 42 has no story ${name}`);
  return story;
}

/** The first positions are the default; all of them together are one case. */
const OTHERS = Object.entries(SWITCHES).flatMap(([name, { positions }]) =>
  positions.slice(1).map((position): readonly [string, string] => [name, position]),
);
const HALF = Math.ceil(OTHERS.length / 2);
/** Two positions to a world, of two switches that stand far apart: each is met, in half the time. */
const PAIRS = OTHERS.slice(0, HALF).map((one, at) => [one, ...OTHERS.slice(HALF + at, HALF + at + 1)]);

describe('whichever way the vendor works', () => {
  it.concurrent.each(PAIRS.map((pair) => ({ pair, name: pair.map((each) => each.join(': ')).join(', ') })))(
    'stories are created, kept and updated the same under $name',
    ({ pair }) => live(Object.fromEntries(pair) as Switches),
  );
});

function allAt(index: number): Switches {
  return Object.fromEntries(
    Object.entries(SWITCHES).map(([name, { positions }]) => [name, positions[Math.min(index, positions.length - 1)]]),
  );
}

const TOGETHER: readonly (readonly [string, Switches])[] = [
  ['every switch in its first position', allAt(0)],
  ['every switch in its second position', allAt(1)],
  ['every switch in its last position', allAt(9)],
];

describe('several surprises at once', () => {
  it.each(TOGETHER)('%s changes nothing of it', async (_, switches) => {
    await live(switches);
  });
});
