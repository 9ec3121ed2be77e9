import fc from 'fast-check';
import { isArray, isObject, type JsonValue } from '../../src/json/value.ts';

/** Any JSON that parseJson accepts, strange keys and strings included. */
export function anyJson(): fc.Arbitrary<JsonValue> {
  const odd = fc.constantFrom('__proto__', '1', '10', 'a.b', 'a[0]', '', 'constructor', '\ud800', 'e\u0301', '\u0000');
  const key = fc.oneof(fc.string({ unit: 'binary' }), odd);
  const number = fc.oneof(
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  );
  const leaf = fc.oneof(fc.constant(null), fc.boolean(), number, key);
  return fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  })).value;
}

/** The value with the keys of every object put in another order. */
export function withKeysReversed(value: JsonValue): JsonValue {
  if (isArray(value)) return value.map(withKeysReversed);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, entry]) => [key, withKeysReversed(entry)]));
}
