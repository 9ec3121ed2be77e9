import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldDefinition, RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import { decideRecordType, type RecordTypeDecision, type RecordTypeQuestion } from './decide.ts';

const fieldOf = (name: string) =>
  fc.oneof(
    fc
      .constantFrom('TEXT', 'NUMBER', 'JSON')
      .map((resultType): FieldDefinition => ({ name, resultType, fixedValues: [] })),
    fc
      .uniqueArray(fc.constantFrom('low', 'mid', 'high'), { minLength: 1 })
      .map((fixedValues): FieldDefinition => ({ name, resultType: 'TEXT_ENUM', fixedValues })),
  );
const fields = fc
  .tuple(...['a', 'b', 'A', 'own'].map((name) => fc.option(fieldOf(name), { nil: undefined })))
  .map((all) => all.filter((field) => field !== undefined));
const names = ['Alert', 'Alert (1)', 'Alert (2)', 'Alert (7)', 'alert', 'Other'];
const existing = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), fields), { selector: ([name]) => name })
  .map((types) => types.map(([name, custom]) => existingType(name, custom, names.indexOf(name) + 1)));
const wanted = fields.map((custom): RecordTypeDefinition => ({ name: 'Alert', fields: custom }));
const question: fc.Arbitrary<RecordTypeQuestion> = fc.record(
  {
    wanted,
    existing,
    reserved: fc.subarray(['Alert (1)', 'Alert (3)', 'Other']).map((some): ReadonlySet<string> => new Set(some)),
    recorded: fc.record({ target: fc.constantFrom('Alert', 'Alert (1)', 'Alert (5)'), definition: wanted }),
  },
  { requiredKeys: ['wanted', 'existing', 'reserved'] },
);

function existingType(name: string, custom: readonly FieldDefinition[], id: number): RecordType {
  return {
    id,
    name,
    teamId: 42,
    fields: custom.map((one, index) => ({ ...one, id: id * 100 + index })),
    defaultFields: [],
  };
}

function decided(input: RecordTypeQuestion): RecordTypeDecision {
  const result = decideRecordType(input);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** What a tenant makes of the decision: entries with an id replace that field, others are added. */
function carriedOut(decision: RecordTypeDecision, types: readonly RecordType[]): readonly RecordType[] {
  if (decision.targetId === undefined) return [...types, existingType(decision.target, decision.add, 900)];
  return types.map((type) => {
    if (type.id !== decision.targetId) return type;
    const ids = decision.add.flatMap((field) => ('id' in field ? [field.id] : []));
    const added = decision.add.map((field, index) => ('id' in field ? field : { ...field, id: 9000 + index }));
    return { ...type, fields: [...type.fields.filter(({ id }) => !ids.includes(id)), ...added] };
  });
}

describe('decideRecordType, for all inputs', () => {
  it('does not depend on the order of the team’s types and fields', () => {
    fc.assert(
      fc.property(question, (input) => {
        const reversed = input.existing.toReversed().map((type) => ({ ...type, fields: type.fields.toReversed() }));
        expect(decided({ ...input, existing: reversed })).toEqual(decided(input));
      }),
    );
  });

  it('decides on reuse once its decision is carried out and recorded', () => {
    fc.assert(
      fc.property(question, (input) => {
        const first = decided(input);
        const recorded = { target: first.target, definition: input.wanted };
        const second = decided({ ...input, existing: carriedOut(first, input.existing), recorded });
        expect(second).toMatchObject({ action: 'reuse', target: first.target, add: [] });
      }),
    );
  });

  it('decides on reuse once its decision is carried out, without any memory', () => {
    fc.assert(
      fc.property(question, ({ wanted: asked, existing: types, reserved }) => {
        const input = { wanted: asked, existing: types, reserved };
        const first = decided(input);
        const second = decided({ ...input, existing: carriedOut(first, types) });
        expect(second).toMatchObject({ action: 'reuse', target: first.target, add: [] });
      }),
    );
  });

  it('leaves the target with every wanted field, in its type and with its values', () => {
    fc.assert(
      fc.property(question, (input) => {
        const decision = decided(input);
        const after = carriedOut(decision, input.existing).find(({ name }) => name === decision.target);
        for (const field of input.wanted.fields) {
          const there = after?.fields.find(({ name }) => name === field.name);
          expect(there?.resultType).toBe(field.resultType);
          expect(there?.fixedValues).toEqual(expect.arrayContaining([...field.fixedValues]));
        }
      }),
    );
  });

  it('never deletes, retypes or renames what is there, and never takes a reserved or taken name', () => {
    fc.assert(
      fc.property(question, (input) => {
        const decision = decided(input);
        const after = carriedOut(decision, input.existing);
        for (const before of input.existing) {
          const type = after.find(({ id }) => id === before.id);
          for (const field of before.fields) {
            const { fixedValues, ...same } = field;
            const kept = type?.fields.find(({ id }) => id === field.id);
            expect(kept).toMatchObject(same);
            expect(kept?.fixedValues).toEqual(expect.arrayContaining([...fixedValues]));
          }
        }
        expect(input.reserved.has(decision.target)).toBe(false);
        if (decision.targetId === undefined)
          expect(input.existing.map(({ name }) => name)).not.toContain(decision.target);
      }),
    );
  });
});
