/** Bundles the command line and the Action into dist/, one file each. With --check, builds beside it and compares: dist/ is generated, never edited. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import type licensePlugin from 'rollup-plugin-license';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

// The plugin's types describe an ES module; what it ships is a CommonJS function.
const license: typeof licensePlugin.default = createRequire(import.meta.url)('rollup-plugin-license');

const ENTRIES = { cli: 'src/cli/main.ts', action: 'src/action/main.ts' } as const;

async function build(folder: string): Promise<void> {
  for (const name of ['cli', 'action'] as const) await bundleOne(name, folder);
  chmodSync(join(folder, 'cli.js'), 0o755);
}

async function bundleOne(name: keyof typeof ENTRIES, folder: string): Promise<void> {
  const bundle = await rolldown({
    input: { [name]: join(root, ENTRIES[name]) },
    platform: 'node',
    cwd: root,
    // jsonc-parser's CommonJS form requires its own files by computed names; its ES form can be bundled.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [license({ thirdParty: { output: { file: join(folder, `${name}.licenses.txt`) } } })],
    onLog: (level, log, print) => {
      // Warnings of the bundler are faults of ours: an import that is not there fails only at run time otherwise.
      if (level === 'warn' && log.code !== 'EVAL' && log.code !== 'CIRCULAR_DEPENDENCY') throw new Error(log.message);
      print(level, log);
    },
  });
  await bundle.write({ dir: folder, format: 'esm', entryFileNames: '[name].js', codeSplitting: false, minify: false });
  await bundle.close();
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
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
