/** Writes every generated file. With --check it only compares: what is generated is never edited by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publishedSchemas } from '../src/documents/schemas.ts';
import { manifestSchema } from '../src/manifest/shape/schema.ts';
import { withActionTables } from './action-tables.ts';
import { errorsPage } from './errors-page.ts';
import { examplePicture } from './example-picture.ts';
import { withManifestTables } from './manifest-tables.ts';

const root = resolve(import.meta.dirname, '..');

const generated: ReadonlyMap<string, string> = new Map([
  ['schemas/sync.schema.json', json(manifestSchema)],
  ...Object.entries(publishedSchemas).map(([file, schema]) => [`schemas/${file}`, json(schema)] as const),
  // What init writes; JSON, because a bundle can hold that.
  ['src/commands/init/workflow.json', json(current('examples/workflows/storysync.yml').split('\n'))],
  ['docs/errors.md', errorsPage()],
  [
    'docs/pictures/phishing-triage.svg',
    await examplePicture(current('examples/quickstart/stories/phishing-triage.json')),
  ],
  ['docs/action.md', withActionTables(current('docs/action.md'), current('action.yml'))],
  ['docs/manifest.md', withManifestTables(current('docs/manifest.md'))],
]);

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function current(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}

const stale = [...generated].filter(([file, text]) => current(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${file} is not what its source gives. Run: npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(join(root, file), text);
  console.log(stale.length > 0 ? `written: ${stale.map(([file]) => file).join(', ')}` : 'all up to date');
}
