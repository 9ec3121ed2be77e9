import type { ErrorObject } from 'ajv/dist/2020.js';
import { isObject, type JsonObject, type JsonValue } from '../json/value.ts';

/** Keys of a forged file may be megabytes long. */
const LONGEST_KEY = 80;

const TYPES = new Map([
  ['string', 'a text'],
  ['integer', 'a whole number'],
  ['boolean', 'true or false'],
  ['object', 'an object'],
  ['array', 'a list'],
]);

/** One short sentence: the place, then what is wrong with it; never the value that was found. */
export function explainMisfit(error: ErrorObject, schema: JsonObject, name: string): string {
  const place = placeOf(error.instancePath, schema);
  return `${place === '' ? name : place} ${faultOf(error)}`;
}

function faultOf({ keyword, params, propertyName }: ErrorObject): string {
  // What is wrong with a key is told of the object that has it.
  if (propertyName !== undefined) return `has the key ${quoted(propertyName)}, which cannot be one`;
  switch (keyword) {
    case 'additionalProperties':
      return `has the unknown key ${quoted(params.additionalProperty)}`;
    case 'required':
      return `lacks the key ${quoted(params.missingProperty)}`;
    case 'type':
      return `is not ${[params.type].flat().map(typeInWords).join(' or ')}`;
    case 'enum':
      return `is not one of ${[params.allowedValues].flat().map(String).join(', ')}`;
    case 'const':
      return `is not ${JSON.stringify(params.allowedValue)}`;
    case 'pattern':
      return `is not of the form ${params.pattern}`;
    case 'minimum':
      return `is less than ${params.limit}`;
    case 'maximum':
      return `is more than ${params.limit}`;
    case 'maxProperties':
    case 'maxItems':
      return `has more than ${params.limit} entries`;
    case 'maxLength':
      return `is longer than ${params.limit} characters`;
    default:
      return `breaks the rule "${keyword}" of its schema`;
  }
}

/** What needs no quotes: others could read like the end of a place, and the rest of a sentence. */
const PLAIN_KEY = /^[^\s[\]"';:\p{C}]+$/u;

/** `stories[triage].tags[0]`: a name of the format after a dot, and what is the file's own, index or key, in brackets. */
function placeOf(pointer: string, root: JsonObject): string {
  let [place, schema] = ['', root];
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const properties = objectOf(schema.properties);
    const known = Object.hasOwn(properties, key);
    place += known
      ? `${place === '' ? '' : '.'}${key}`
      : `[${PLAIN_KEY.test(key) ? key.slice(0, LONGEST_KEY) : quoted(key)}]`;
    schema = objectOf(known ? properties[key] : (schema.items ?? schema.additionalProperties));
  }
  return place;
}

function typeInWords(type: string): string {
  return TYPES.get(type) ?? type;
}

function quoted(key: string): string {
  return JSON.stringify(key.slice(0, LONGEST_KEY));
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
