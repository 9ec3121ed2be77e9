/** The page's script and style, from src/page/shell: what `status --format html` puts its data into. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import type { PageShell } from '../src/page/document/page.ts';
import { PICTURE_STYLE } from '../src/picture/draw/colours.ts';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'src/page/shell');

/** Later rules outdo earlier ones. */
const STYLES = ['base.css', 'bar.css', 'parts.css', 'tables.css', 'views.css', 'picture.css', 'media.css'] as const;

/** A browser reads these as markup wherever they stand, and turns these line ends into others. */
const BREAKS_OUT = /<\/script|<\/style|<!--|\r|\0/i;

export async function pageShell(): Promise<PageShell> {
  const { code, moduleIds } = await pageScript();
  const shell = {
    script: `${licencesOf(moduleIds)}\n${code.trim()}`,
    style: smaller(
      [PICTURE_STYLE, ...STYLES.map((name) => readFileSync(join(folder, 'style', name), 'utf8'))].join('\n'),
    ),
  };
  for (const [name, text] of Object.entries(shell)) {
    if (BREAKS_OUT.test(text)) throw new Error(`the ${name} of the page holds what would end it`);
  }
  return shell;
}

/** Modules of others in the script: whoever ships it names them. */
export async function modulesOfPage(): Promise<readonly string[]> {
  const { moduleIds } = await pageScript();
  return moduleIds.filter((id) => id.includes('/node_modules/'));
}

async function pageScript(): Promise<OutputChunk> {
  const build = await rolldown({
    input: join(folder, 'main.tsx'),
    platform: 'browser',
    cwd: root,
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' }, target: 'es2023' },
    tsconfig: false,
    onLog: (level, log) => {
      if (level === 'warn' && log.code !== 'PLUGIN_TIMINGS') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'iife', minify: true, codeSplitting: false, comments: false });
  await build.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error('the script of the page is one file');
  return chunk;
}

/** Every page is a copy of the code of others. */
function licencesOf(moduleIds: readonly string[]): string {
  const folders = moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id) ?? []);
  const texts = [...new Set(folders)].sort().map((home) => {
    const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Named;
    const file = readdirSync(home).find((each) => /^licen[cs]e/i.test(each));
    if (file === undefined) throw new Error(`${name} has code in the page, and no licence beside it`);
    return `With ${name} ${version}:\n${readFileSync(join(home, file), 'utf8').trim()}`;
  });
  return `/*!\n${texts.join('\n\n').replaceAll('\r', '')}\n*/`;
}

type Named = { readonly name: string; readonly version: string };

/** Without comments, and without the blanks that only people need. */
function smaller(css: string): string {
  return css
    .replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .trim();
}
