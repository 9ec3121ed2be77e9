import { describe, expect, it } from 'vitest';
import type { FieldDefinition, RecordTypeDefinition } from '../model/record-type.ts';
import { checkAgreement, type StoryDefinitions } from './agreement.ts';

function text(name: string): FieldDefinition {
  return { name, resultType: 'TEXT', fixedValues: [] };
}
function story(key: string, ...definitions: readonly RecordTypeDefinition[]): StoryDefinitions {
  return { key, file: `stories/${key}.json`, definitions };
}

describe('checkAgreement', () => {
  it('is content when stories share equal types or have types of their own', () => {
    const alert = { name: 'Alert', fields: [text('a'), text('b')] };
    const turned = { name: 'Alert', fields: [text('b'), text('a')] };
    expect(
      checkAgreement([story('one', alert), story('two', turned), story('three', { name: 'Host', fields: [] })]),
    ).toEqual([]);
  });

  it('names both stories and the field when they disagree', () => {
    const problems = checkAgreement([
      story('two', { name: 'Alert', fields: [{ ...text('severity'), resultType: 'NUMBER' }] }),
      story('one', { name: 'Alert', fields: [text('severity')] }),
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: 'REC001',
      severity: 'error',
      message:
        'stories "one" and "two" define record type "Alert" differently: field "severity" is TEXT in "one" and NUMBER in "two"',
      place: { file: 'stories/two.json' },
      related: [{ place: { file: 'stories/one.json' } }],
    });
  });

  it.each([
    [[text('a')], [text('a'), text('b')], 'field "b" is only in "two"'],
    [
      [{ name: 'l', resultType: 'TEXT_ENUM', fixedValues: ['x', 'y'] }],
      [{ name: 'l', resultType: 'TEXT_ENUM', fixedValues: ['x', 'z'] }],
      'value "y" of field "l" is only in "one", value "z" of field "l" is only in "two"',
    ],
  ])('describes the difference', (one, two, difference) => {
    const problems = checkAgreement([
      story('one', { name: 'Alert', fields: one }),
      story('two', { name: 'Alert', fields: two }),
    ]);
    expect(problems.map(({ message }) => message)).toEqual([
      `stories "one" and "two" define record type "Alert" differently: ${difference}`,
    ]);
  });

  it('refuses one story whose actions hold two definitions', () => {
    const [problem] = checkAgreement([
      story('one', { name: 'Alert', fields: [text('a')] }, { name: 'Alert', fields: [] }),
    ]);
    expect(problem?.message).toBe(
      'two actions of story "one" define record type "Alert" differently: field "a" is only in one action',
    );
  });

  it('warns of type names that differ in case only', () => {
    const problems = checkAgreement([
      story('one', { name: 'Alert', fields: [] }),
      story('two', { name: 'ALERT', fields: [] }),
    ]);
    expect(problems).toMatchObject([{ code: 'REC002', severity: 'warning' }]);
  });

  it('does not depend on the order of the stories', () => {
    const stories = ['one', 'two', 'three'].map((key) => story(key, { name: 'Alert', fields: [text(key)] }));
    expect(checkAgreement(stories.toReversed())).toEqual(checkAgreement(stories));
    expect(checkAgreement(stories)).toHaveLength(2);
  });
});
