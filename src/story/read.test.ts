import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { action, exampleStory, guidOf, storyOf } from '../../test/support/example-story.ts';
import { canonicalStory } from './canonical.ts';
import { parseStory, readStory } from './read.ts';

/** `STO003 2:5`, one for each problem. */
function findings(bytes: Uint8Array | string): readonly string[] {
  return readStory(bytes, 'a.json').problems.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`);
}

const HOOK = '{"type": "T", "name": "A", "guid": "0123456789abcdef0123456789abcdef", "options": {}}';
const HEAD = '"name": "S", "guid": "fedcba9876543210fedcba9876543210", "links": []';

describe('readStory', () => {
  it('reads minified and pretty files, with or without a byte order mark', () => {
    const text = canonicalStory(exampleStory());
    const minified = JSON.stringify(JSON.parse(text));
    for (const bytes of [text, minified, `\uFEFF${text}`, Buffer.from(text), Buffer.from(`\uFEFF${minified}`)]) {
      const { story, problems } = readStory(bytes, 'a.json');
      expect(problems).toEqual([]);
      expect(story && canonicalStory(story)).toBe(text);
    }
  });

  it('carries unknown keys and types through', () => {
    const { story } = readStory(`{${HEAD}, "agents": [${HOOK}], "future": {"b": 1}}`, 'a.json');
    expect(story?.future).toEqual({ b: 1 });
    expect(story?.agents[0]?.type).toBe('T');
  });

  it.each([
    ['', ['STO003 1:1']],
    ['{"name": "x",\n  oops}', ['STO003 2:3']],
    ['{"name": "x",\n  "guid": 12345678901234567890}', ['STO004 2:11']],
    ['['.repeat(1000), ['STO005 1:201']],
    [`{${HEAD}, "agents": [],\n "links": []}`, ['STO006 2:2']],
    ['<!doctype html>\n<html></html>', ['STO007 1:1']],
    ['version https://git-lfs.github.com/spec/v1\noid sha256:0', ['STO007 1:1']],
    ['{\n<<<<<<< HEAD\n"a": 1\n=======\n>>>>>>> other\n}', ['STO003 2:1']],
    ['[]', ['STO007 1:1']],
    ['7', ['STO007 1:1']],
    ['{"errors": {}}', ['STO007 1:1']],
    [`{"new_name": "x", "data": {${HEAD}, "agents": []}}`, ['STO007 1:1']],
    [
      '{"name": "", "guid": 1, "agents": {}, "links": null}',
      ['STO008 1:10', 'STO008 1:22', 'STO008 1:35', 'STO008 1:48'],
    ],
    [`{${HEAD},\n"agents": [{"type": "T", "name": "A"}]}`, ['STO009 2:12', 'STO009 2:12']],
    [`{${HEAD},\n"agents": [${HOOK},\n7]}`, ['STO009 3:1']],
    [`{${HEAD}, "agents": [\n${HOOK},\n${HOOK}]}`, ['STO010 3:36']],
    [`{${HEAD.replace('[]', '[{"source": 0, "receiver": 3}]')}, "agents": [${HOOK}]}`, ['STO011 1:95']],
    [`{${HEAD.replace('[]', '[{"source": 0.5, "receiver": 0}]')}, "agents": [${HOOK}]}`, ['STO011 1:80']],
  ])('says what is wrong with %.60j, and where', (text, expected) => {
    const reading = readStory(text, 'a.json');
    expect(findings(text)).toEqual(expected);
    expect(reading.story).toBeUndefined();
    // A line of a story may hold a token: no report may show it.
    expect(reading.problems.every(({ hideSource, hint }) => hideSource === true && hint !== undefined)).toBe(true);
  });

  it('points at the line whose bytes are not UTF-8', () => {
    expect(findings(Buffer.concat([Buffer.from('{\n"name": "'), Buffer.from([0xe9]), Buffer.from('"}')]))).toEqual([
      'STO002 2:1',
    ]);
    expect(findings(Buffer.from('\uFEFF{}', 'utf16le'))).toEqual(['STO002 1:1']);
  });

  it('refuses a file of more than 50 MB without reading it', () => {
    expect(findings(Buffer.alloc(50 * 1024 * 1024 + 1))).toEqual(['STO001 1:1']);
  });

  it('warns about guids that tenants refuse, and reads the story all the same', () => {
    const text = JSON.stringify(storyOf([{ ...action(1, 'Trigger', 'A'), guid: 'short' }]));
    const { story, problems } = readStory(text, 'a.json');
    expect(story?.agents[0]?.guid).toBe('short');
    expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['STO012 warning']);
  });
});

describe('parseStory', () => {
  it('takes a story and nothing else', () => {
    expect(parseStory(exampleStory())).toEqual(exampleStory());
    expect(parseStory({ agents: [] })).toBeUndefined();
    expect(parseStory(storyOf([action(1, 'Trigger', 'A'), action(1, 'Trigger', 'B')]))).toBeUndefined();
    expect(parseStory(storyOf([action(1, 'Trigger', 'A')], [{ source: 0, receiver: 1 }]))).toBeUndefined();
  });
});

describe('canonicalStory', () => {
  it('leaves out when it was exported, also in embedded sub-stories', () => {
    const inner = { ...exampleStory(), name: 'Inner' };
    const text = canonicalStory({ ...exampleStory(), send_to_stories: [inner, 'odd'] });
    expect(text).not.toContain('exported_at');
    expect(text).toContain('"Inner"');
    expect(text).toContain(guidOf(1));
  });
});
