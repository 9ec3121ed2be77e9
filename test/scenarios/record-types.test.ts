import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { addOwnField, asCustomer } from '../support/customer.ts';
import { entriesIn, only, planned, told } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { type FieldSpec, recordAction, storyExport, webhook } from '../support/stories.ts';
import { publish, tenantWith, WITH_AND_WITHOUT_STATE, worldOf } from '../support/world-of.ts';

const TITLE: FieldSpec = ['title', 'TEXT'];
const SEVERITY: FieldSpec = ['severity', 'TEXT_ENUM', ['low', 'high']];

function alerting(fields: readonly FieldSpec[], name = 'Alerting') {
  return storyExport({ name, actions: [webhook('In'), recordAction('Keep', 'Alert', fields)] });
}

/** The team has an `Alert` with twelve rows already, exactly as the story defines it at first. */
function worldWithRows() {
  const fields = [
    { name: 'title', result_type: 'TEXT' },
    { name: 'severity', result_type: 'TEXT_ENUM', fixed_values: ['low', 'high'] },
  ];
  const record_types = [{ name: 'Alert', fields, records: 12 }];
  return worldOf({
    tenants: { contoso: tenantWith({ record_types }) },
    stories: { alerting: alerting([TITLE, SEVERITY]) },
  });
}

async function typesOf(rig: Rig) {
  const { record_types } = await rig.tenant('contoso');
  return record_types.map((type) => {
    const fields = type.fields.map(({ name, result_type, fixed_values }) =>
      [name, result_type, ...fixed_values].join(' '),
    );
    return { id: type.id, name: type.name, rows: type.records, fields };
  });
}

/** Name and id of the type that the record action of a live story points at. */
async function targetOf(rig: Rig, story = 'Alerting'): Promise<JsonObject> {
  const { content } = await rig.story('contoso', story);
  const [type] = content.agents.flatMap(({ record_type: used }) => (used ? [used as JsonObject] : []));
  return { id: type?.id ?? null, name: type?.name ?? null };
}

async function expectSilent(rig: Rig, ...flags: readonly string[]): Promise<void> {
  await rig.takeWrites();
  const again = await rig.runJson('sync', ...flags);
  expect(new Set(Object.values(told(again.json)))).toEqual(new Set(['synced unchanged -']));
  expect(await rig.takeWrites()).toEqual([]);
}

describe.each(WITH_AND_WITHOUT_STATE)('%s', (_, ...flags) => {
  it('an added field and an added value come in place: same id, all rows kept, customer additions too', async () => {
    await using rig = await worldWithRows();
    await rig.run('sync', ...flags);
    const before = only(await typesOf(rig));
    await addOwnField(rig, 'contoso', before.id, 'ticket');
    const [type] = (await rig.tenant('contoso')).record_types;
    const severity = type?.fields.find(({ name }) => name === 'severity');
    const own = [
      { id: severity?.id ?? 0, name: 'severity', result_type: 'TEXT_ENUM', fixed_values: ['low', 'high', 'insane'] },
    ];
    await asCustomer(rig, 'contoso', 'PUT', `/record_types/${before.id}`, { fields: own });
    publish(
      rig,
      'alerting',
      alerting([TITLE, ['severity', 'TEXT_ENUM', ['low', 'high', 'critical']], ['owner', 'TEXT']]),
    );

    const plan = await rig.runJson('plan', ...flags);
    const step = { name: 'Alert', action: 'add_fields', target: 'Alert', fields: ['severity=critical', 'owner'] };
    expect(only(entriesIn(plan.json)).record_types).toMatchObject([step]);
    expect((await rig.runJson('sync', ...flags)).code).toBe(0);

    expect(await typesOf(rig)).toEqual([
      {
        ...before,
        rows: 12,
        fields: ['title TEXT', 'severity TEXT_ENUM low high insane critical', 'ticket TEXT', 'owner TEXT'],
      },
    ]);
    expect(await targetOf(rig)).toEqual({ id: before.id, name: 'Alert' });
    await expectSilent(rig, ...flags);
  });

  it('a retyped field makes "Alert (1)"; the old type keeps its rows, and a rollback in git finds it again', async () => {
    await using rig = await worldWithRows();
    await rig.run('sync', ...flags);
    const old = only(await typesOf(rig));
    publish(rig, 'alerting', alerting([TITLE, ['severity', 'NUMBER']]));

    const plan = await rig.runJson('plan', ...flags);
    expect(only(entriesIn(plan.json)).record_types).toMatchObject([
      { action: 'create_sequential', target: 'Alert (1)' },
    ]);
    expect((await rig.runJson('sync', ...flags)).code).toBe(0);

    const types = await typesOf(rig);
    expect(types.map(({ name, rows, fields }) => [name, rows, fields])).toEqual([
      ['Alert', 12, old.fields],
      ['Alert (1)', 0, ['title TEXT', 'severity NUMBER']],
    ]);
    expect(types[0]).toEqual(old);
    expect(await targetOf(rig)).toEqual({ id: types[1]?.id ?? null, name: 'Alert (1)' });
    await expectSilent(rig, ...flags);

    publish(rig, 'alerting', alerting([TITLE, SEVERITY]));
    // Only state knows that the numbered type was in use.
    const { warnings } = only(entriesIn((await rig.runJson('plan', ...flags)).json));
    const said = [expect.stringContaining('no rows move to "Alert"')];
    expect(warnings).toEqual(flags.length === 0 ? said : []);
    expect((await rig.runJson('sync', ...flags)).code).toBe(0);
    expect(await targetOf(rig)).toEqual({ id: old.id, name: 'Alert' });
    expect(await typesOf(rig)).toEqual(types);
    await expectSilent(rig, ...flags);
  });

  it('two stories that share a type get one "Alert (1)" between them', async () => {
    const stories = { one: alerting([TITLE, SEVERITY], 'One'), two: alerting([TITLE, SEVERITY], 'Two') };
    await using rig = await worldOf({ stories });
    await rig.run('sync', ...flags);
    rig.write('stories/one.json', alerting([TITLE, ['severity', 'NUMBER']], 'One'));
    publish(rig, 'two', alerting([TITLE, ['severity', 'NUMBER']], 'Two'));

    expect((await rig.runJson('sync', ...flags)).code).toBe(0);

    expect((await typesOf(rig)).map(({ name }) => name)).toEqual(['Alert', 'Alert (1)']);
    expect(await targetOf(rig, 'One')).toEqual(await targetOf(rig, 'Two'));
    expect(await targetOf(rig, 'One')).toMatchObject({ name: 'Alert (1)' });
    await expectSilent(rig, ...flags);
  });

  it('a type that the customer extended before we first came is used as it is', async () => {
    await using rig = await worldWithRows();
    await addOwnField(rig, 'contoso', only(await typesOf(rig)).id, 'ticket');

    expect(told((await rig.runJson('sync', ...flags)).json)).toEqual({ 'contoso/alerting': 'synced created new' });

    expect((await typesOf(rig)).map(({ name, rows, fields }) => [name, rows, fields.length])).toEqual([
      ['Alert', 12, 3],
    ]);
    await expectSilent(rig, ...flags);
  });
});

