/** The types of our documents for the scripts of others, written from the schemas that those documents keep to. */
import { findingsSchema } from '../src/documents/findings/findings-schema.ts';
import { planSchema } from '../src/documents/plan/plan-schema.ts';
import { statusSchema } from '../src/documents/status/status-schema.ts';
import { isObject, type JsonObject, type JsonValue } from '../src/json/value.ts';

/** What `import type { … } from 'storysync'` finds. */
const EXPORTED: { readonly [name: string]: JsonObject } = {
  Findings: findingsSchema,
  Plan: planSchema,
  Status: statusSchema,
};

export function documentTypes(): string {
  const types = Object.entries(EXPORTED).map(
    ([name, schema]) => `${comment(schema, '')}export type ${name} = ${typeOf(schema, '')};\n`,
  );
  return ['// The JSON documents that storysync writes. Their schemas stand in schemas/.\n', ...types].join('\n');
}

/** What a value may be, as TypeScript says it. What a text looks like or how large a number is, only the schema says. */
function typeOf(schema: JsonObject, indent: string): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((word) => JSON.stringify(word)).join(' | ');
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) => ofOneType(type, schema, indent)).join(' | ');
}

function ofOneType(type: JsonValue | undefined, schema: JsonObject, indent: string): string {
  if (type === 'string' || type === 'boolean' || type === 'null') return type;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'array') return `ReadonlyArray<${typeOf(asSchema(schema.items), indent)}>`;
  if (type === 'object') return objectType(schema, indent);
  throw new Error(`no type is known for this schema: ${JSON.stringify(schema).slice(0, 200)}`);
}

function objectType({ properties, required, additionalProperties }: JsonObject, indent: string): string {
  if (properties === undefined) {
    return `{ readonly [key: string]: ${typeOf(asSchema(additionalProperties), indent)} }`;
  }
  const inner = `${indent}  `;
  const fields = Object.entries(asSchema(properties)).map(([name, value]) => {
    const schema = asSchema(value);
    const mark = Array.isArray(required) && required.includes(name) ? '' : '?';
    return `${comment(schema, inner)}${inner}readonly ${name}${mark}: ${typeOf(schema, inner)};\n`;
  });
  return `{\n${fields.join('')}${indent}}`;
}

function comment({ description }: JsonObject, indent: string): string {
  return typeof description === 'string' ? `${indent}/** ${description.replaceAll('*/', '*\\/')} */\n` : '';
}

function asSchema(value: JsonValue | undefined): JsonObject {
  if (value === undefined || !isObject(value)) throw new Error(`not a schema: ${JSON.stringify(value)}`);
  return value;
}
