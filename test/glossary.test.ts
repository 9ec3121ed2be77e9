import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

const entries = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, word, meaning, place] = /^\| ([^|]+) \| (.+) \| `([^`]+)` \|$/.exec(line) ?? [];
    return word && meaning && place ? [{ word: word.trim(), meaning, place }] : [];
  });

/** The names of a place's files, and their text without comments. */
function codeOf(place: string): string {
  const path = join(ROOT, place);
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
    : [path];
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  return sources
    .map(
      (file) => `${file}\n${readFileSync(file, 'utf8').replace(/^[^\S\r\n\u2028\u2029]*(?:\/\*\*|\*|\/\/).*$/gm, '')}`,
    )
    .join('\n');
}

describe('the glossary', () => {
  it('has the words of the domain, each once and in one sentence or two', () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(new Set(entries.map(({ word }) => word)).size).toBe(entries.length);
    expect(entries.filter(({ meaning }) => !/^\p{Lu}|^`/u.test(meaning) || !/[.`]$/.test(meaning))).toEqual([]);
  });

  it.each(entries)('“$word” is owned by $place, whose code uses the word', ({ word, place }) => {
    expect(existsSync(join(ROOT, place))).toBe(true);
    expect(codeOf(place)).toMatch(new RegExp(word.replace(/[ -]/g, '[ -]?'), 'i'));
  });

  it('names every room', () => {
    const rooms = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const words = entries.map(({ word, place }) => `${word} ${place}`).join('\n');
    // Plumbing that has no words of its own.
    const plumbing = ['json', 'network', 'demo', 'files'];
    const unnamed = rooms.map(({ name }) => name).filter((name) => !words.includes(`src/${name}`));
    expect(unnamed.sort()).toEqual(plumbing.sort());
  });
});
