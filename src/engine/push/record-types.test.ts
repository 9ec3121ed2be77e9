import { describe, expect, it } from 'vitest';
import { type FakeTenant, fakeTenant } from '../../../test/support/fake-tenant.ts';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { desiredStory } from '../../../test/support/planning.ts';
import { fetchAction, recordAction, storyExport } from '../../../test/support/stories.ts';
import { ok } from '../../diagnostics/result.ts';
import type { FieldDefinition, RecordType } from '../../model/record-type.ts';
import type { Story } from '../../model/story.ts';
import { decideRecordType, type RecordTypeDecision } from '../../records/decide.ts';
import { pointRecordActions } from '../../records/rewrite.ts';
import { TeamRecordTypes } from './record-types.ts';

const TEAM = 42;
const TITLE: FieldDefinition = { name: 'title', resultType: 'TEXT', fixedValues: [] };
const LEVEL: FieldDefinition = { name: 'level', resultType: 'TEXT_ENUM', fixedValues: ['low'] };

function typesOf(tenant: FakeTenant): readonly RecordType[] {
  return [...tenant.world.recordTypes.values()];
}

function decide(tenant: FakeTenant, fields: readonly FieldDefinition[]): RecordTypeDecision {
  const decided = decideRecordType({
    wanted: { name: 'Alert', fields },
    existing: typesOf(tenant),
    reserved: new Set(),
  });
  if (!decided.ok) throw new Error(decided.error.kind);
  return decided.value;
}

function team(tenant: FakeTenant): TeamRecordTypes {
  return new TeamRecordTypes(tenant, { ...instantClock(), sleep: async () => {} }, TEAM);
}

/** A story whose one record action is bound to the type of that id; without an id, to one that does not say which. */
function boundTo(id?: number): Story {
  const { story } = desiredStory(
    storyExport({ name: 'Triage', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] }),
  );
  return pointRecordActions(story, new Map([['Alert', { name: 'Alert', ...(id === undefined ? {} : { id }) }]]));
}

function afterImport(
  types: TeamRecordTypes,
  decision: RecordTypeDecision,
  live: Story = boundTo(decision.targetId),
): ReturnType<TeamRecordTypes['findUnplanned']> {
  return types.findUnplanned([decision], { sent: boundTo(decision.targetId), live });
}

function listings(tenant: FakeTenant): number {
  return tenant.calls.filter(({ method }) => method === 'listRecordTypes').length;
}

/** `Alert: title level(low,high)` */
function seen(tenant: FakeTenant): readonly string[] {
  return typesOf(tenant).map(({ name, fields }) => {
    const told = fields.map((field) =>
      field.fixedValues.length > 0 ? `${field.name}(${field.fixedValues.join(',')})` : field.name,
    );
    return `${name}: ${told.join(' ')}`;
  });
}

