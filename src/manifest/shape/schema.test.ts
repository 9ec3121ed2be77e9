import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { isArray, isObject, type JsonValue } from '../../json/value.ts';
import { openManifest } from '../open.ts';
import { manifestSchema } from './schema.ts';

type Part = { readonly path: string; readonly schema: { readonly [key: string]: JsonValue } };

/** Every schema of a key or of the entries of a map. */
function partsOf(schema: JsonValue | undefined, path: string): readonly Part[] {
  if (!isObject(schema)) return [];
  const inner = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return [
    { path, schema },
    ...inner.flatMap(([key, value]) => partsOf(value, `${path}.${key}`)),
    ...partsOf(schema.additionalProperties, `${path}.*`),
  ];
}

const schema: JsonValue = JSON.parse(JSON.stringify(manifestSchema));
const parts = partsOf(schema, 'manifest');

describe('the schema', () => {
  it('is the published file', () => {
    const published = readFileSync(new URL('../../../schemas/sync.schema.json', import.meta.url), 'utf8');
    expect(published).toBe(`${JSON.stringify(manifestSchema, null, 2)}\n`);
  });

  it('describes every key and gives examples', () => {
    expect(parts.length).toBeGreaterThan(35);
    for (const part of parts) {
      expect(part.schema, part.path).toMatchObject({
        description: expect.stringMatching(/\.$/),
        examples: expect.any(Array),
      });
    }
  });

  it('closes every map whose keys are known', () => {
    for (const part of parts.filter((one) => 'properties' in one.schema)) {
      expect(part.schema.additionalProperties, part.path).toBe(false);
    }
  });

  it('accepts its own examples and defaults', () => {
    const ajv = new Ajv({ allowUnionTypes: true });
    for (const part of parts) {
      const check = ajv.compile(part.schema);
      const given = isArray(part.schema.examples) ? part.schema.examples : [];
      for (const example of [...given, ...('default' in part.schema ? [part.schema.default] : [])]) {
        expect(check(example), `${part.path}: ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });

  it('gives examples of whole manifests that open', () => {
    for (const example of manifestSchema.examples) {
      const bytes = new TextEncoder().encode(JSON.stringify(example));
      expect(openManifest({ file: 'sync.yaml', bytes }, { today: '2026-11-22' }).problems).toEqual([]);
    }
  });
});
