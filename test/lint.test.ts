import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'storysync-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `npm run lint` has against expressions, each on a line of its own: line and rule. */
function lint(lines: readonly string[]): readonly string[] {
  writeFileSync(join(folder, 'planted.ts'), lines.join('\n'));
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const config = join(ROOT, '.oxlintrc.json');
  const run = spawnSync(process.execPath, [oxlint, '--format', 'unix', '--config', config, folder], {
    encoding: 'utf8',
    cwd: ROOT,
  });
  if (run.status === null || run.status > 1 || run.stderr !== '') throw new Error(run.stderr || run.stdout);
  const found = run.stdout.matchAll(/planted\.ts:(\d+):\d+: .*\[Error\/regexp\(([a-z-]+)\)\]/g);
  return [...new Set([...found].map(([, line = '', rule = '']) => `${line} ${rule}`))];
}

describe('lint finds a regular expression whose time grows faster than the text:', () => {
  // What was found in this code when the checker came.
  it('two quantifiers that share characters, one that is tried from each character, and one made of parts', () => {
    const found = lint([
      String.raw`export const cubic = /\{%-?\s*(credential|story)\s+([^%]*?)\s*-?%\}/g;`,
      String.raw`export const exponential = /^(?:\s+#[^\n]*|\s)*,/;`,
      'export const moved = /-+$/;',
      "const PART = '\\\\s+';",
      'export const built = new RegExp(`^(?:${PART}x?${PART})*$`);',
      'export const harmless = /(?<!-)-+$/;',
    ]);
    expect(found.toSorted()).toEqual([
      '1 no-super-linear-backtracking',
      '2 no-super-linear-backtracking',
      '3 no-super-linear-move',
      '5 no-super-linear-backtracking',
    ]);
  });
});

/** Files where an expression is made inside a function, and why that may be. */
const INSIDE: { readonly [file: string]: string } = {
  'secret-scan/known-urls.ts': 'called while the file is loaded, so the test below sees it',
  'manifest/shape/safe-to-show.ts': 'called while the file is loaded, so the test below sees it',
  'emulator/faults/faults.ts': 'whoever runs the emulator writes its fault rules',
  'emulator/domain/references.ts': 'one of two words stands in it',
};

describe('expressions that lint cannot read in the source', () => {
  afterEach(() => void vi.unstubAllGlobals());

  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, lines: readFileSync(join(ROOT, 'src', file), 'utf8').split('\n') }))
    .map(({ file, lines }) => ({ file, makes: lines.filter((line) => line.includes('RegExp(')) }))
    .filter(({ makes }) => makes.length > 0);

  it('are constants of their file, but for a few that are named here', () => {
    const inside = files.filter(({ makes }) => !makes.every((line) => /^const [A-Z_]+ = new RegExp\(/.test(line)));
    expect(inside.map(({ file }) => file).toSorted()).toEqual(Object.keys(INSIDE).toSorted());
  });

  it('are made when their file is loaded, and found in proportion to the text as well', async () => {
    vi.resetModules();
    const made = new Set<string>();
    const Native = RegExp;
    const recording = new Proxy(Native, {
      construct: (_, [source, flags]: [string, string | undefined]) => {
        const expression = new Native(source, flags);
        made.add(String(expression));
        return expression;
      },
    });
    vi.stubGlobal('RegExp', recording);
    for (const { file } of files) await import(/* @vite-ignore */ join(ROOT, 'src', file));
    vi.unstubAllGlobals();
    expect(made.size).toBeGreaterThan(20);
    const lines = [...made].map((expression, index) => `export const e${index} = ${expression};`);
    expect(lint(lines).map((each) => `${each}: ${lines[Number(each.split(' ')[0]) - 1]}`)).toEqual([]);
  });

  it('stand in the published schemas, and are found in proportion to the text as well', () => {
    const patterns = new Set(
      readdirSync(join(ROOT, 'schemas')).flatMap((file) =>
        patternsIn(JSON.parse(readFileSync(join(ROOT, 'schemas', file), 'utf8'))),
      ),
    );
    expect(patterns.size).toBeGreaterThan(5);
    const lines = [...patterns].map((source, index) => `export const p${index} = ${new RegExp(source, 'u')};`);
    expect(lint(lines).map((each) => `${each}: ${lines[Number(each.split(' ')[0]) - 1]}`)).toEqual([]);
  });
});

function patternsIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
}
