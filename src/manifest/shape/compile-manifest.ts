import { Ajv, type Options, type ValidateFunction } from 'ajv';
import { manifestSchema } from './schema.ts';

/** Without the meta-schemas: a test has seen that ours is valid, and to see it again takes twice as long. */
export const MANIFEST_CHECK: Options = {
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  validateSchema: false,
  meta: false,
};

/** In the bundles stands what this makes, as plain code (`scripts/compiled-schemas.ts`). */
export function compileManifest(): ValidateFunction {
  return new Ajv(MANIFEST_CHECK).compile(manifestSchema);
}
