import { describe, expect, it } from 'vitest';
import { definition, named, type } from '../../test/support/record-type-text.ts';
import { decideRecordType, type RecordTypeDecision, type RecordTypeQuestion } from './decide.ts';

// Fields: `note` is TEXT, `score:NUMBER`, `level=low,high` a TEXT_ENUM. Decision: +added ~kept.
const specification = `
given                                                  | wanted                   | in the team                                  | last pushed as         | reserved  | decision
no such type                                           | Alert{note level=low}    |                                              |                        |           | create Alert +note +level
only other types                                       | Alert{note}              | Alerts{note} Alert (01){note} Alert(1){note} |                        |           | create Alert +note
a type with default fields alone                       | Alert{}                  |                                              |                        |           | create Alert
an equal type                                          | Alert{note score:NUMBER} | Alert{score:NUMBER note}                     |                        |           | reuse Alert
equal enum values in another order                     | Alert{level=low,high}    | Alert{level=high,low}                        |                        |           | reuse Alert
an added field                                         | Alert{note severity}     | Alert{note}                                  | Alert{note}            |           | add_fields Alert +severity
an added field without state                           | Alert{note severity}     | Alert{note}                                  |                        |           | add_fields Alert +severity
a removed field                                        | Alert{note}              | Alert{note score}                            | Alert{note score}      |           | create_sequential Alert (1) +note
a removed field without state                          | Alert{note}              | Alert{note score}                            |                        |           | reuse Alert ~score
a field retyped                                        | Alert{severity:NUMBER}   | Alert{severity}                              |                        |           | create_sequential Alert (1) +severity
a field renamed                                        | Alert{notes}             | Alert{note}                                  | Alert{note}            |           | create_sequential Alert (1) +notes
a field renamed without state                          | Alert{notes}             | Alert{note}                                  |                        |           | add_fields Alert +notes ~note
an added enum value                                    | Alert{level=low,high}    | Alert{level=low}                             | Alert{level=low}       |           | add_fields Alert +level=high
a removed enum value                                   | Alert{level=low}         | Alert{level=low,high}                        | Alert{level=low,high}  |           | create_sequential Alert (1) +level
a removed enum value without state                     | Alert{level=low}         | Alert{level=low,high}                        |                        |           | reuse Alert
TEXT become TEXT_ENUM                                  | Alert{level=low}         | Alert{level}                                 | Alert{level}           |           | create_sequential Alert (1) +level
TEXT_ENUM become TEXT                                  | Alert{level}             | Alert{level=low}                             | Alert{level=low}       |           | create_sequential Alert (1) +level
default fields among the custom ones                   | Alert{note}              | Alert{note Timestamp:TIMESTAMP}              | Alert{note}            |           | reuse Alert
fields only the customer has                           | Alert{note}              | Alert{ticket note}                           | Alert{note}            |           | reuse Alert ~ticket
a customer field and a new one of ours                 | Alert{note owner}        | Alert{ticket note}                           | Alert{note}            |           | add_fields Alert +owner ~ticket
enum values only the customer has                      | Alert{level=low,mid}     | Alert{level=low,own}                         | Alert{level=low}       |           | add_fields Alert +level=mid
a field the customer deleted                           | Alert{note score}        | Alert{note}                                  | Alert{note score}      |           | add_fields Alert +score
a field with another case                              | Alert{Note}              | Alert{note}                                  |                        |           | add_fields Alert +Note ~note
a type with another case                               | Alert{note}              | alert{note}                                  |                        |           | create Alert +note
an "Alert (1)" that fits                               | Alert{note:NUMBER}       | Alert{note} Alert (1){note:NUMBER}           |                        |           | reuse Alert (1)
an "Alert (1)" that does not fit                       | Alert{note:BOOLEAN}      | Alert{note} Alert (1){note:NUMBER}           |                        |           | create_sequential Alert (2) +note
an "Alert (1)" without an "Alert"                      | Alert{note extra}        | Alert (1){note}                              |                        |           | add_fields Alert (1) +extra
a gap in the numbering                                 | Alert{note:BOOLEAN}      | Alert{note} Alert (4){note:NUMBER}           |                        |           | create_sequential Alert (5) +note
two-digit numbers                                      | Alert{note extra}        | Alert (9){note:NUMBER} Alert (10){note}      |                        |           | add_fields Alert (10) +extra
the definition before last again                       | Alert{note}              | Alert{note} Alert (1){note:NUMBER}           | Alert (1){note:NUMBER} |           | reuse Alert
two exact matches, the lower one recorded              | Alert{note}              | Alert{note} Alert (1){note}                  | Alert{note}            |           | reuse Alert
two exact matches, none recorded                       | Alert{note}              | Alert{note} Alert (1){note}                  |                        |           | reuse Alert (1)
the recorded type below the highest                    | Alert{note extra}        | Alert{note} Alert (1){note:NUMBER}           | Alert{note}            |           | add_fields Alert +extra
the recorded type deleted, an older one there          | Alert{note:NUMBER}       | Alert{note}                                  | Alert (1){note:NUMBER} |           | create_sequential Alert (1) +note
the recorded type deleted, nothing there               | Alert{note}              | Other{note}                                  | Alert{note}            |           | create Alert +note
an "Alert (1)" of the repository itself                | Alert{note:NUMBER}       | Alert{note} Alert (1){note:NUMBER}           |                        | Alert (1) | create_sequential Alert (2) +note
an "Alert (1)" of the repository that is not there yet | Alert{note:NUMBER}       | Alert{note}                                  |                        | Alert (1) | create_sequential Alert (2) +note
a recorded type that the repository now uses itself    | Alert{note}              | Alert (1){note}                              | Alert (1){note}        | Alert (1) | create Alert +note
a source type that is itself called "Alert (1)"        | Alert (1){note:NUMBER}   | Alert{note} Alert (1){note}                  |                        | Alert     | create_sequential Alert (1) (1) +note
a name with regular-expression characters              | A.*(x{note}              | A.*(x (2){note} Abc(x (3){note}              |                        |           | reuse A.*(x (2)
a result type nobody knows                             | Alert{blob:JSON}         | Alert{blob:JSON}                             |                        |           | reuse Alert
a result type nobody knows, added                      | Alert{note blob:JSON}    | Alert{note}                                  |                        |           | add_fields Alert +blob
an enum without values that is already there           | Alert{level=}            | Alert{level=}                                |                        |           | reuse Alert
a repeated field name of which one fits                | Alert{note}              | Alert{note:NUMBER note}                      |                        |           | reuse Alert
`;

