import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson } from '../../test/support/json-arbitrary.ts';
import { lineColumn, locatorOf } from './locate.ts';
import { survivesReading } from './number.ts';
import { type JsonReading, MAX_DEPTH, parseJson } from './parse.ts';

function failure(reading: JsonReading): { readonly reason: string; readonly offset?: number } | undefined {
  if (reading.ok) return undefined;
  const { reason, offset } = reading.error;
  return { reason, ...(offset === undefined ? {} : { offset }) };
}

describe('parseJson', () => {
  it.each([
    ['9007199254740993', 'the first integer no double holds'],
    ['12345678901234567890', 'a long id'],
    ['18446744073709551616', '2^64: the double is exact, but it would be written back as another integer'],
    ['1e23', 'an integer with an exponent'],
    ['9007199254740993.0', 'an integer written as a decimal'],
    ['1e400', 'beyond the range'],
    ['-1e-400', 'vanishing'],
  ])('refuses %s (%s)', (literal) => {
    expect(failure(parseJson(`{"a": [1, ${literal}]}`))).toEqual({ reason: 'number', offset: 10 });
  });

  it.each([
    '9007199254740992',
    '-9007199254740991',
    '1e3',
    '1E+2',
    '360.0',
    '0.1',
    '0e5',
    '-0',
    '2147483632',
    '1.10000000000000000000',
  ])('accepts %s', (literal) => {
    expect(parseJson(`[${literal}]`)).toEqual({ ok: true, value: [Number(literal)] });
  });

  it('does not look for numbers inside strings', () => {
    expect(parseJson('{"9007199254740993": "id \\" 9007199254740993 \\\\"}').ok).toBe(true);
  });

  it('refuses a key that stands twice, and points at the second', () => {
    expect(failure(parseJson('{"a": {"x": 1, "y": 2, "x": 3}}'))).toEqual({ reason: 'duplicate_key', offset: 23 });
    expect(failure(parseJson('{"a":1,"\\u0061":2}'))?.reason).toBe('duplicate_key');
    expect(failure(parseJson('{"__proto__":1,"__proto__":2}'))?.reason).toBe('duplicate_key');
  });

  it('keeps "__proto__" as an own key and pollutes nothing', () => {
    const reading = parseJson('{"__proto__": {"polluted": true}}');
    expect(reading.ok && Object.keys(reading.value ?? {})).toEqual(['__proto__']);
    expect('polluted' in {}).toBe(false);
  });

  it.each([
    ['', 0],
    ['{"a": 1', 7],
    ['{"a": 1,}', 8],
    ['[1, 2', 5],
    ['// note\n{}', 0],
  ])('tells where %j stops being JSON', (text, offset) => {
    expect(failure(parseJson(text))).toEqual({ reason: 'syntax', offset });
  });

  it('never quotes the text, which may hold a secret', () => {
    const reading = parseJson('{"token": hunter2}');
    expect(reading.ok ? '' : reading.error.message).not.toContain('hunter2');
  });

  it('refuses nesting that recursive code would not survive, also in broken text', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(parseJson(deep(MAX_DEPTH)).ok).toBe(true);
    expect(failure(parseJson(deep(MAX_DEPTH + 1)))).toEqual({ reason: 'depth', offset: MAX_DEPTH });
    expect(failure(parseJson('['.repeat(100_000)))?.reason).toBe('depth');
    expect(failure(parseJson(`"\n${'['.repeat(100_000)}`))?.reason).toBe('syntax');
  });

  it('reads whatever JSON.stringify wrote, pretty or not', () => {
    fc.assert(
      fc.property(anyJson(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });
});

describe('survivesReading', () => {
  it('accepts exactly the integers that are written back as they were', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (integer) => {
        const kept = BigInt(Number(integer)) === integer && BigInt(canonicalDigits(Number(integer))) === integer;
        expect(survivesReading(String(integer))).toBe(kept);
      }),
    );
  });
});

/** The integer that JSON.stringify writes, exponent spelt out. */
function canonicalDigits(value: number): string {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return whole + fraction.padEnd(Number(exponent), '0');
}

describe('places', () => {
  const text = '{\n  "a": [\n    {"b": 1}\n  ]\n}';

  it('are found by path, and at the parent when the value is missing', () => {
    const locate = locatorOf(text);
    const b = locate(['a', 0, 'b']);
    expect(text.slice(b.start, b.end)).toBe('1');
    expect(lineColumn(text, b.start)).toEqual({ line: 3, column: 11 });
    const parent = locate(['a', 0, 'missing']);
    expect(text.slice(parent.start, parent.end)).toBe('{"b": 1}');
  });

  it('count lines and columns from 1', () => {
    expect(lineColumn(text, 0)).toEqual({ line: 1, column: 1 });
    expect(lineColumn('ab\r\ncd', 5)).toEqual({ line: 2, column: 2 });
    expect(lineColumn('a\n', 1)).toEqual({ line: 1, column: 2 });
  });
});
