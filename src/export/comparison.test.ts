import { describe, expect, it } from 'vitest';
import { fetchAction, guidOf, recordAction, storyExport, webhook, withOption } from '../../test/support/stories.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { compareWithFile } from './comparison.ts';

const OWNED = 'storysync:destination-owned';
const STORY = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')] });
/** As a tenant exports it: with addresses, recipients and a time. */
const LIVE = asStory({
  ...withOption(withOption(STORY, 'In', 'path', 'a1b2'), 'In', 'secret', 'c3d4'),
  recipients: ['owner@acme.example'],
  exported_at: '2026-11-22T09:00:00Z',
});

function asStory(story: JsonObject): Story {
  return story as unknown as Story;
}

function against(text: string | undefined) {
  const bytes = new TextEncoder().encode(text);
  return compareWithFile(text === undefined ? undefined : { file: 'stories/watch.json', bytes }, LIVE);
}

describe('a file beside its live story', () => {
  it('that differs in a record type alone has changed in content: a sync makes or extends types for it', () => {
    const keeping = (type: string) =>
      asStory(
        storyExport({
          name: 'Watch',
          actions: [
            recordAction('Keep', 'Alert', [
              ['title', 'TEXT'],
              ['score', type],
            ]),
          ],
        }),
      );
    const file = { file: 'stories/watch.json', bytes: new TextEncoder().encode(canonicalJson(keeping('NUMBER'))) };
    expect(compareWithFile(file, keeping('TEXT'))).toMatchObject({ change: 'update', kind: 'content' });
    expect(compareWithFile(file, keeping('NUMBER'))).toEqual({ change: 'unchanged' });
  });

  it('that is missing is written in canonical form, with placeholders and without recipients and time', () => {
    const found = against(undefined);
    expect(found).toMatchObject({ change: 'add', kind: 'content', text: canonicalJson(STORY) });
    expect(JSON.stringify(found)).not.toMatch(/a1b2|c3d4|owner@/);
  });

  const newer = { schema_version: 30, standard_lib_version: 99, action_runtime_version: 80 };
  const other = { app_endpoints: [], brand_new_key: { on: false } };
  const cases: readonly (readonly [title: string, text: string, expected: string])[] = [
    ['that is the same', canonicalJson(STORY), 'unchanged'],
    ['with other stamps of the platform', canonicalJson({ ...STORY, ...newer }), 'unchanged'],
    ['with a time of export', canonicalJson({ ...STORY, exported_at: '2025-01-01T00:00:00Z' }), 'unchanged'],
    ['checked out with CRLF', canonicalJson(STORY).replaceAll('\n', '\r\n'), 'unchanged'],
    ['on one line', JSON.stringify(STORY), 'update format'],
    ['with a byte order mark', `\ufeff${canonicalJson(STORY)}`, 'update format'],
    ['of a release with other keys', canonicalJson({ ...STORY, ...other }), 'update platform'],
    ['with other tags', canonicalJson({ ...STORY, tags: ['ir'] }), 'update content'],
    ['of another story with the same content', canonicalJson({ ...STORY, guid: guidOf('x') }), 'update content'],
    [
      'with another option',
      canonicalJson(withOption(STORY, 'Fetch', 'url', 'https://feed.example/2')),
      'update content',
    ],
    ['with real addresses', canonicalJson(withOption(STORY, 'In', 'path', 'e5f6')), 'update content'],
    ['that is no story', '{"agents": 1}', 'update content'],
    ['that is no JSON', '<<<<<<< HEAD\n', 'update content'],
  ];
  it.each(cases)('%s', (_title, text, expected) => {
    const found = against(text);
    expect(found.change === 'unchanged' ? 'unchanged' : `update ${found.kind}`).toBe(expected);
    if (found.change !== 'unchanged') expect(found.text).toBe(canonicalJson(STORY));
    expect(JSON.stringify(found).includes(OWNED)).toBe(found.change !== 'unchanged');
  });
});