const rows = specification
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [given = '', wanted = '', there = '', last = '', reserved = '', decision = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return { given, wanted, there, last, reserved, decision };
  });

function questionOf(row: (typeof rows)[number]): RecordTypeQuestion {
  const [[name, fields] = ['', '']] = named(row.wanted);
  const [last] = named(row.last);
  return {
    wanted: definition(name, fields),
    existing: named(row.there).map(([typeName, custom]) => type(typeName, custom)),
    reserved: new Set(row.reserved === '' ? [] : [row.reserved]),
    ...(last ? { recorded: { target: last[0], definition: definition(name, last[1]) } } : {}),
  };
}

function decided(input: RecordTypeQuestion): RecordTypeDecision {
  const result = decideRecordType(input);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function decide(wanted: string, there: string, last?: string): RecordTypeDecision {
  return decided(questionOf({ given: '', wanted, there, last: last ?? '', reserved: '', decision: '' }));
}

describe('decideRecordType', () => {
  it.each(rows)('given $given: $decision', (row) => {
    const { action, target, fields, kept, targetId } = decided(questionOf(row));
    const added = fields.map((name) => `+${name}`);
    expect([action, target, ...added, ...kept.map((name) => `~${name}`)].join(' ')).toBe(row.decision);
    expect(targetId).toBe(questionOf(row).existing.find(({ name }) => name === target)?.id);
  });

  it.each([
    ['Alert{note severity}', 'Alert{note}', '', 'field "severity" is new in "Alert"'],
    ['Alert{note}', '', '', 'the team has no record type "Alert"'],
    ['Alert{note}', 'Alert{note}', '', '"Alert" has exactly these fields'],
    [
      'Alert{note}',
      'Alert{note score}',
      'Alert{note score}',
      'field "score" was removed; "Alert" stays as it is, with all its fields and rows; no rows move to "Alert (1)"',
    ],
    [
      'Alert{severity:NUMBER}',
      'Alert{severity}',
      '',
      'field "severity" changed from TEXT to NUMBER; "Alert" stays as it is, with all its fields and rows; no rows move to "Alert (1)"',
    ],
    [
      'Alert{level=low}',
      'Alert{level=low,high}',
      'Alert{level=low,high}',
      'value "high" of field "level" was removed; "Alert" stays as it is, with all its fields and rows; no rows move to "Alert (1)"',
    ],
    [
      'Alert{note level=low}',
      'Alert{ticket note level=low,own}',
      '',
      '"Alert" has all that is asked for; kept as the destination\'s own: field "ticket", 1 value of field "level"',
    ],
  ])('says why: %s over %s', (wanted, there, last, because) => {
    expect(decide(wanted, there, last).because).toBe(because);
  });

  it.each([
    [
      'fields that were added in place',
      'Alert{note}',
      'Alert{note severity}',
      'Alert{note severity}',
      'field "severity" was removed; "Alert" stays as it is, with all its fields and rows; no rows move to "Alert (1)"',
      [],
    ],
    [
      'a value that was added in place',
      'Alert{level=low}',
      'Alert{level=low,high}',
      'Alert{level=low,high}',
      'value "high" of field "level" was removed; "Alert" stays as it is, with all its fields and rows; no rows move to "Alert (1)"',
      [],
    ],
    [
      'a type that was begun anew',
      'Alert{severity}',
      'Alert{severity} Alert (1){severity:NUMBER}',
      'Alert (1){severity:NUMBER}',
      '"Alert" has exactly these fields; "Alert (1)" stays as it is, with all its fields and rows; no rows move to "Alert"',
      [{ kind: 'record_type_switched', from: 'Alert (1)', to: 'Alert' }],
    ],
    [
      'a type that was begun anew, and is gone there',
      'Alert{severity}',
      'Alert{severity}',
      'Alert (1){severity:NUMBER}',
      '"Alert" has exactly these fields',
      [],
    ],
  ])('names what a rollback cannot take back: %s', (_, wanted, there, last, because, warnings) => {
    expect(decide(wanted, there, last)).toMatchObject({ because, warnings });
  });

  it('adds enum values by sending the field with its id and the values of both sides', () => {
    const existing = [type('Alert', 'note level=own,low')];
    const { add } = decided({ wanted: definition('Alert', 'level=low,mid'), existing, reserved: new Set() });
    expect(add).toEqual([{ id: 502, name: 'level', resultType: 'TEXT_ENUM', fixedValues: ['own', 'low', 'mid'] }]);
  });

  it('gives new fields no id', () => {
    const { add } = decided({
      wanted: definition('Alert', 'note'),
      existing: [type('Alert', '')],
      reserved: new Set(),
    });
    expect(add).toEqual([{ name: 'note', resultType: 'TEXT', fixedValues: [] }]);
  });

  it('lets two stories that share a type come to one decision', () => {
    const input = { wanted: definition('Alert', 'b a'), existing: [type('Alert', 'a')], reserved: new Set<string>() };
    const other = { ...input, wanted: definition('Alert', 'a b') };
    expect(decided(input)).toEqual(decided(other));
  });

  it.each([
    ['as the current one', 'note extra', [type('Alert', 'note', 1), type('Alert', 'note', 2)]],
    ['as the exact match', 'note', [type('Alert', 'note', 1), type('Alert', 'other', 2)]],
  ])('refuses two types of the target name %s', (_, wanted, existing) => {
    const result = decideRecordType({ wanted: definition('Alert', wanted), existing, reserved: new Set() });
    expect(result).toMatchObject({ ok: false, error: { kind: 'record_type_repeated', name: 'Alert' } });
  });

  it('does not mind two types of a name that is not the target', () => {
    const existing = [type('Alert', 'x', 1), type('Alert', 'y', 2), type('Alert (1)', 'note', 3)];
    expect(decided({ wanted: definition('Alert', 'note'), existing, reserved: new Set() }).target).toBe('Alert (1)');
  });

  it.each([
    ['a new type', []],
    ['an existing type', [type('Alert', 'note')]],
    ['a sequential type', [type('Alert', 'level')]],
  ])('refuses to create a TEXT_ENUM without values in %s', (_, existing) => {
    const result = decideRecordType({ wanted: definition('Alert', 'level='), existing, reserved: new Set() });
    expect(result).toMatchObject({
      ok: false,
      error: { kind: 'enum_without_values', type: 'Alert', field: 'level' },
    });
  });

  it('warns where names differ in case only', () => {
    const existing = [type('ALERT', '', 1), type('Alert', 'note', 2)];
    expect(decided({ wanted: definition('Alert', 'Note'), existing, reserved: new Set() }).warnings).toEqual([
      { kind: 'record_types_alike', names: ['Alert', 'ALERT'] },
      { kind: 'record_fields_alike', type: 'Alert', fields: ['Note', 'note'] },
    ]);
  });

  it('names three causes and counts the rest', () => {
    const { because } = decided({
      wanted: definition('Alert', 'a:NUMBER b:NUMBER c:NUMBER d:NUMBER e:NUMBER'),
      existing: [type('Alert', 'a b c d e')],
      reserved: new Set(),
    });
    expect(because).toMatch(/^field "a" .*, field "b" .*, field "c" changed from TEXT to NUMBER and 2 more; "Alert"/);
  });
});
