import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isArray, isObject, type JsonValue } from '../json/value.ts';
import { reportSchemas } from './schemas.ts';

/** Every object schema below a value. */
function objectSchemas(value: JsonValue): readonly JsonValue[] {
  if (isArray(value)) return value.flatMap(objectSchemas);
  if (!isObject(value)) return [];
  return [...(value.type === 'object' ? [value] : []), ...Object.values(value).flatMap(objectSchemas)];
}

describe.each(Object.entries(reportSchemas))('schemas/%s', (file, schema) => {
  it('is what the code says', () => {
    const published = readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8');
    expect(published).toBe(`${JSON.stringify(schema, null, 2)}\n`);
  });

  it('is valid and leaves no key open or optional, but the signature of a plan', () => {
    expect(() => new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)).not.toThrow();
    const objects = objectSchemas(schema);
    expect(objects.length).toBeGreaterThan(2);
    for (const each of objects) {
      expect(each).toMatchObject({ additionalProperties: false, description: expect.any(String) });
      if (isObject(each) && isObject(each.properties ?? null)) {
        // A plan bears a signature where there is a state key; nothing else may be absent.
        expect(each.required).toEqual(Object.keys(each.properties ?? {}).filter((key) => key !== 'signature'));
      }
    }
  });
});
