import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const page = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
const promises = page
  .slice(page.indexOf('## What we promise'), page.indexOf('## What we cannot promise'))
  .split(/\n(?=- )/);

/** A test that a promise names, on a line of its own. */
type Reference = { readonly file: string; readonly title: string };
const referencesIn = (text: string): readonly Reference[] =>
  [...text.matchAll(/^ {2}- `([\w./-]+\.test\.ts)`: “(.+)”$/gm)].map(([, file = '', title = '']) => ({ file, title }));
const references = referencesIn(page);

/** Whether the file has a test of this title, written in one piece and in whatever quotes, that is not skipped. */
function holds({ file, title }: Reference): boolean {
  const path = join(ROOT, file);
  if (!existsSync(path)) return false;
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/["'`]/g, '\\\\?$&');
  const text = readFileSync(path, 'utf8');
  const at = text.search(new RegExp(`(['"\`])${literal}\\1,\\s*(?:async )?\\(`));
  return at !== -1 && !/\b(?:it|test|describe)\.(?:skip|todo|fails)\b/.test(text);
}

describe('SECURITY.md', () => {
  it('names only tests that there are, and that run', () => {
    expect(references.filter((reference) => !holds(reference))).toEqual([]);
    expect(references.length).toBeGreaterThan(40);
  });

  it('would notice a test that was renamed, moved or taken out', () => {
    const [known] = references;
    if (known === undefined) throw new Error('no test is named');
    expect(holds(known)).toBe(true);
    expect(holds({ ...known, title: `${known.title} now` })).toBe(false);
    expect(holds({ ...known, title: known.title.slice(1) })).toBe(false);
    expect(holds({ ...known, file: 'test/moved.test.ts' })).toBe(false);
  });

  it('names at least one test for each promise, and no test twice', () => {
    expect(promises.length).toBeGreaterThan(25);
    expect(promises.slice(1).filter((promise) => referencesIn(promise).length === 0)).toEqual([]);
    expect(new Set(references.map(({ file, title }) => `${file} ${title}`)).size).toBe(references.length);
    // A line that looks like a reference and is none would be a promise that nobody checks.
    expect(page.split('\n').filter((line) => line.startsWith('  - '))).toHaveLength(references.length);
  });
});

it('CODEOWNERS names what ships and what holds keys, and only places that there are', () => {
  const lines = readFileSync(join(ROOT, '.github/CODEOWNERS'), 'utf8')
    .split('\n')
    .filter((line) => /^[^#]/.test(line));
  const places = lines.map((line) => line.split(' ')[0] ?? '');
  for (const line of lines) expect(line).toMatch(/^\/\S+ @[\w-]+\/[\w-]+$/);
  expect(places.filter((place) => !existsSync(join(ROOT, place)))).toEqual([]);
  expect(places).toEqual(expect.arrayContaining(['/.github/', '/action.yml', '/dist/', '/SECURITY.md']));
});
