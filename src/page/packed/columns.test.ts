import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, differences, rowsFrom, sums } from './columns.ts';

const row = fc.record({
  name: fc.oneof(fc.string(), fc.constantFrom('a', 'b', '__proto__', '{"a":1}')),
  note: fc.oneof(fc.constant(null), fc.constantFrom({ a: 1 }, { a: 2 }), fc.array(fc.string(), { maxLength: 2 })),
  many: fc.constantFrom(0, 1, '0', null, true),
});

describe('columns', () => {
  it('give back the same rows, whatever stands in them', () => {
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = JSON.stringify(columnsOf(rows, ['name', 'note', 'many']));
        expect(rowsFrom(JSON.parse(text))).toEqual(rows);
      }),
    );
  });

  it('hold a value that comes again once', () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({ of: index % 2 === 0 ? { a: 1 } : { a: 2 } }));
    expect(columnsOf(rows, ['of']).columns.of).toEqual({ of: [{ a: 1 }, { a: 2 }], at: [0, 1, 0, 1, 0, 1, 0, 1, 0] });
  });

  it('tell numbers by their differences, and none as none', () => {
    expect(differences([10, 12, -1, 11])).toEqual([10, 2, null, -1]);
    const numbers = fc.array(fc.oneof(fc.constant(-1), fc.nat({ max: 4e9 })));
    fc.assert(
      fc.property(numbers, (all) => {
        expect(sums(differences(all))).toEqual(all);
      }),
    );
  });
});