it('a field removed in git makes "Alert (1)" where state knows that it was ours, and is the customer\'s without state', async () => {
  await using rig = await worldWithRows();
  await rig.run('sync');
  publish(rig, 'alerting', alerting([TITLE]));

  const without = await rig.runJson('plan', '--no-state');
  expect(only(entriesIn(without.json)).record_types).toMatchObject([{ action: 'reuse', target: 'Alert' }]);
  const plan = await rig.runJson('plan');
  expect(only(entriesIn(plan.json)).record_types).toMatchObject([{ action: 'create_sequential', target: 'Alert (1)' }]);
  expect((await rig.runJson('sync')).code).toBe(0);

  expect((await typesOf(rig)).map(({ name, rows, fields }) => [name, rows, fields])).toEqual([
    ['Alert', 12, ['title TEXT', 'severity TEXT_ENUM low high']],
    ['Alert (1)', 0, ['title TEXT']],
  ]);
  await expectSilent(rig);
});

it('text that keeps naming the old type is a warning with its place, and stays as it is', async () => {
  const mention = { name: 'Count', options: { mode: 'message_only', payload: { n: '<<INFO.record.alert.count>>' } } };
  const counting = (fields: readonly FieldSpec[]) =>
    storyExport({ name: 'Alerting', actions: [recordAction('Keep', 'Alert', fields), mention] });
  await using rig = await worldOf({ stories: { alerting: counting([TITLE]) } });
  await rig.run('sync');
  publish(rig, 'alerting', counting([['title', 'NUMBER']]));

  const plan = await rig.runJson('plan');

  expect(only(entriesIn(plan.json)).warnings).toEqual([
    'agents[Count].options.payload.n: INFO.record.alert keeps pointing at "Alert", not at "Alert (1)"',
  ]);
});

it('stories that define the same type differently are refused before anything is read', async () => {
  const stories = { one: alerting([TITLE], 'One'), two: alerting([['title', 'NUMBER']], 'Two') };
  await using rig = await worldOf({ stories });

  const sync = await rig.run('sync');

  expect(sync.code).toBe(1);
  expect(sync.out).toContain('title');
  expect(await rig.log()).toEqual([]);
});

it('a type that the customer deleted is created again, although no time stamp of the story moved', async () => {
  await using rig = await worldOf({ stories: { alerting: alerting([TITLE]) } });
  await rig.run('sync');
  await asCustomer(rig, 'contoso', 'DELETE', `/record_types/${only(await typesOf(rig)).id}`);

  expect(planned((await rig.runJson('plan')).json)).toEqual({
    'contoso/alerting': 'update content_changed',
  });
  expect((await rig.runJson('sync')).code).toBe(0);

  const type = only(await typesOf(rig));
  expect(type).toMatchObject({ name: 'Alert', fields: ['title TEXT'] });
  expect(await targetOf(rig)).toEqual({ id: type.id, name: 'Alert' });
});
