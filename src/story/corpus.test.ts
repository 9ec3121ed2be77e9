import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWN_EXPORTS, REAL_EXPORTS } from '../../test/support/exports.ts';
import { reexported } from '../../test/support/reexport.ts';
import type { Story } from '../model/story.ts';
import { neutralise } from './addresses/neutralise.ts';
import { canonicalStory } from './canonical.ts';
import { compareStories } from './compare/compare.ts';
import { fingerprint } from './compare/parts.ts';
import { readStory } from './read.ts';
import { findReferences, slugify } from './references.ts';

const real = [...REAL_EXPORTS.keys()];

function bytesOf(file: string): Uint8Array {
  const path = OWN_EXPORTS.get(file) ?? REAL_EXPORTS.get(file);
  if (path === undefined) throw new Error(`there is no ${file}`);
  return readFileSync(path);
}

function load(file: string): Story {
  const { story } = readStory(bytesOf(file), file);
  if (story === undefined) throw new Error(`${file} does not read`);
  return story;
}

// Contents of the corpus must not reach any log: compare digests and counts, never stories.
describe('an export', () => {
  it.each([...OWN_EXPORTS.keys(), ...real])(
    '%s reads, has one canonical form, and equals its own re-export',
    (file) => {
      const { story, problems } = readStory(bytesOf(file), file);
      expect(problems).toEqual([]);
      if (story === undefined) return;
      const canonical = canonicalStory(story);
      const again = readStory(canonical, file).story;
      expect(again !== undefined && canonicalStory(again) === canonical).toBe(true);
      expect(canonical.includes('"exported_at"')).toBe(false);
      expect(canonicalStory(neutralise(neutralise(story))) === canonicalStory(neutralise(story))).toBe(true);

      const copy = reexported(story, 'c0ffee');
      expect(compareStories(copy, story).map(({ path }) => path)).toEqual([]);
      expect(compareStories(story, copy).map(({ path }) => path)).toEqual([]);
      expect(fingerprint(copy)).toEqual(fingerprint(story));
      expect(compareStories(neutralise(story), copy)).toEqual([]);
    },
  );

  it.each([...OWN_EXPORTS.keys(), ...real])('%s: no edit of an option goes unseen', (file) => {
    const story = load(file);
    const copy = reexported(story, 'beef');
    // All actions at once, and the first alone: one comparison for each action costs the square of their number.
    for (const count of new Set([Math.min(1, story.agents.length), story.agents.length])) {
      const agents = story.agents.map((agent, index) =>
        index < count ? { ...agent, options: { ...agent.options, edited: `here ${index}` } } : agent,
      );
      const found = compareStories(copy, { ...story, agents });
      expect(found.map(({ op, path }) => `${op} ${path.replace(/^agents\[.*\]\./s, '')}`)).toEqual(
        Array(count).fill('add options.edited'),
      );
    }
  });

  it('of each generation is there', () => {
    const versions = new Set([...OWN_EXPORTS.keys()].map((file) => load(file).schema_version));
    expect([...versions].sort((a, b) => Number(a) - Number(b))).toEqual([1, 3, 4, 18, 23, 24, 26, 27, 28, 30]);
  });

  it('of a story that was edited differs in what was edited and nothing else', () => {
    const found = compareStories(load('v27-sub-story-by-name.json'), load('v27-sub-story-by-name@later.json'));
    expect(found.map(({ op, path }) => `${op} ${path}`)).toEqual([
      'update agents[Merge].options.loop',
      'add agents[Log]',
      'add links',
      'move diagram_layout',
    ]);
  });
});

describe.skipIf(real.length === 0)('public exports, where STORYSYNC_CORPUS has them,', () => {
  it('name their slugs as the tenants did', () => {
    const wrong = real.map(load).filter(({ name, slug }) => typeof slug === 'string' && slug !== slugify(name));
    // One tenant had a suffix of its own in the slug.
    expect(wrong.map(({ name, slug }) => typeof slug === 'string' && slug.startsWith(slugify(name)))).toEqual([true]);
  });

  it('name credentials in 40 files or more, in every dialect', () => {
    const naming = real.filter((file) =>
      findReferences(load(file)).references.some(({ kind }) => kind === 'credential'),
    );
    expect(naming.length).toBeGreaterThanOrEqual(40);
  });
});

/** What a person sees in these histories: only the kinds of places, in order. */
const chains: readonly (readonly [before: string, after: string, kinds: readonly string[]])[] = [
  [
    'gregzee__transl8__tines-transl8bot@058c05d.json',
    'gregzee__transl8__tines-transl8bot@b58ec87.json',
    ['remove agents', 'add links', 'remove links', 'remove links', 'move diagram_layout', 'update diagram_notes'],
  ],
  [
    'gregzee__transl8__tines-transl8bot@b58ec87.json',
    'gregzee__transl8__tines-transl8bot@d35208a.json',
    ['add agents', 'add agents', 'add links'],
  ],
  [
    'mwilco03__SOCMetric__stories-soc-data@33fc6bb.json',
    'mwilco03__SOCMetric__stories-soc-data@42e4cf9.json',
    ['remove agents', 'remove agents', 'remove links'],
  ],
  [
    'mwilco03__SOCMetric__stories-soc-data@42e4cf9.json',
    'mwilco03__SOCMetric__stories-soc-data@817c7c5.json',
    Array.from({ length: 7 }, () => 'update agents'),
  ],
  [
    'tines__terraform-provider-tines__test_story.json',
    'tines__terraform-provider-tines__test_story_update_in_place.json',
    ['update description'],
  ],
  [
    'tines__stories__send_to_story-check_vips@6923bf2.json',
    'tines__stories__send_to_story-check_vips@7c791f1.json',
    [],
  ],
];

describe.skipIf(chains.some(([before, after]) => !REAL_EXPORTS.has(before) || !REAL_EXPORTS.has(after)))(
  'histories of public exports, where STORYSYNC_CORPUS has them,',
  () => {
    it.each(chains)('%s -> %s differ in what was edited and nothing else', (before, after, kinds) => {
      const [live, wanted] = [load(before), load(after)];
      const found = compareStories(live, wanted);
      expect(found.map(({ op, path }) => `${op} ${path.replace(/\[.*/s, '')}`)).toEqual(kinds);
      // Parts of the fingerprint tell the same story; the layout part also changes with each action that comes or goes.
      const [old, now] = [fingerprint(live), fingerprint(wanted)];
      const parts = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((part) => old[part] !== now[part]);
      const edited = new Set(found.map(({ part }) => part));
      expect([...edited].filter((part) => !parts.includes(part))).toEqual([]);
      expect(parts.filter((part) => part !== 'layout' && !edited.has(part))).toEqual([]);
    });
  },
);
