import { describe, expect, it } from 'vitest';
import { exampleStory } from '../../../test/support/example-story.ts';
import { openManifest } from '../open.ts';

function open(text: string) {
  return openManifest({ file: 'sync.yaml', bytes: new TextEncoder().encode(text) }, { today: '2026-11-22' });
}

describe('another file in the manifest’s place', () => {
  it.each([
    ['a story export', JSON.stringify(exampleStory())],
    ['a story export', JSON.stringify(exampleStory(), null, '\t')],
    ['a plan file', '{"format":"storysync.plan/1","totals":{},"destinations_":[]}'],
    ['a status report', '{"format":"storysync.status/1"}'],
    ['the config of the emulator', 'tenants:\n  acme: { teams: [] }\n'],
    ['a GitHub workflow', 'on: push\njobs: {}\n'],
    ['a package.json', '{"name":"x","version":"1.0.0","scripts":{}}'],
    ['a JSON Schema', '{"$schema":"https://json-schema.org/draft/2020-12/schema","properties":{}}'],
  ])('is called what it is, in one sentence: %s', (what, text) => {
    const { problems, manifest } = open(text);
    expect(manifest).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'RUN042', message: `this is ${what}, not a manifest`, hint: expect.stringContaining('--manifest') },
    ]);
  });

  it('a manifest with a key of theirs is a manifest with an unknown key', () => {
    const { problems } = open('version: 1\nstories: {}\ndestinations: {}\ntenants: {}\n');
    expect(problems.map(({ code }) => code)).toEqual(['MAN014']);
  });

  it('says nothing of its content', () => {
    const { problems } = open('{"name":"x","scripts":{"a":"hunter2"}}');
    expect(JSON.stringify(problems)).not.toContain('hunter2');
    expect(problems[0]?.hideSource).toBe(true);
  });
});
