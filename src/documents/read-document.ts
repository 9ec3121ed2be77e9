import type { ValidateFunction } from 'ajv/dist/2020.js';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { JsonValue } from '../json/value.ts';
import { compileDocument } from './compile-document.ts';
import { explainMisfit } from './explain-misfit.ts';
import type { Schema } from './schema-parts.ts';

/**
 * Reads a document by its published schema and nothing else: it comes out with the schema's type, or with the first place
 * where it is not as the schema says. `name` is what people call the document.
 */
export function documentReader<T>(schema: Schema<T>, name: string): (value: JsonValue) => Result<T, string> {
  let validate: ValidateFunction<T> | undefined;
  return (value) => {
    // Compiled on first use: who reads no such file does not pay for it.
    validate ??= compileDocument(schema);
    if (validate(value)) return ok(value);
    const [misfit] = validate.errors ?? [];
    return fail(misfit === undefined ? `${name} does not follow its schema` : explainMisfit(misfit, schema, name));
  };
}
