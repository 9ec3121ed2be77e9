import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { costOf } from '../support/cost-of.ts';
import { hookedSync } from '../support/hooked-sync.ts';
import { impatientClock } from '../support/instant-clock.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

/** Every call that a destination costs, by kind: whoever adds one says so here, and in decision 57. */
type Cost = { readonly [call: string]: number };

const KEEPS = recordAction('Keep', 'Finding', [['title', 'TEXT']]);
const KINDS = {
  plain: [],
  'with a credential and a resource': [
    fetchAction('Ask', 'https://a.example/<<RESOURCE.limits.high>>', { headers: { key: '<<CREDENTIAL.vt>>' } }),
  ],
  'with records': [KEEPS],
  'with a credential, a resource and records': [
    fetchAction('Ask', 'https://a.example/<<RESOURCE.limits.high>>', { headers: { key: '<<CREDENTIAL.vt>>' } }),
    KEEPS,
  ],
} as const;
type Kind = keyof typeof KINDS;
const EVERY = Object.keys(KINDS) as readonly Kind[];

function storyOf(kind: Kind, index: number): JsonObject {
  const tell = fetchAction('Tell', 'https://chat.example/');
  return storyExport({ name: `Story ${index}`, actions: [webhook('In'), tell, ...KINDS[kind]] });
}

function world(kind: Kind, stories: number): Promise<Rig> {
  const all = Array.from({ length: stories }, (_, index) => [`story-${index}`, storyOf(kind, index)] as const);
  const tenants = { contoso: tenantWith({ credentials: ['vt'], resources: ['limits'] }) };
  return worldOf({ tenants, stories: Object.fromEntries(all) });
}

/** Synced, looked at once more, and at rest. */
async function settledWorld(kind: Kind, stories: number): Promise<Rig> {
  const rig = await world(kind, stories);
  for (let round = 0; round < 2; round += 1) {
    await syncNow(rig);
    await rig.later();
  }
  return rig;
}

function totalOf(cost: Cost): number {
  return Object.values(cost).reduce((sum, count) => sum + count, 0);
}

const SHARED: Cost = { 'GET /user_credentials': 1, 'GET /global_resources': 1 };
const NEEDED: { readonly [kind in Kind]: Cost } = {
  plain: {},
  'with a credential and a resource': SHARED,
  'with records': { 'GET /record_types': 1 },
  'with a credential, a resource and records': { ...SHARED, 'GET /record_types': 1 },
};

describe('a first sync', () => {
  it.each([1, 6])('of %i stories costs two calls for each, and three listings of the team', async (stories) => {
    await using rig = await world('plain', stories);
    expect(await costOf(rig, () => syncNow(rig))).toEqual({
      // To plan, before the creates, and after them.
      'GET /stories': 3,
      'POST /stories/import': stories,
      'GET /stories/ID/export': stories,
    });
  });

  it('asks for credentials and for resources once, however many stories name them', async () => {
    await using rig = await world('with a credential and a resource', 6);
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toEqual({ ...SHARED, 'GET /stories': 3, 'POST /stories/import': 6, 'GET /stories/ID/export': 6 });
  });

  it('lists record types around the making of one, and after each story that uses what was made', async () => {
    await using rig = await world('with records', 6);
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toEqual({
      'GET /stories': 3,
      'POST /stories/import': 6,
      'GET /stories/ID/export': 6,
      'POST /record_types': 1,
      'GET /record_types': 3 + 6,
    });
  });

  it('lists record types once where they are there already, and for no story without records', async () => {
    const tenants = { contoso: tenantWith({ record_types: [{ name: 'Finding', fields: [TITLE] }] }) };
    const stories = { keeper: storyOf('with records', 0), one: storyOf('plain', 1), two: storyOf('plain', 2) };
    await using rig = await worldOf({ tenants, stories });
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toEqual({
      'GET /stories': 3,
      'POST /stories/import': 3,
      'GET /stories/ID/export': 3,
      'GET /record_types': 1,
    });
  });
});

const TITLE = { name: 'title', result_type: 'TEXT' };

describe('a change of one story among four', () => {
  it.each<[Kind, number]>([
    ['plain', 5],
    ['with a credential and a resource', 7],
    ['with records', 6],
    ['with a credential, a resource and records', 8],
  ])('%s costs %i calls', async (kind, total) => {
    await using rig = await settledWorld(kind, 4);
    publish(rig, 'story-0', withOption(storyOf(kind, 0), 'Tell', 'method', 'post'));
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toEqual({
      ...NEEDED[kind],
      // To plan, and by its name right before it is replaced.
      'GET /stories': 2,
      'POST /stories/import': 1,
      // Before and after.
      'GET /stories/ID/export': 2,
    });
    expect(totalOf(cost)).toBe(total);
  });

  it.each<[number, number]>([
    [9_000, 1],
    [10_000, 2],
  ])('with records, planned %i ms before it is pushed, costs %i listings of record types', async (age, listings) => {
    await using rig = await settledWorld('with records', 4);
    publish(rig, 'story-0', withOption(storyOf('with records', 0), 'Tell', 'method', 'post'));
    let later = 0;
    const clock = { ...impatientClock, elapsed: () => later };
    const beforePush = async () => {
      later = age;
    };
    const cost = await costOf(rig, () => hookedSync(rig, { clock, beforePush }));
    expect(cost).toMatchObject({ 'GET /record_types': listings, 'POST /stories/import': 1 });
  });

  it('is asked for by its id after the import where that could have enabled it', async () => {
    await using rig = await settledWorld('plain', 4);
    const { stories } = await rig.tenant('contoso');
    for (const { id } of stories) await rig.edit('contoso', id, { settings: { disabled: true } });
    publish(rig, 'story-0', withOption(storyOf('plain', 0), 'Tell', 'method', 'post'));
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toMatchObject({ 'GET /stories/ID': 1, 'GET /stories': 2, 'GET /stories/ID/export': 2 });
  });

  it('is asked for by its id and renamed first where it gets another name, and updated once more for a tag', async () => {
    await using rig = await settledWorld('plain', 4);
    publish(rig, 'story-0', { ...storyOf('plain', 0), name: 'Renamed' });
    expect(await costOf(rig, () => syncNow(rig))).toMatchObject({ 'GET /stories/ID': 1, 'PUT /stories/ID': 1 });
    await rig.later();
    await syncNow(rig);
    publish(rig, 'story-0', { ...storyOf('plain', 0), name: 'Renamed', tags: ['soc'] });
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toMatchObject({ 'PUT /stories/ID': 1, 'GET /stories': 2, 'GET /stories/ID/export': 2 });
  });
});

describe('no change', () => {
  it.each(EVERY)('of stories %s costs one listing, and one of record types where they keep records', async (kind) => {
    await using rig = await settledWorld(kind, 4);
    const types = kind.includes('records') ? { 'GET /record_types': 1 } : {};
    const nothing = { 'GET /stories': 1, ...types };
    expect(await costOf(rig, () => syncNow(rig))).toEqual(nothing);
    expect(await costOf(rig, () => planNow(rig))).toEqual(nothing);
  });
});

describe('what a team is missing', () => {
  it('is looked for in all that the key sees before it is called missing', async () => {
    const tenants = { contoso: tenantWith({ credentials: ['vt'] }) };
    await using rig = await worldOf({
      tenants,
      stories: { triage: storyOf('with a credential and a resource', 0) },
    });
    const cost = await costOf(rig, () => syncNow(rig));
    expect(cost).toEqual({ 'GET /stories': 1, 'GET /user_credentials': 1, 'GET /global_resources': 2 });
  });
});
