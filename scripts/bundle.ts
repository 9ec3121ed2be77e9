/** One bundle of dist/: the program, what it may need beside it, the licences of what is in it, and its bill of materials. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { type Plugin, type RolldownPluginOption, rolldown } from 'rolldown';
import type licensePlugin from 'rollup-plugin-license';
import sbom from 'rollup-plugin-sbom';
import { COMPILED_SCHEMAS } from './compiled-schemas.ts';
import { modulesOfPage } from './page-shell.ts';

const root = resolve(import.meta.dirname, '..');

// The plugin's types describe an ES module; what it ships is a CommonJS function.
const license: typeof licensePlugin.default = createRequire(import.meta.url)('rollup-plugin-license');

const ENTRIES = { cli: 'src/cli/main.ts', action: 'src/action/main.ts' } as const;

/** The file that npm links as `storysync`: it looks at the Node it runs on, then loads the program beside it. */
export async function bundleStart(folder: string): Promise<void> {
  const build = await rolldown({
    input: join(root, 'src/cli/start/start.ts'),
    platform: 'node',
    cwd: root,
    plugins: [
      {
        name: 'program-beside',
        resolveId: (id) => (id === '../main.ts' ? { id: './cli.js', external: true } : null),
      },
    ],
  });
  await build.write({ file: join(folder, 'storysync.js'), format: 'esm', minify: false });
  await build.close();
}

/** Writes the files into the folder, and returns the ids of all modules in the program. */
export async function bundle(name: keyof typeof ENTRIES, folder: string): Promise<readonly string[]> {
  const page = await modulesOfPage();
  const modules = await write(name, folder, [
    licencesWith(page, license({ thirdParty: { output: { file: join(folder, `${name}.licenses.txt`) } } })),
    // Without time and serial number, so that the same inputs give the same bytes.
    billWith(
      page,
      sbom({
        outDir: '.',
        outFilename: `${name}.cdx`,
        outFormats: ['json'],
        saveTimestamp: false,
        generateSerial: false,
        includeWellKnown: false,
      }),
    ),
  ]);
  return [...modules, ...page];
}

// The script of the page is a text in the program: no plugin sees of what it was made. So each is told of one piece more.

function licencesWith(page: readonly string[], plugin: object): Plugin {
  const known = plugin as Plugin & Hooks;
  const modules = Object.fromEntries(page.map((id) => [id, { renderedLength: 1 }]));
  return {
    ...known,
    generateBundle(options, pieces) {
      known.renderChunk.call(this, '', { modules });
      return known.generateBundle.call(this, options, pieces);
    },
  };
}

function billWith(page: readonly string[], plugin: object): Plugin {
  const known = plugin as Plugin & Hooks;
  return {
    ...known,
    generateBundle(options, pieces) {
      const piece = { type: 'chunk', moduleIds: page, imports: [], dynamicImports: [] };
      return known.generateBundle.call(this, options, { ...pieces, page: piece });
    },
  };
}

/** As both plugins have them: functions that read of a piece no more than its modules. */
type Hooks = {
  readonly renderChunk: (this: unknown, code: string, piece: object) => unknown;
  readonly generateBundle: (this: unknown, options: unknown, pieces: object) => void | Promise<void>;
};

/** The program alone, in a third of the time: for those who only run it, in a folder without a package around it. */
export async function bundleProgram(name: keyof typeof ENTRIES, folder: string): Promise<void> {
  await write(name, folder, []);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
}

/**
 * The runner's toolkit brings an HTTP client, with an undici of its own, for tokens that nothing here asks it for: our ways
 * are `src/vault` and `src/action/github`. Left out it does not have to be read at each start.
 */
const WITHOUT_TOOLKIT_HTTP = {
  name: 'without-toolkit-http',
  resolveId: (id: string) => (id.startsWith('@actions/http-client') ? '\0toolkit-http' : null),
  load: (id: string) =>
    id === '\0toolkit-http' ? 'export class HttpClient {}\nexport class BearerCredentialHandler {}' : null,
};

async function write(
  name: keyof typeof ENTRIES,
  folder: string,
  plugins: readonly RolldownPluginOption[],
): Promise<readonly string[]> {
  const build = await rolldown({
    input: { [name]: join(root, ENTRIES[name]) },
    platform: 'node',
    cwd: root,
    // jsonc-parser's CommonJS form requires its own files by computed names; its ES form can be bundled.
    resolve: { mainFields: ['module', 'main'] },
    plugins: [WITHOUT_TOOLKIT_HTTP, COMPILED_SCHEMAS, ...plugins],
    onLog: (level, log, print) => {
      // How long a plugin took says something of the machine, nothing of the bundle.
      if (log.code === 'PLUGIN_TIMINGS') return;
      // Warnings of the bundler are faults of ours: an import that is not there fails only at run time otherwise.
      if (level === 'warn' && log.code !== 'EVAL' && log.code !== 'CIRCULAR_DEPENDENCY') throw new Error(log.message);
      if (level === 'warn') print(level, log);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    // What a start may not need lies in files of its own, loaded when it is.
    chunkFileNames: `${name}/[name].js`,
    minify: false,
  });
  await build.close();
  return output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
}
