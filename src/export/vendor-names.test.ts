import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeKey } from '../model/key-name.ts';
import { keyNamesFor, nameDestinations } from './vendor-names.ts';

const ORIGIN = 'https://acme.tines.com';
const named = (...places: readonly (readonly [url: string, team: number])[]): readonly string[] => {
  const all = places.map(([tenantUrl, teamId], index) => ({ id: index + 1, tenantUrl, teamId }));
  return [...nameDestinations(all, ORIGIN).values()];
};

describe('the name of a sync destination of the vendor', () => {
  it.each([
    ['the tenant', [['https://contoso.tines.com', 42]], ['contoso']],
    ['in a region too', [['https://contoso.eu1.tines.io', 42]], ['contoso']],
    ['the whole host, where that is not the vendor’s', [['https://tines.contoso.com', 42]], ['tines-contoso-com']],
    ['the end of a path', [['https://soar.example/eu/Contoso', 42]], ['contoso']],
    [
      'the team behind it where a tenant has several',
      [
        ['https://b.tines.com', 9],
        ['https://b.tines.com', 10],
      ],
      ['b-9', 'b-10'],
    ],
    ['the team behind it in the tenant of the origin', [[ORIGIN, 8]], ['acme-8']],
    [
      'a number where two still meet',
      [
        ['https://b.tines.com', 9],
        ['https://b.tines.io', 9],
      ],
      ['b-9', 'b-9-2'],
    ],
    ['a name like any other for an address of numbers', [['http://127.0.0.1:4010', 1]], ['127-0-0-1']],
    ['no longer than a name may be', [[`https://x.example/${'a'.repeat(80)}`, 1]], ['a'.repeat(63)]],
    ['never empty', [['https://x.example/%E2%82%AC', 1]], ['e2-82-ac']],
  ] as const)('is %s', (_what, places, names) => {
    expect(named(...places)).toEqual(names);
  });
});

describe('the key of a destination', () => {
  it.each([
    [['contoso'], ['CONTOSO_TINES_API_KEY']],
    [['4711'], ['T_4711_TINES_API_KEY']],
    [
      ['a-b', 'a.b', 'a_b'],
      ['A_B_TINES_API_KEY', 'A_B_2_TINES_API_KEY', 'A_B_3_TINES_API_KEY'],
    ],
    [['origin'], ['ORIGIN_2_TINES_API_KEY']],
  ])(
    '%j is in %j: upper case, every other character an underscore, T_ before a digit, a number where two meet',
    (names, keys) => {
      expect([...keyNamesFor(names, 'ORIGIN_TINES_API_KEY').values()]).toEqual(keys);
    },
  );
});

it('names and keys are valid and of one destination alone, whatever the tenants are called', () => {
  const label = fc.constantFrom('a', 'b', 'a-b', '4711', 'acme', 'xn--bcher-kva', 'a'.repeat(62));
  const url = fc.oneof(
    label.map((each) => `https://${each}.tines.com`),
    label.map((each) => `https://x.example/${each}`),
    label.map((each) => `https://${each}.example`),
  );
  const place = fc.record({ tenantUrl: url, teamId: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      const names = [
        ...nameDestinations(
          places.map((each, id) => ({ id, ...each })),
          ORIGIN,
        ).values(),
      ];
      const keys = [...keyNamesFor(names, 'ORIGIN_TINES_API_KEY').values()];
      expect(new Set(names).size).toBe(places.length);
      expect(new Set([...keys, 'ORIGIN_TINES_API_KEY']).size).toBe(places.length + 1);
      for (const name of names) expect(name).toMatch(/^[a-z0-9][a-z0-9_.-]{0,62}$/);
      expect(keys.filter((key) => !mayBeKey(key))).toEqual([]);
    }),
  );
});
