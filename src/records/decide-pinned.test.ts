import { expect, it } from 'vitest';
import type { RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import { decidePinnedType } from './decide-pinned.ts';

const fieldsOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, resultType]) => ({ name, resultType, fixedValues: [] }));
const wanted = (fields: Readonly<Record<string, string>>): RecordTypeDefinition => {
  return { name: 'Alert', fields: fieldsOf(fields) };
};
const type = (id: number, name: string, fields: Readonly<Record<string, string>>): RecordType => {
  const own = fieldsOf(fields).map((field, index) => ({ ...field, id: id * 10 + index }));
  return { id, name, teamId: 42, fields: own, defaultFields: [] };
};

const OLD = type(1, 'Alert', { title: 'TEXT', score: 'TEXT' });
const NEW = type(2, 'Alert (1)', { title: 'TEXT', score: 'NUMBER' });
const GROWN = type(1, 'Alert', { title: 'TEXT', score: 'TEXT', later: 'TEXT' });
const TODAY = { target: 'Alert (1)', definition: wanted({ title: 'TEXT', score: 'NUMBER' }) };
const THEN = wanted({ title: 'TEXT', score: 'TEXT' });

type Row = readonly [title: string, existing: readonly RecordType[], planned: readonly string[], told: string];

const ROWS: readonly Row[] = [
  ['the type of its day is used, though another is current', [OLD, NEW], [], 'reuse Alert'],
  ['so it is when fields have come to it since', [GROWN, NEW], [], 'reuse Alert'],
  ['a type that would change a field is not', [NEW], [], 'create_sequential Alert (2)'],
  ['none is there', [], [], 'create Alert'],
  ['none is there, and this run makes one for the stories of today', [], ['Alert'], 'create_sequential Alert (1)'],
  ['the numbers of both are told apart', [NEW], ['Alert (2)'], 'create_sequential Alert (3)'],
  ['what this run makes of another name does not count', [OLD], ['Case'], 'reuse Alert'],
];

it.each(ROWS)('%s', (_title, existing, planned, told) => {
  const question = { wanted: THEN, existing, reserved: new Set<string>(), recorded: TODAY };
  const decision = decidePinnedType(question, planned);
  expect(decision.ok && `${decision.value.action} ${decision.value.target}`).toBe(told);
});

it('a field that was dropped since its day is no reason for a new type', () => {
  const recorded = { target: 'Alert', definition: wanted({ title: 'TEXT', score: 'TEXT', later: 'TEXT' }) };
  const decision = decidePinnedType({ wanted: THEN, existing: [GROWN], reserved: new Set(), recorded }, []);
  expect(decision).toMatchObject({ ok: true, value: { action: 'reuse', target: 'Alert', kept: ['later'] } });
});
