import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { publishedSchemas } from './schemas.ts';

/** Every object below a value that holds a keyword. */
function holders(value: JsonValue, keyword: string): readonly JsonObject[] {
  if (isArray(value)) return value.flatMap((each) => holders(each, keyword));
  if (!isObject(value)) return [];
  return [
    ...(typeof value[keyword] === 'string' || isArray(value[keyword] ?? null) ? [value] : []),
    ...Object.values(value).flatMap((each) => holders(each, keyword)),
  ];
}

const isOfType = ({ type }: JsonObject, wanted: string) =>
  type === wanted || (isArray(type ?? null) && JSON.stringify(type).includes(`"${wanted}"`));

/** What need not be there: a signature without a state key, what state has nothing to tell of, rollouts and shards. */
const OPTIONAL: { readonly [file: string]: readonly string[] } = {
  'diff.schema.json': [],
  'doctor.schema.json': [],
  'findings.schema.json': [],
  'notify.schema.json': [],
  'plan.schema.json': [
    'forecast',
    'hold',
    'left_behind_native',
    'native',
    'onboarding',
    'pin',
    'record_types',
    'ring',
    'rollout',
    'signature',
    'vendor_status',
    'waits',
  ],
  'rollout.schema.json': ['signature'],
  'state.schema.json': [
    'lineage',
    'since',
    'edited_at_trusted',
    'commit',
    'hint',
    'commit',
    'detached_there',
    'failing',
    'native',
    'enabled',
    'last',
    'signature',
  ],
  'status.schema.json': [
    'at',
    'changes',
    'manifest',
    'missing_shards',
    'pruned_native',
    'rollout',
    'rollout_override',
    'run',
    'shard',
    'signature',
    'waits',
  ],
  'told.schema.json': ['signature'],
};

describe.each(Object.entries(publishedSchemas))('schemas/%s', (file, schema) => {
  const objects = holders(schema, 'type').filter((each) => isOfType(each, 'object'));

  it('is what the code says', () => {
    const published = readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8');
    expect(published).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });

  it('is a valid schema, described throughout', () => {
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
    for (const each of [...holders(schema, 'type'), ...holders(schema, 'enum')]) {
      expect(each).toMatchObject({ description: expect.any(String) });
    }
  });

  it('leaves no key open, and none optional but those named here', () => {
    expect(objects.length).toBeGreaterThan(2);
    const optional: string[] = [];
    for (const each of objects) {
      // Either the format names the keys, or it says what stands under each.
      const named = isObject(each.properties ?? null);
      expect(each).toMatchObject({ additionalProperties: named ? false : { description: expect.any(String) } });
      const required = isArray(each.required ?? null) ? JSON.stringify(each.required) : '';
      optional.push(...Object.keys(each.properties ?? {}).filter((key) => !required.includes(`"${key}"`)));
    }
    expect(optional.toSorted()).toEqual(OPTIONAL[file]?.toSorted());
  });

  it('has patterns that a hostile text cannot keep busy: each is anchored, and repeats nothing without bound', () => {
    for (const { pattern } of holders(schema, 'pattern')) expect(pattern).toMatch(/^\^[^*+|()]*\$$/);
    for (const { pattern } of holders(schema, 'pattern')) expect(pattern).not.toMatch(/\{\d+,\}/);
  });
});
