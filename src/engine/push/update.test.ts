import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant } from '../../../test/support/fake-tenant.ts';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { desiredStory, listedStory } from '../../../test/support/planning.ts';
import { storyExport } from '../../../test/support/stories.ts';
import { checkContentPrecondition, checkPrecondition, confirmIdentity, lookBeforeReplacement } from './precondition.ts';
import { saveLiveContent } from './saved-version.ts';
import { changeStory } from './update.ts';

const TRIAGE = desiredStory(storyExport({ name: 'Triage', actions: [] })).story;
const clock = { ...instantClock(), sleep: async () => {} };

function withStory(): { tenant: FakeTenant; id: number } {
  const tenant = fakeTenant();
  return { tenant, id: tenant.world.add(42, TRIAGE).id };
}

const moves = [
  ['an edit', (tenant: FakeTenant, id: number) => tenant.world.edit(id, (story) => story)],
  ['another name', (tenant: FakeTenant, id: number) => tenant.world.edit(id, (story) => ({ ...story, name: 'x' }))],
  [
    'the tag that detaches it',
    ({ world }: FakeTenant, id: number) => {
      const story = world.stories.get(id);
      if (story) world.stories.set(id, { ...story, tags: ['detached-from-sync'] });
    },
  ],
  ['another team', (tenant: FakeTenant, id: number) => tenant.world.edit(id, (story) => ({ ...story, teamId: 8 }))],
  [
    'change control',
    (tenant: FakeTenant, id: number) => tenant.world.edit(id, (story) => ({ ...story, changeControl: true })),
  ],
] as const;

describe('looking again before an update', () => {
  it.each(moves)('%s since the plan is plan_stale', async (_, move) => {
    const { tenant, id } = withStory();
    const listed = await tenant.getStory(id);
    if (!listed.ok) throw new Error('not there');
    expect((await checkPrecondition(tenant, { listed: listed.value })).ok).toBe(true);
    move(tenant, id);
    expect(await checkPrecondition(tenant, { listed: listed.value })).toMatchObject({
      ok: false,
      error: { fact: { kind: 'stale' } },
    });
  });
});

describe('looking again at a story whose stamp was young', () => {
  async function confirm({ trusted, edit }: { trusted: boolean; edit: boolean }) {
    const { tenant, id } = withStory();
    const read = await tenant.exportStory(id);
    if (!read.ok) throw new Error('not there');
    const { world } = tenant;
    const there = world.stories.get(id);
    // In the same second: the stamp stays as it was.
    if (there && edit) world.stories.set(id, { ...there, data: { ...there.data, description: 'theirs' } });
    const listed = listedStory(id, 'Triage', { editedAtTrusted: trusted });
    const result = await checkContentPrecondition(tenant, { listed, read: { story: read.value, parts: {} } });
    return [result.ok ? 'goes on' : result.error.fact.kind, tenant.calls.length - 1];
  }

  it('compares the content, because an edit in the same second moves no stamp', async () => {
    expect(await confirm({ trusted: false, edit: true })).toEqual(['stale', 1]);
    expect(await confirm({ trusted: false, edit: false })).toEqual(['goes on', 1]);
  });

  it('reads nothing where the stamp was old', async () => {
    expect(await confirm({ trusted: true, edit: false })).toEqual(['goes on', 0]);
  });
});

describe('an update', () => {
  it.each([
    ['carried out', true, 1],
    ['not carried out', false, 2],
  ])('whose answer was lost and that was %s is looked up before it is repeated', async (_, carriedOut, sent) => {
    const { tenant, id } = withStory();
    tenant.fail('updateStory', { carriedOut, failure: { effect: 'possible' } });
    expect((await changeStory({ tenant, clock }, id, { name: 'New', addTags: ['red'] })).ok).toBe(true);
    expect(tenant.world.stories.get(id)).toMatchObject({ name: 'New', tags: ['red'] });
    expect(tenant.calls.filter(({ method }) => method === 'updateStory')).toHaveLength(sent);
  });

  it('gives up after three', async () => {
    const { tenant, id } = withStory();
    tenant.fail('updateStory', { times: 9, failure: { effect: 'possible' } });
    const result = await changeStory({ tenant, clock }, id, { disabled: true });
    expect(result).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_lost', step: { write: 'update_story', fields: ['disabled'] } } },
    });
    expect(tenant.calls.filter(({ method }) => method === 'updateStory')).toHaveLength(3);
  });
});

