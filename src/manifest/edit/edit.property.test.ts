import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { detach, edit, reattach } from '../../../test/support/example-edit.ts';

const KEYS = ['a', 'b', '12', 'null', 'x.y'];

const detachment = fc.record(
  {
    reason: fc.oneof(
      fc.constantFrom(
        'yes',
        'tuned, by: us',
        '# 3',
        '{a}',
        "it's",
        'two\nlines ',
        '- x',
        '0x1f',
        '~',
        '"q"',
        '|',
        '<<',
      ),
      // A reason of spaces alone is none.
      fc
        .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
        .filter((text) => /\S/.test(text) && !/[\p{Cs}\ufeff]/u.test(text)),
    ),
    owner: fc.constantFrom('@acme/soc', 'me'),
    until: fc.constantFrom('2027-01-31', '2028-02-29'),
  },
  { requiredKeys: ['reason'] },
);

type Data = { destinations: Record<string, { stories: string[]; detached?: Record<string, unknown> }> };

const manifests: fc.Arbitrary<Data> = fc
  .array(fc.option(fc.dictionary(fc.constantFrom('a', 'b', '12'), detachment, { maxKeys: 3 }), { nil: undefined }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => ({
    version: 1,
    stories: Object.fromEntries(KEYS.map((key) => [key, null])),
    rollout: {
      rings: [
        { name: 'canary', match: { ring: 'canary' } },
        { name: 'broad', soak: '4h', batch: '10%' },
      ],
      max_failed: { broad: 1 },
      windows: [{ allow: 'Mon-Thu 07:00-16:00' }, { deny: '2026-12-18/2027-01-04', reason: 'year end' }],
    },
    defaults: { pin: { commit: '1234567', reason: 'incident', stories: ['a', 'x.y'] } },
    destinations: Object.fromEntries(
      all.map((detached, index) => [
        `d${index}`,
        {
          destination_tenant_url: 'https://d.tines.com',
          destination_tenant_api_key: '${D_KEY}',
          ...(detached === undefined || index % 2 > 0 ? {} : { detached }),
          destination_team_id: index + 1,
          stories: KEYS,
          ...(detached === undefined || index % 2 === 0 ? {} : { detached }),
        },
      ]),
    ),
  }));

/** The same manifest as people and tools write it. */
const styles: fc.Arbitrary<(data: Data) => string> = fc
  .record({
    indent: fc.constantFrom(2, 3, 8),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
    defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const, 'QUOTE_DOUBLE' as const),
    lineWidth: fc.constantFrom(0, 60),
    eol: fc.constantFrom('\n', '\r\n'),
    json: fc.boolean(),
    cut: fc.boolean(),
    remarks: fc.boolean(),
  })
  .map(({ eol, json, cut, remarks, ...style }) => (data) => {
    const yaml = json
      ? `${JSON.stringify(data, null, style.indent)}\n`
      : stringify(data, { ...style, aliasDuplicateObjects: false });
    const lines = remarks ? yaml.replaceAll(/(?<=[}\],])$/gm, ' # so') : yaml;
    return (cut ? lines.trimEnd() : lines).replaceAll('\n', eol);
  });

it('in any style, an edit changes what it says and nothing else, and the opposite edit gives back the same bytes', () => {
  let undone = 0;
  fc.assert(
    fc.property(manifests, styles, fc.nat(2), fc.constantFrom(...KEYS), detachment, (data, write, at, story, why) => {
      const text = write(data);
      const names = Object.keys(data.destinations);
      const name = names[at % names.length] ?? '';
      const before = data.destinations[name]?.detached ?? {};
      const after = edit(text, detach(name, story, why));
      expect(detachedIn(after)).toEqual({ ...detachedIn(text), [name]: { ...before, [story]: why } });
      const back = edit(after, reattach(name, story));
      const { [story]: _, ...others } = before;
      expect(detachedIn(back)).toEqual({ ...detachedIn(text), [name]: others });
      // An empty map that stood there before goes with its last entry.
      const written = data.destinations[name]?.detached;
      if (story in before || (written !== undefined && Object.keys(written).length === 0)) return;
      expect(back).toBe(text);
      undone++;
    }),
    { numRuns: 40 },
  );
  expect(undone).toBeGreaterThan(5);
});

function detachedIn(text: string): Record<string, unknown> {
  const data = parse(text) as Data;
  return Object.fromEntries(Object.entries(data.destinations).map(([name, each]) => [name, each.detached ?? {}]));
}