describe('record types of a run', () => {
  it('are made once, whatever number of stories use them', async () => {
    const tenant = fakeTenant();
    const types = team(tenant);
    const decision = decide(tenant, [TITLE]);
    const first = await types.carryOut(decision);
    expect(await types.carryOut(decision)).toEqual(first);
    expect(seen(tenant)).toEqual(['Alert: title']);
    expect(tenant.writes()).toHaveLength(1);
  });

  it('that exist get fields and values in place, and keep what is the customer’s', async () => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [LEVEL, { ...TITLE, name: 'own' }]);
    const decision = decide(tenant, [TITLE, { ...LEVEL, fixedValues: ['low', 'high'] }]);
    expect((await team(tenant).carryOut(decision)).ok).toBe(true);
    expect(seen(tenant)).toEqual(['Alert: level(low,high) own title']);
  });

  it('that are as they should be cost no write', async () => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    expect((await team(tenant).carryOut(decide(tenant, [TITLE]))).ok).toBe(true);
    expect(tenant.writes()).toEqual([]);
  });

  it.each([
    ['carried out', true],
    ['not carried out', false],
  ])('end as one after a lost answer to a create that was %s', async (_, carriedOut) => {
    const tenant = fakeTenant();
    tenant.fail('createRecordType', { carriedOut, failure: { effect: 'possible' } });
    expect((await team(tenant).carryOut(decide(tenant, [TITLE]))).ok).toBe(true);
    expect(seen(tenant)).toEqual(['Alert: title']);
  });

  it.each([
    ['carried out', true],
    ['not carried out', false],
  ])('have each field once after a lost answer to an update that was %s', async (_, carriedOut) => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    tenant.fail('updateRecordType', { carriedOut, failure: { effect: 'possible' } });
    expect((await team(tenant).carryOut(decide(tenant, [TITLE, LEVEL]))).ok).toBe(true);
    expect(seen(tenant)).toEqual(['Alert: title level(low)']);
  });

  it('are given up after three lost answers', async () => {
    const tenant = fakeTenant();
    tenant.fail('createRecordType', { times: 9, failure: { effect: 'possible' } });
    const result = await team(tenant).carryOut(decide(tenant, [TITLE]));
    expect(result).toMatchObject({
      ok: false,
      error: { fact: { kind: 'write_lost', step: { write: 'create_record_type', name: 'Alert' } } },
    });
    expect(tenant.calls.filter(({ method }) => method === 'createRecordType')).toHaveLength(3);
  });

  it('that appeared or went since the plan are plan_stale', async () => {
    const tenant = fakeTenant();
    const create = decide(tenant, [TITLE]);
    tenant.world.createRecordType(TEAM, 'Alert', [LEVEL]);
    const extend = decide(tenant, [TITLE, LEVEL]);
    expect(await team(tenant).carryOut(create)).toMatchObject({
      ok: false,
      error: { fact: { stale: { since: 'record_type_appeared', name: 'Alert' } } },
    });
    tenant.world.recordTypes.clear();
    expect(await team(tenant).carryOut(extend)).toMatchObject({
      ok: false,
      error: { fact: { stale: { since: 'record_type_gone', name: 'Alert' } } },
    });
    expect(tenant.writes()).toEqual([]);
  });

  it('that nobody planned are found after an import that follows a new type', async () => {
    const tenant = fakeTenant();
    const types = team(tenant);
    const create = decide(tenant, [TITLE]);
    await types.carryOut(create);
    expect(await afterImport(types, create, boundTo(only(tenant).id))).toEqual({ ok: true, value: [] });
    tenant.world.createRecordType(TEAM, 'Alert (1)', [TITLE]);
    expect(await afterImport(types, create, boundTo(only(tenant).id))).toEqual({ ok: true, value: ['Alert (1)'] });
  });

  it('that were only used are not listed again where every action reads back bound to them', async () => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    const types = team(tenant);
    const reuse = decide(tenant, [TITLE]);
    await types.carryOut(reuse);
    const before = listings(tenant);
    expect(await afterImport(types, reuse)).toEqual({ ok: true, value: [] });
    expect(listings(tenant)).toBe(before);
  });

  it.each([
    ['another type', (type: RecordType) => boundTo(type.id)],
    ['a type that does not say which it is', () => boundTo()],
    [
      'nothing',
      () => desiredStory(storyExport({ name: 'Triage', actions: [fetchAction('Keep', 'https://a.example/')] })).story,
    ],
  ])('are listed where an action reads back bound to %s, and what the import made is told', async (_, live) => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    const types = team(tenant);
    const reuse = decide(tenant, [TITLE]);
    await types.carryOut(reuse);
    const made = tenant.world.createRecordType(TEAM, 'Alert (1)', [TITLE]) as RecordType;
    expect(await afterImport(types, reuse, live(made))).toEqual({ ok: true, value: ['Alert (1)'] });
  });

  it('are not asked for after the import of a story that has no record action', async () => {
    const tenant = fakeTenant();
    const types = team(tenant);
    await types.carryOut(decide(tenant, [TITLE]));
    const before = listings(tenant);
    const story = desiredStory(
      storyExport({ name: 'Triage', actions: [fetchAction('Ask', 'https://a.example/')] }),
    ).story;
    expect(await types.findUnplanned([], { sent: story, live: story })).toEqual({ ok: true, value: [] });
    expect(listings(tenant)).toBe(before);
  });

  it('that the plan saw less than ten seconds ago are used as they were, and are read again later, or to be changed', async () => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    const reuse = decide(tenant, [TITLE]);
    const extend = decide(tenant, [TITLE, LEVEL]);
    const asked = async (decision: RecordTypeDecision, age: number): Promise<number> => {
      const before = listings(tenant);
      const clock = { ...instantClock(), elapsed: () => 50_000 };
      const seenThen = { types: typesOf(tenant), at: 50_000 - age };
      const types = new TeamRecordTypes(tenant, clock, TEAM, [decision], seenThen);
      expect(await types.carryOut(decision)).toMatchObject({ ok: true, value: { name: 'Alert' } });
      return listings(tenant) - before;
    };
    expect(await asked(reuse, 9_999)).toBe(0);
    expect(await asked(reuse, 10_000)).toBe(1);
    expect(await asked(extend, 0)).toBe(2);
  });

  it('are read again after a change of one whose answer was lost: it may be there', async () => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    const [reuse, extend] = [decide(tenant, [TITLE]), decide(tenant, [TITLE, LEVEL])];
    const types = new TeamRecordTypes(tenant, instantClock(), TEAM, [extend], { types: typesOf(tenant), at: 0 });
    tenant.before('updateRecordType', () => tenant.fail('listRecordTypes', {}));
    tenant.fail('updateRecordType', { carriedOut: true, failure: { effect: 'possible' } });
    expect((await types.carryOut(extend)).ok).toBe(false);
    const used = await types.carryOut(reuse);
    expect(used.ok && used.value.fields.map(({ name }) => name)).toEqual(['title', 'level']);
  });

  it('that another run made since the plan are used where they are exactly what was to be made', async () => {
    const tenant = fakeTenant();
    const create = decide(tenant, [TITLE, LEVEL]);
    tenant.world.createRecordType(TEAM, 'Alert', [LEVEL, TITLE]);
    expect(await team(tenant).carryOut(create)).toMatchObject({ ok: true, value: { name: 'Alert' } });
    tenant.world.recordTypes.clear();
    tenant.world.createRecordType(TEAM, 'Alert', [LEVEL, { ...TITLE, resultType: 'NUMBER' }]);
    expect(await team(tenant).carryOut(create)).toMatchObject({ error: { fact: { kind: 'stale' } } });
    expect(tenant.writes()).toEqual([]);
  });

  it('that a tenant refuses since another run was faster are found there, types and fields alike', async () => {
    const tenant = fakeTenant();
    const create = decide(tenant, [TITLE]);
    tenant.before('createRecordType', () => void tenant.world.createRecordType(TEAM, 'Alert', [TITLE]));
    expect(await team(tenant).carryOut(create)).toMatchObject({ ok: true });
    const extend = decide(tenant, [TITLE, LEVEL]);
    tenant.before('updateRecordType', () => void tenant.world.updateRecordType(only(tenant).id, [LEVEL]));
    tenant.fail('updateRecordType', { failure: { kind: 'rejected', effect: 'none' } });
    expect(await team(tenant).carryOut(extend)).toMatchObject({ ok: true });
    expect(seen(tenant)).toEqual(['Alert: title level(low)']);
  });

  it('that a tenant refuses for another reason stay refused', async () => {
    const tenant = fakeTenant();
    const create = decide(tenant, [TITLE]);
    const rejected = { failure: { kind: 'rejected', effect: 'none' } } as const;
    tenant.fail('createRecordType', rejected);
    expect(await team(tenant).carryOut(create)).toMatchObject({ error: { fact: { kind: 'write_refused' } } });
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    tenant.fail('updateRecordType', rejected);
    const extend = decide(tenant, [TITLE, LEVEL]);
    expect(await team(tenant).carryOut(extend)).toMatchObject({ error: { fact: { kind: 'write_refused' } } });
  });

  it('that two runs made at one moment are told, and neither is touched', async () => {
    const tenant = fakeTenant();
    const create = decide(tenant, [TITLE]);
    const listRecordTypes: FakeTenant['listRecordTypes'] = async (teamId) => {
      const types = await tenant.listRecordTypes(teamId);
      return types.ok ? ok(types.value.flatMap((type) => [type, { ...type, id: type.id + 500 }])) : types;
    };
    const repeated = { error: { fact: { kind: 'record_type_repeated', name: 'Alert' } } };
    expect(await team({ ...tenant, listRecordTypes }).carryOut(create)).toMatchObject(repeated);
    expect(await team({ ...tenant, listRecordTypes }).carryOut(create)).toMatchObject(repeated);
    expect(tenant.writes()).toHaveLength(1);
  });

  it('whose new field two runs added at one moment are told, whichever of them looks last', async () => {
    const doubled = { error: { fact: { kind: 'record_field_doubled', type: 'Alert', field: 'level' } } };
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE]);
    const extend = decide(tenant, [TITLE, LEVEL]);
    tenant.before('updateRecordType', () => void tenant.world.updateRecordType(only(tenant).id, [LEVEL]));
    expect(await team(tenant).carryOut(extend)).toMatchObject(doubled);

    const other = fakeTenant();
    other.world.createRecordType(TEAM, 'Alert', [TITLE]);
    const types = team(other);
    const again = decide(other, [TITLE, LEVEL]);
    expect((await types.carryOut(again)).ok).toBe(true);
    other.world.updateRecordType(only(other).id, [LEVEL]);
    expect(await afterImport(types, again)).toMatchObject(doubled);
  });

  it('that were doubled before are no failure of a run that adds something else', async () => {
    const tenant = fakeTenant();
    tenant.world.createRecordType(TEAM, 'Alert', [TITLE, { ...TITLE, name: 'own' }, { ...TITLE, name: 'own' }]);
    expect((await team(tenant).carryOut(decide(tenant, [TITLE, LEVEL]))).ok).toBe(true);
    const own = only(tenant).fields.find(({ name }) => name === 'own');
    const more = {
      ...decide(tenant, [TITLE, LEVEL]),
      add: own ? [{ ...own, resultType: 'TEXT_ENUM', fixedValues: ['x'] }] : [],
    };
    expect((await team(tenant).carryOut(more)).ok).toBe(true);
  });

  it('that the plan is to make anyway are not unplanned when other runs make them first; a second of a name is told as that', async () => {
    const tenant = fakeTenant();
    const create = decide(tenant, [TITLE]);
    const later: RecordTypeDecision = { ...create, name: 'Case', target: 'Case' };
    const types = new TeamRecordTypes(tenant, instantClock(), TEAM, [create, later]);
    await types.carryOut(create);
    const { id } = tenant.world.createRecordType(TEAM, 'Case', [TITLE]) as RecordType;
    expect(await afterImport(types, create)).toEqual({ ok: true, value: [] });
    tenant.world.recordTypes.set(9, { ...(tenant.world.recordTypes.get(id) as RecordType), id: 9 });
    expect(await afterImport(types, create)).toEqual({
      ok: false,
      error: { fact: { kind: 'record_type_repeated', name: 'Case' } },
    });
  });
});

function only(tenant: FakeTenant): RecordType {
  const [type] = typesOf(tenant);
  if (!type) throw new Error('no record type');
  return type;
}
