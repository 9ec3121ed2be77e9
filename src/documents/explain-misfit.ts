import type { ErrorObject } from 'ajv/dist/2020.js';
import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';

/** Keys of a forged file may be megabytes long. */
const LONGEST_KEY = 80;

const TYPES: { readonly [type: string]: string } = {
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
};

/** One short sentence: the place, then what is wrong with it; never the value that was found. */
export function explainMisfit(error: ErrorObject, root: JsonObject, name: string): string {
  const { place, schema } = locate(error.instancePath, root);
  return `${place === '' ? name : place} ${fault(error, schema)}`;
}

function fault({ keyword, params, propertyName }: ErrorObject, schema: JsonObject): string {
  // What is wrong with a key is told of the object that has it.
  if (propertyName !== undefined) return `has the key ${quoted(propertyName)}, which cannot be one`;
  switch (keyword) {
    case 'additionalProperties':
      return `has the unknown key ${quoted(params.additionalProperty)}`;
    case 'required':
      return `lacks the key ${quoted(params.missingProperty)}`;
    case 'type':
      return `is not ${alternatives(schema.type)}`;
    case 'enum':
      return `is not one of ${listed(schema.enum).map(String).join(', ')}`;
    case 'const':
      return `is not ${JSON.stringify(schema.const)}`;
    case 'pattern':
      return `is not of the form ${schema.pattern}`;
    case 'minimum':
      return `is less than ${schema.minimum}`;
    case 'maximum':
      return `is more than ${schema.maximum}`;
    default:
      return `breaks the rule "${keyword}" of its schema`;
  }
}

/** `stories[triage].tags[0]`: a name of the format after a dot, and what is the file's own, index or key, in brackets. */
function locate(pointer: string, root: JsonObject): { readonly place: string; readonly schema: JsonObject } {
  let [place, schema] = ['', root];
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const properties = objectOf(schema.properties);
    const known = Object.hasOwn(properties, key);
    place += known ? `${place === '' ? '' : '.'}${key}` : `[${key.slice(0, LONGEST_KEY)}]`;
    schema = objectOf(known ? properties[key] : (schema.items ?? schema.additionalProperties));
  }
  return { place, schema };
}

function alternatives(types: JsonValue | undefined): string {
  return (isArray(types) ? types : [types]).map((type) => TYPES[String(type)] ?? String(type)).join(' or ');
}

function quoted(key: unknown): string {
  return JSON.stringify(String(key).slice(0, LONGEST_KEY));
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  return isArray(value) ? value : [];
}