describe('the last look before a replacement', () => {
  async function look(tenant: FakeTenant, id: number, name = 'Triage') {
    const listed = await tenant.getStory(id);
    if (!listed.ok) throw new Error('not there');
    const before = tenant.calls.length;
    const found = await lookBeforeReplacement(tenant, { listed: listed.value }, name);
    const told = found.ok ? found.value.name : found.error.fact.kind;
    return [told, tenant.calls.slice(before).map(({ method }) => method)];
  }

  it('is one search where ours bears the name, and no other team has a story of it', async () => {
    const { tenant, id } = withStory();
    expect(await look(tenant, id)).toEqual(['Triage', ['findStoriesNamed']]);
  });

  it('asks for ours by its id where it is to get another name', async () => {
    const { tenant, id } = withStory();
    expect(await look(tenant, id, 'Triage 2')).toEqual(['Triage 2', ['findStoriesNamed', 'getStory']]);
  });

  it('gives ours a name that nobody else has for that moment where another team has one', async () => {
    const { tenant, id } = withStory();
    tenant.world.add(8, TRIAGE);
    expect(await look(tenant, id)).toEqual([`Triage [storysync ${id}]`, ['findStoriesNamed']]);
  });

  it('is plan_stale when a second one appeared in the team', async () => {
    const { tenant, id } = withStory();
    tenant.world.add(42, TRIAGE);
    expect((await look(tenant, id))[0]).toBe('stale');
  });

  it.each(moves)('%s since the plan is plan_stale', async (_, move) => {
    const { tenant, id } = withStory();
    const listed = await tenant.getStory(id);
    if (!listed.ok) throw new Error('not there');
    move(tenant, id);
    expect(await lookBeforeReplacement(tenant, { listed: listed.value }, 'Triage')).toMatchObject({
      error: { fact: { kind: 'stale' } },
    });
  });
});

describe('saving the live content', () => {
  it('makes one version, also when the answer was lost', async () => {
    const { tenant, id } = withStory();
    tenant.fail('saveVersion', { carriedOut: true });
    expect(await saveLiveContent({ tenant, clock }, id, 'before')).toEqual({ ok: true, value: [] });
    expect(tenant.world.versions.get(id)).toEqual(['before']);
  });

  it.each(['not_found', 'rejected'] as const)('is a warning where the tenant answers %s', async (kind) => {
    const { tenant, id } = withStory();
    tenant.fail('saveVersion', { failure: { kind, effect: 'none' } });
    expect(await saveLiveContent({ tenant, clock }, id, 'before')).toMatchObject({
      ok: true,
      value: [{ kind: 'no_versions' }],
    });
  });

  it('stops the overwrite where the tenant has versions of the story and refuses another', async () => {
    const { tenant, id } = withStory();
    await saveLiveContent({ tenant, clock }, id, 'the customer’s own');
    tenant.fail('saveVersion', { times: 2, failure: { kind: 'rejected', effect: 'none' } });
    expect(await saveLiveContent({ tenant, clock }, id, 'before')).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_refused', step: { write: 'save_version' } } },
    });
    expect(await saveLiveContent({ tenant, clock }, id, 'the customer’s own')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['goes on with a warning where the tenant turns out to have no versions', 'not_found', true],
    ['is stopped where the tenant does not say which versions it has', 'unreachable', false],
  ] as const)('whose answer was lost %s', async (_, kind, goesOn) => {
    const { tenant, id } = withStory();
    tenant.fail('saveVersion', { times: 9, failure: { kind: 'timeout', effect: 'possible' } });
    tenant.fail('listVersionNames', { times: 9, failure: { kind, effect: 'none' } });
    expect(await saveLiveContent({ tenant, clock }, id, 'before')).toMatchObject(
      goesOn ? { ok: true, value: [{ kind: 'no_versions' }] } : { ok: false, error: { fact: { kind: 'write_lost' } } },
    );
  });

  it('stops the overwrite when nobody knows whether it is saved', async () => {
    const { tenant, id } = withStory();
    tenant.fail('saveVersion', { times: 9, failure: { kind: 'timeout', effect: 'possible' } });
    expect(await saveLiveContent({ tenant, clock }, id, 'before')).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_lost', step: { write: 'save_version' } } },
    });
  });
});

describe('the story that the tenant answers with', () => {
  it.each([
    ['of another team', listedStory(7, 'Triage', { teamId: 8 }), { id: 7, teamId: 42 }],
    ['of another id', listedStory(8, 'Triage'), { id: 7, teamId: 42 }],
  ])('%s stops the tenant', (_, story, expected) => {
    expect(confirmIdentity(story, expected)).toMatchObject({
      ok: false,
      error: { halt: 'tenant', fact: { kind: 'other_story_answered', expected } },
    });
  });

  it('as expected goes on; the id of a new one is not known before', () => {
    expect(confirmIdentity(listedStory(7, 'Triage'), { id: 7, teamId: 42 }).ok).toBe(true);
    expect(confirmIdentity(listedStory(9, 'Triage'), { teamId: 42 }).ok).toBe(true);
  });
});
