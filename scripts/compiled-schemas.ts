/** The checks of our schemas as plain code, for the bundles: a start neither reads a compiler of schemas nor waits for one. */
import { join, resolve } from 'node:path';
import { Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { DOCUMENT_CHECK } from '../src/documents/compile-document.ts';
import { readSchemas } from '../src/documents/schemas.ts';
import { MANIFEST_CHECK } from '../src/manifest/shape/compile-manifest.ts';
import { manifestSchema } from '../src/manifest/shape/schema.ts';

const source = resolve(import.meta.dirname, '../src');
const asSource = (options: Options): Options => ({ ...options, code: { source: true, esm: true } });

/** In place of `compile-manifest.ts`. */
export function manifestCheck(): string {
  const ajv = new Ajv(asSource(MANIFEST_CHECK)).addSchema(manifestSchema, 'manifest');
  return `${checksOf(ajv, { check: 'manifest' })}export const compileManifest = () => check;\n`;
}

/** In place of `compile-document.ts`: a check for each schema that a document is read by. */
export function documentChecks(): string {
  const ajv = new Ajv2020(asSource(DOCUMENT_CHECK));
  const schemas = Object.values(readSchemas);
  for (const [index, schema] of schemas.entries()) ajv.addSchema(schema, nameOf(index));
  const names = Object.fromEntries(
    schemas.map(({ $id }, index) => [nameOf(index), typeof $id === 'string' ? $id : '']),
  );
  const byId = Object.entries(names).map(([name, id]) => `[${JSON.stringify(id)}, ${name}]`);
  return `${checksOf(ajv, names)}
const CHECKS = new Map([${byId.join(', ')}]);
export function compileDocument({ $id }) {
  const check = CHECKS.get($id);
  if (check === undefined) throw new Error(\`Internal error: the schema \${$id} was not compiled\`);
  return check;
}
`;
}

export const COMPILED_SCHEMAS = {
  name: 'compiled-schemas',
  load: (id: string): string | null => {
    if (id === join(source, 'manifest/shape/compile-manifest.ts')) return manifestCheck();
    if (id === join(source, 'documents/compile-document.ts')) return documentChecks();
    return null;
  },
};

function nameOf(index: number): string {
  return `check${index}`;
}

function checksOf(ajv: Ajv | Ajv2020, names: { readonly [name: string]: string }): string {
  return standalone.default(ajv as Ajv, names);
}
