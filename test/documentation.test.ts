import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openManifest } from '../src/manifest/open.ts';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDERS = ['docs', 'examples', 'bench'];
const pages = ['.', ...FOLDERS]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file: file.split(sep).join('/'), text: readFileSync(join(ROOT, file), 'utf8') }));

/** A page without what is shown as code: a link in there leads nowhere. */
const prose = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, 'code');

/** The anchors that GitHub gives a page's headings. */
function anchorsOf(file: string): ReadonlySet<string> {
  const headings = readFileSync(join(ROOT, file), 'utf8').matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Links of a page that lead to no file or heading of the repository. */
function deadLinks(file: string, text: string): readonly string[] {
  return [...prose(text).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)]
    .filter(([, path = '', anchor]) => {
      const target = relative(ROOT, resolve(ROOT, path === '' ? file : join(dirname(file), path)));
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchorsOf(target).has(anchor);
    })
    .map(([link]) => `${file}: ${link}`);
}

/** Places of the repository that a page names: `src/plan/plan.ts`, `test/scenarios/`, or `plan/plan.ts` for short. */
function namedPlaces(text: string): readonly string[] {
  const inCode = [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, place = '']) => place);
  return inCode.filter(
    (place) => place.endsWith('.ts') || /^(?:src|test|scripts|docs|schemas|examples|bench)\//.test(place),
  );
}

const exists = (place: string): boolean => existsSync(join(ROOT, place)) || existsSync(join(ROOT, 'src', place));

describe('our pages', () => {
  it('link only to files and headings that there are', () => {
    expect(pages.flatMap(({ file, text }) => deadLinks(file, text))).toEqual([]);
  });

  it('would be found out with a link that leads nowhere', () => {
    const text = '[a](../README.md#limits) [b](../README.md#no-such-heading) [c](nowhere.md) `[d](code.md)`';
    expect(deadLinks('docs/state.md', text)).toEqual([
      'docs/state.md: ](../README.md#no-such-heading)',
      'docs/state.md: ](nowhere.md)',
    ]);
  });

  it('name only places of the repository that there are', () => {
    const gone = pages.flatMap(({ file, text }) =>
      namedPlaces(text)
        .filter((place) => !exists(place))
        .map((place) => `${file}: ${place}`),
    );
    expect(gone).toEqual([]);
    expect(pages.flatMap(({ text }) => namedPlaces(text)).length).toBeGreaterThan(20);
  });

  it('refer to no document outside of the repository', () => {
    const strangers = pages.filter(({ text }) => /\bspec \d|tines-api\.md|export-format\.md|\.\.\/shared\//.test(text));
    expect(strangers.map(({ file }) => file)).toEqual([]);
  });

  it('show manifests that open without a finding', () => {
    const manifests = pages
      .filter(({ file }) => !file.startsWith('docs/decisions/'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => ({ file, yaml })),
      )
      .filter(({ yaml }) => /^version: 1$/m.test(yaml));
    expect(manifests.map(({ file }) => file)).toEqual(expect.arrayContaining(['README.md', 'docs/manifest.md']));
    for (const { file, yaml } of manifests) {
      const { problems } = openManifest({ file, bytes: Buffer.from(yaml) }, { today: '2026-11-22' });
      expect(problems).toEqual([]);
    }
  });
});

describe('the README', () => {
  const text = readFileSync(join(ROOT, 'README.md'), 'utf8');

  it('is short enough to be read: 250 lines at most', () => {
    expect(text.split('\n').length - 1).toBeLessThanOrEqual(250);
  });

  it('leads on to every page of docs/', () => {
    const top = readdirSync(join(ROOT, 'docs')).filter((file) => file.endsWith('.md'));
    const reachable = `${text}${readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')}`;
    expect(top.filter((file) => !reachable.includes(`](docs/${file})`))).toEqual([]);
  });
});

it('CONTRIBUTING has a row for each room of src/', () => {
  const rows = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| `([a-z-]+)` +\| /gm);
  const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...rows].map(([, room = '']) => room).sort()).toEqual(rooms.map(({ name }) => name).sort());
});

describe('docs/decisions', () => {
  const files = readdirSync(join(ROOT, 'docs/decisions')).filter((file) => /^\d{4}-/.test(file));
  const index = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8');

  it('has each page once in its list, in order', () => {
    const listed = [...index.matchAll(/^(\d+)\. \[.+\]\((.+)\)$/gm)].map(([, number, file]) => ({ number, file }));
    expect(listed).toEqual(files.sort().map((file) => ({ number: String(Number(file.slice(0, 4))), file })));
  });

  it('gives each page its number as a title', () => {
    for (const file of files) {
      const page = readFileSync(join(ROOT, 'docs/decisions', file), 'utf8');
      expect(page.split('\n')[0]).toMatch(new RegExp(`^# ${Number(file.slice(0, 4))}\\. \\S`));
    }
  });
});
