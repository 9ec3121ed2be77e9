import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Schema } from './schema-parts.ts';

/** Without the meta-schemas: a test has seen that ours are valid, and to see it again takes three times as long. */
export const DOCUMENT_CHECK: Options = { strict: true, allowUnionTypes: true, validateSchema: false, meta: false };

/** In the bundles stands what this makes of each of `readSchemas`, as plain code (`scripts/compiled-schemas.ts`). */
export function compileDocument<T>(schema: Schema<T>): ValidateFunction<T> {
  return new Ajv2020(DOCUMENT_CHECK).compile<T>(schema);
}
