/**
 * Fills dist/: the command line and the Action, a file and a folder each, with licences and bill of materials; what starts the command
 * line; the types of our documents; the files that the demo plays with. With --check, builds beside it and compares: dist/ is generated, never edited.
 */
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle, bundleStart } from './bundle.ts';
import { documentTypes } from './document-types.ts';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

async function build(folder: string): Promise<void> {
  for (const name of ['cli', 'action'] as const) await bundle(name, folder);
  await bundleStart(folder);
  writeFileSync(join(folder, 'documents.d.ts'), documentTypes());
  for (const file of ['sync.yaml', 'emulator.yaml', 'stories']) {
    cpSync(join(root, 'examples/quickstart', file), join(folder, 'quickstart', file), { recursive: true });
  }
  for (const program of ['cli.js', 'storysync.js']) chmodSync(join(folder, program), 0o755);
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'storysync-dist-'));
  await build(fresh);
  const [expected, found] = [filesOf(fresh), filesOf(dist)];
  rmSync(fresh, { recursive: true });
  const stale = [...new Set([...expected.keys(), ...found.keys()])].filter(
    (file) => expected.get(file) !== found.get(file),
  );
  if (stale.length > 0) {
    console.error(`dist/ is not what the source gives (${stale.join(', ')}). Run: npm run build`);
    process.exit(1);
  }
  console.log('dist/ is what the source gives.');
} else {
  rmSync(dist, { recursive: true, force: true });
  await build(dist);
  console.log(`dist/: ${readdirSync(dist).join(', ')}`);
}
