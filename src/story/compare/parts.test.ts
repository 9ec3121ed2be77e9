import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { action, exampleStory, guidOf, storyOf } from '../../../test/support/example-story.ts';
import { anyJson } from '../../../test/support/json-arbitrary.ts';
import { reexported } from '../../../test/support/reexport.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import type { Link, Story } from '../../model/story.ts';
import { canonicalStory } from '../canonical.ts';
import { readStory } from '../read.ts';
import { compareStories } from './compare.ts';
import { ownForm } from './own-form.ts';
import { fingerprint, fingerprintOf } from './parts.ts';
import { wantedSide } from './wanted-side.ts';

function changedParts(a: Story, b: Story): readonly string[] {
  const [before, after] = [fingerprint(a), fingerprint(b)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((part) => before[part] !== after[part]);
}

describe('fingerprint', () => {
  it('has a part for each action and for what joins them', () => {
    expect(Object.keys(fingerprint(exampleStory()))).toEqual([
      'story',
      'links',
      'layout',
      'notes',
      ...['Receive', 'Fetch', 'Check', 'Build', 'Build#2', 'Intake', 'Save'].map((name) => `agents[${name}]`),
    ]);
  });

  it('tells names apart that look like ordinals or paths', () => {
    const names = ['A', 'A', 'A#2', 'a.b', 'x]y', '__proto__', ''];
    const story = storyOf(names.map((name, index) => action(index + 1, 'Trigger', name)));
    const parts = Object.keys(fingerprint(story)).slice(4);
    expect(parts).toEqual([
      'agents[A]',
      'agents[A#2]',
      'agents["A#2"]',
      'agents["a.b"]',
      'agents["x]y"]',
      'agents[__proto__]',
      'agents[""]',
    ]);
  });

  it('stays the same under a re-export, and when blank or unknown keys come and go', () => {
    const story = exampleStory();
    expect(changedParts(story, reexported(story, 'c0ffee'))).toEqual([]);
    expect(changedParts(story, { ...story, sections: [], start_reference: null, later: 'x', tags: ['a'] })).toEqual([]);
  });

  it.each<[string, JsonObject, readonly string[]]>([
    ['name', { name: 'B' }, ['story']],
    ['a link', { links: [] }, ['links']],
    ['a note', { diagram_notes: [] }, ['notes']],
    ['the layout', { diagram_layout: '{}' }, ['layout']],
    ['a page', { pages: [{ agent_guid: guidOf(6), visibility: 'team' }] }, ['agents[Intake]']],
    ['a template input', { integrations: [] }, ['agents[Fetch]']],
  ])('changes in one part for an edit of %s', (_, change, parts) => {
    const edited = { ...exampleStory(), ...change } as Story;
    expect(changedParts(exampleStory(), edited)).toEqual(parts);
    // What it still has like the other story has the same hash, and nothing else.
    expect(fingerprintOf(ownForm(edited).normal, wantedSide(exampleStory()))).toEqual(fingerprint(edited));
  });
});

/** Stories out of known keys only; few names and few values, so that near-equal pairs are common. */
function anyStory(): fc.Arbitrary<Story> {
  const blankish = fc.constantFrom<JsonValue>(null, false, '', 0, true, 'x', 7);
  const options = fc.dictionary(fc.constantFrom('url', 'path', 'a.b', '__proto__'), fc.oneof(blankish, anyJson()), {
    maxKeys: 2,
  });
  const agent = fc.record({
    type: fc.constantFrom('Webhook', 'Trigger', 'Form'),
    name: fc.constantFrom('A', 'B', 'A#2'),
    options,
    description: blankish,
    width: blankish,
  });
  const agents = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), agent), {
    maxLength: 4,
    selector: ([number]) => number,
  });
  return fc
    .record({
      agents,
      links: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 3 }),
      icon: blankish,
      note: blankish,
    })
    .map((seed) => {
      const list = seed.agents.map(([number, { type, name, options: values, ...more }]) =>
        action(number, type, name, values, more),
      );
      const links = seed.links
        .filter((ends) => ends.every((end) => end < list.length))
        .map(([source, receiver]): Link => ({ source, receiver }));
      const diagram_notes = [{ content: seed.note, position: [0, 0] }];
      return storyOf(list, links, { icon: seed.icon, diagram_notes, entry_agent_guid: list[0]?.guid ?? null });
    });
}

/** The same story to the eye: guids handed round among the actions, and other blank values. */
function lookalike(story: Story): Story {
  const guids = story.agents.map(({ guid }) => guid);
  const blank = (value: JsonValue | undefined): JsonValue => (value ? value : '');
  const agents = story.agents.map((agent, index) => ({
    ...agent,
    guid: guids.at(index - 1) ?? '',
    description: blank(agent.description),
    width: blank(agent.width),
  }));
  return { ...story, agents, icon: blank(story.icon), entry_agent_guid: agents[0]?.guid ?? '' };
}

describe('for any story', () => {
  it('the canonical form is a fixed point', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        const text = canonicalStory(story);
        const again = readStory(text, 'a.json').story;
        expect(again && canonicalStory(again)).toBe(text);
      }),
    );
  });

  it('comparison and fingerprint are blind to what a re-export changes', () => {
    fc.assert(
      fc.property(anyStory(), (story) => {
        const copy = reexported(story, 'beef');
        expect(compareStories(story, story)).toEqual([]);
        expect(compareStories(copy, story)).toEqual([]);
        expect(changedParts(copy, story)).toEqual([]);
      }),
    );
  });

  it('equal fingerprints mean equal stories', () => {
    fc.assert(
      fc.property(anyStory(), anyStory(), (a, other) => {
        for (const b of [other, lookalike(a)]) {
          if (changedParts(a, b).length === 0) expect(compareStories(a, b)).toEqual([]);
        }
        expect(changedParts(a, lookalike(a))).toEqual([]);
      }),
    );
  });

  it('a form that is made once for both says what each says alone', () => {
    fc.assert(
      fc.property(anyStory(), anyStory(), (a, other) => {
        for (const b of [other, lookalike(a), reexported(a, 'beef')]) {
          const form = ownForm(a);
          expect(compareStories(a, b, undefined, form)).toEqual(compareStories(a, b));
          expect(fingerprintOf(form.normal, wantedSide(b))).toEqual(fingerprint(a));
        }
      }),
    );
  });

  it('an edit of one option is seen by both', () => {
    fc.assert(
      fc.property(anyStory(), fc.nat(), anyJson(), (story, pick, value) => {
        fc.pre(story.agents.length > 0);
        const index = pick % story.agents.length;
        const edit = (to: JsonValue): Story => ({
          ...story,
          agents: story.agents.map((agent, at) =>
            at === index ? { ...agent, options: { ...agent.options, edited: to } } : agent,
          ),
        });
        expect(compareStories(story, edit(value)).length).toBe(1);
        expect(changedParts(story, edit(value)).length).toBe(1);
        expect(compareStories(edit([value]), edit(value)).length).toBeGreaterThan(0);
      }),
    );
  });
});
