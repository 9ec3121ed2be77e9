import { describe, expect, it } from 'vitest';
import { definition, named, type } from '../../test/support/record-type-text.ts';
import { forecastRecordType } from './forecast.ts';

const specification = `
given                                            | wanted                | in the team                        | forecast
no such type                                     | Alert{note}           | Alerts{note}                       | create Alert
an equal type                                    | Alert{note score}     | Alert{score note}                  | reuse Alert
an added field                                   | Alert{note score}     | Alert{note}                        | add_fields Alert
an added value                                   | Alert{level=low,high} | Alert{level=low}                   | add_fields Alert
a field that only the team has                   | Alert{note}           | Alert{note score}                  | create_sequential Alert (1)
an added field beside one that only the team has | Alert{note owner}     | Alert{note score}                  | create_sequential Alert (1)
a value that only the team has                   | Alert{level=low}      | Alert{level=low,high}              | create_sequential Alert (1)
a field retyped                                  | Alert{note:NUMBER}    | Alert{note}                        | create_sequential Alert (1)
TEXT become TEXT_ENUM                            | Alert{level=low}      | Alert{level}                       | create_sequential Alert (1)
the new type of an earlier sync                  | Alert{note:NUMBER}    | Alert{note} Alert (1){note:NUMBER} | reuse Alert (1)
an added field after a new type                  | Alert{note:NUMBER x}  | Alert{note} Alert (1){note:NUMBER} | add_fields Alert (1)
the definition before last again                 | Alert{note}           | Alert{note} Alert (1){note:NUMBER} | reuse Alert
default fields among the custom ones             | Alert{note}           | Alert{note Timestamp:TIMESTAMP}    | reuse Alert
two types of the name                            | Alert{note}           | Alert{x} Alert{y}                  | record_type_repeated
a new enum without values                        | Alert{level=}         | Other{note}                        | enum_without_values
`;

const rows = specification
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [given = '', wanted = '', there = '', forecast = ''] = line.split('|').map((cell) => cell.trim());
    return { given, wanted, there, forecast };
  });

describe('what the vendor is likely to make of a record type', () => {
  it.each(rows)('given $given: $forecast', ({ wanted, there, forecast }) => {
    const [[name, fields] = ['', '']] = named(wanted);
    const existing = named(there).map(([each, custom], index) => type(each, custom, 100 * (index + 1)));
    const found = forecastRecordType({ wanted: definition(name, fields), existing, reserved: new Set() });
    expect(found.ok ? `${found.value.action} ${found.value.target}` : found.error.kind).toBe(forecast);
  });
});
