import type { JsonObject } from '../json/value.ts';
import { REASONS } from '../model/status.ts';

/** JSON Schema, as data. */
export type Schema = JsonObject;

/** An object whose every key must be there, and no other. */
export function exactly(description: string, properties: { readonly [key: string]: Schema }): Schema {
  return { description, type: 'object', additionalProperties: false, required: Object.keys(properties), properties };
}

export function listOf(description: string, items: Schema): Schema {
  return { description, type: 'array', items };
}

/** The same object, or null in its place. */
export function orNull(schema: Schema): Schema {
  return { ...schema, type: ['object', 'null'] };
}

export function text(description: string): Schema {
  return { description, type: 'string' };
}

export function textOrNull(description: string): Schema {
  return { description, type: ['string', 'null'] };
}

export function flag(description: string): Schema {
  return { description, type: 'boolean' };
}

export function oneOf(description: string, values: readonly string[]): Schema {
  return { description, type: 'string', enum: values };
}

export function amount(description: string): Schema {
  return { description, type: 'integer', minimum: 0 };
}

export function id(description: string): Schema {
  return { description, type: 'integer', minimum: 1 };
}

export function idOrNull(description: string): Schema {
  return { description, type: ['integer', 'null'], minimum: 1 };
}

/** A story or destination key of the manifest. */
export function key(description: string): Schema {
  return { description, type: 'string', pattern: '^[a-z0-9][a-z0-9_.-]{0,62}$' };
}

export function digest(description: string): Schema {
  return { description, type: 'string', pattern: '^sha256:[0-9a-f]{64}$' };
}

export function commitOrNull(description: string): Schema {
  return { description, type: ['string', 'null'], pattern: '^[0-9a-f]{7,64}$' };
}

export const reason: Schema = {
  description: 'Why, from one closed list; null when there is nothing to say.',
  type: ['string', 'null'],
  enum: [...REASONS, null],
};

/** The frame of a published schema. */
export function schemaDocument(format: string, title: string, schema: Schema): Schema {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: format, title, ...schema };
}
