import type { JsonObject } from '../json/value.ts';
import { REASONS } from '../model/status.ts';

declare const passes: unique symbol;

/** JSON Schema as data that bears the type of what it lets pass (docs/decisions/0032). The type is gone at run time. */
export type Schema<T = unknown> = JsonObject & { readonly [passes]?: T };

/** What a schema lets pass, as a type: a format is written down once. */
export type Infer<S extends Schema> = Exclude<S[typeof passes], undefined>;

type Parts = { readonly [key: string]: Schema };
type Fields<P extends Parts> = { readonly [K in keyof P]: Infer<P[K]> };
type Exactly<P extends Parts, O extends Parts> = Flat<Fields<P> & Partial<Fields<O>>>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** An object whose every key must be there, but those named as optional, and no other. */
export function exactly<P extends Parts, O extends Parts = Record<never, Schema>>(
  description: string,
  properties: P,
  optional?: O,
): Schema<Exactly<P, O>> {
  return {
    description,
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties: { ...properties, ...optional },
  };
}

export function listOf<T>(description: string, items: Schema<T>): Schema<readonly T[]> {
  return { description, type: 'array', items };
}

/** The same where there may be nothing to list. */
export function listOrNull<T>(description: string, items: Schema<T>): Schema<readonly T[] | null> {
  return { description, type: ['array', 'null'], items };
}

/** An object of any keys, or of those that follow `keys`. A key may be `__proto__`. */
export function mapOf<T>(
  description: string,
  values: Schema<T>,
  keys?: Schema<string>,
): Schema<{ readonly [key: string]: T }> {
  return {
    description,
    type: 'object',
    additionalProperties: values,
    ...(keys === undefined ? {} : { propertyNames: keys }),
  };
}

/** The same object, or null in its place. */
export function orNull<T>(schema: Schema<T>): Schema<T | null> {
  return { ...schema, type: ['object', 'null'] };
}

export function text(description: string): Schema<string> {
  return { description, type: 'string' };
}

export function textOrNull(description: string): Schema<string | null> {
  return { description, type: ['string', 'null'] };
}

/** The pattern meets hostile texts: it may repeat nothing without bound. */
export function matching(description: string, pattern: string): Schema<string> {
  return { description, type: 'string', pattern };
}

export function flag(description: string): Schema<boolean> {
  return { description, type: 'boolean' };
}

/** At most so many entries of an object, items of a list, or characters of a text. */
export function atMost<T>(most: number, schema: Schema<T>): Schema<T> {
  const { type } = schema;
  const limit = type === 'object' ? 'maxProperties' : type === 'array' ? 'maxItems' : 'maxLength';
  return { ...schema, [limit]: most };
}

/** This value, and no other. */
export function only<const V extends string | true>(description: string, value: V): Schema<V> {
  return { description, const: value };
}

export function oneOf<const W extends string>(description: string, words: readonly W[]): Schema<W> {
  return { description, type: 'string', enum: words };
}

export function oneOfOrNull<const W extends string>(description: string, words: readonly W[]): Schema<W | null> {
  return { description, type: ['string', 'null'], enum: [...words, null] };
}

export function amount(description: string): Schema<number> {
  return { description, type: 'integer', minimum: 0 };
}

/** A number that counts from 1: an id, a line, a counter. */
export function positive(description: string): Schema<number> {
  return { description, type: 'integer', minimum: 1 };
}

/** The same, as far as a number keeps every digit. */
export function safePositive(description: string): Schema<number> {
  return { ...positive(description), maximum: Number.MAX_SAFE_INTEGER };
}

export function positiveOrNull(description: string): Schema<number | null> {
  return { description, type: ['integer', 'null'], minimum: 1 };
}

/** A story or destination key of the manifest. */
export function key(description: string): Schema<string> {
  return matching(description, '^[a-z0-9][a-z0-9_.-]{0,62}$');
}

export function digest(description: string): Schema<string> {
  return matching(description, '^sha256:[0-9a-f]{64}$');
}

export function commitOrNull(description: string): Schema<string | null> {
  return { description, type: ['string', 'null'], pattern: '^[0-9a-f]{7,64}$' };
}

export const reason = oneOfOrNull('Why, from one closed list; null when there is nothing to say.', REASONS);

export function syncStatus(description: string) {
  return oneOf(description, ['synced', 'failed', 'requires_sync']);
}

export function formatName<const F extends string>(format: F): Schema<F> {
  return only('Name and version of this format.', format);
}

/** The frame of a published schema. */
export function schemaDocument<T>(format: string, title: string, schema: Schema<T>): Schema<T> {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: format, title, ...schema };
}

/** The parts of a hold in a document. */
export const HOLD = { reason: 'Why nothing is pushed.', until: 'Last day of the hold, as 2027-01-31.' } as const;

/** A hold, and a detachment alike, as the manifest says it. */
export function note(description: string, parts: { readonly reason: string; readonly until: string }) {
  return exactly(description, {
    reason: text(parts.reason),
    owner: textOrNull('Who answers for it.'),
    until: textOrNull(parts.until),
  });
}

/** A pin, as the manifest says it. */
export function pin(description: string) {
  return exactly(description, {
    commit: text('The commit whose stories it asks for: the digits of its hash that the manifest has.'),
    reason: text('Why it is pinned.'),
    owner: textOrNull('Who answers for it.'),
    until: textOrNull('Last day of the pin, as 2027-01-31; it stays until it is taken out.'),
    stories: listOrNull('The stories that it is about; null is all that it takes.', key('Key of a story.')),
  });
}
