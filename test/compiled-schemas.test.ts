import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ValidateFunction } from 'ajv';
import { afterAll, expect, test } from 'vitest';
import { documentChecks, manifestCheck } from '../scripts/compiled-schemas.ts';
import { compileDocument } from '../src/documents/compile-document.ts';
import { readSchemas } from '../src/documents/schemas.ts';
import type { JsonValue } from '../src/json/value.ts';
import { compileManifest } from '../src/manifest/shape/compile-manifest.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'storysync-schemas-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** As the bundles have it. */
async function loaded<T>(name: string, code: string): Promise<T> {
  const file = join(folder, `${name}.mjs`);
  const head = `import { createRequire } from 'node:module';
const require = createRequire(${JSON.stringify(pathToFileURL(join(root, 'package.json')).href)});\n`;
  writeFileSync(file, head + code);
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

const MANIFESTS: readonly JsonValue[] = [
  {},
  [],
  { version: 1 },
  { version: '1', origin: 7, stories: [], destinations: null },
  { version: 1, origin: { tenant: 5, oops: true }, stories: { 'a b': {} }, destinations: { '': { team_id: 'x' } } },
  { version: 1, destinations: { acme: { tenant: `https://${'x'.repeat(5000)}`, stories: 'all', wat: 1 } } },
];

test('the manifest check in the bundles finds what the compiler of schemas finds, to the last field', async () => {
  const bundled = await loaded<{ compileManifest: () => ValidateFunction }>('manifest', manifestCheck());
  const [ours, theirs] = [bundled.compileManifest(), compileManifest()];
  for (const manifest of MANIFESTS) {
    expect(ours(manifest)).toBe(theirs(manifest));
    expect(ours.errors).toEqual(theirs.errors);
  }
  expect(ours.errors).not.toEqual([]);
});

test('the document checks in the bundles find what the compiler of schemas finds', async () => {
  const { compileDocument: bundled } = await loaded<{ compileDocument: typeof compileDocument }>(
    'documents',
    documentChecks(),
  );
  for (const schema of Object.values(readSchemas)) {
    const [ours, theirs] = [bundled(schema), compileDocument(schema)];
    for (const document of [{}, [], { format: schema.$id }, { format: schema.$id, destinations: 7, stories: [] }]) {
      expect(ours(document)).toBe(theirs(document));
      expect(ours.errors).toEqual(theirs.errors);
      expect(ours.errors).toHaveLength(1);
    }
  }
});

test('each schema that a document is read by is compiled into the bundles', () => {
  const read = globSync('src/documents/**/*.ts', { cwd: root })
    .flatMap((file) => [
      ...readFileSync(join(root, file), 'utf8').matchAll(/= documentReader\((\w+?)(?:Record)?Schema,/g),
    ])
    .map(([, name]) => `${name}.schema.json`);
  expect(read.toSorted()).toEqual(Object.keys(readSchemas).toSorted());
});

test('what is compiled makes no code at run time', () => {
  for (const code of [manifestCheck(), documentChecks()]) expect(code).not.toMatch(/new Function|\beval\b/);
});
