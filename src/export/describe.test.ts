import { describe, expect, it } from 'vitest';
import { fetchAction, guidOf, recordAction, storyExport, webhook, withOption } from '../../test/support/stories.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';
import type { ExportedStory } from '../model/exported.ts';
import type { Story } from '../model/story.ts';
import { changeSummary } from './change-summary.ts';
import { describeExport } from './describe.ts';

const ORIGIN = { tenantUrl: 'https://acme.tines.com' };

function exported(before: JsonObject | undefined, after: JsonObject, rest: Partial<ExportedStory> = {}): ExportedStory {
  const story = after as unknown as Story;
  return {
    key: 'triage',
    file: 'stories/triage.json',
    text: canonicalJson(after),
    change: before === undefined ? 'add' : 'update',
    ...(before === undefined ? {} : { before: before as unknown as Story }),
    after: story,
    kind: 'content',
    ...rest,
  };
}

function triage(
  fields: Parameters<typeof recordAction>[2],
  more: Parameters<typeof storyExport>[0]['actions'] = [],
): JsonObject {
  const actions = [webhook('In'), recordAction('Keep', 'Alert', fields), ...more];
  return storyExport({ name: 'Triage', guid: guidOf('Triage'), actions });
}

const OLD = triage([['title', 'TEXT']], [fetchAction('Fetch', 'https://feed.example/1')]);

describe('the change summary of a story', () => {
  it('name actions, links, settings, layout, tags and what they mean for record types', () => {
    const changed = withOption(withOption(OLD, 'Fetch', 'method', 'post'), 'Fetch', 'url', 'https://feed.example/2');
    const after = {
      ...changed,
      name: 'Triage 2',
      description: 'new',
      keep_events_for: 3600,
      tags: ['ir'],
      diagram_layout: JSON.stringify(
        Object.fromEntries((OLD.agents as readonly JsonObject[]).map(({ guid }, index) => [guid, [15, index * 150]])),
      ),
      links: [{ source: 0, receiver: 1 }],
    };
    expect(changeSummary(exported({ ...OLD, tags: ['old'] }, after)).lines).toEqual([
      'renamed from "Triage" to "Triage 2"',
      'action "Fetch" changed: url, method',
      '"Keep" → "Fetch" disconnected',
      'description changed to "new"',
      'keep_events_for: 604800 → 3600',
      'layout only: 3 actions moved',
      'tag "ir" added',
      'tag "old" removed',
    ]);
  });

  const consequences: readonly (readonly [expected: readonly string[], fields: Parameters<typeof recordAction>[2]])[] =
    [
      [
        ['record type "Alert": new field "severity", added in place at the destinations'],
        [
          ['title', 'TEXT'],
          ['severity', 'TEXT'],
        ],
      ],
      [
        [
          'record type "Alert": field "title" changed from TEXT to NUMBER; destinations get a new type, the old one and its data stay',
        ],
        [['title', 'NUMBER']],
      ],
      [
        ['record type "Alert": field "title" was removed; destinations get a new type, the old one and its data stay'],
        [['score', 'NUMBER']],
      ],
    ];
  it.each(consequences)('say what a change of fields does: %s', (expected, fields) => {
    const { lines } = changeSummary(exported(triage([['title', 'TEXT']]), triage(fields)));
    expect(lines.filter((line) => line.startsWith('record type'))).toEqual(expected);
  });

  it('say when a record type appears and when it is no longer used', () => {
    const without = storyExport({ name: 'Triage', actions: [webhook('In')] });
    expect(changeSummary(exported(without, OLD)).lines).toContain(
      'record type "Alert" (title): created at the destinations that lack it',
    );
    expect(changeSummary(exported(OLD, without)).lines).toContain(
      'record type "Alert" is no longer used; it and its data stay',
    );
  });

  it('count what would be a long list', () => {
    const many = Array.from({ length: 20 }, (_, index) => fetchAction(`Fetch ${index}`, 'https://feed.example/1'));
    const { lines } = changeSummary(exported(OLD, triage([['title', 'TEXT']], many)));
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe('and 10 more');
  });

  it('tell a new file, one that held another story, another layout and another release apart', () => {
    const lines = (rest: Partial<ExportedStory>, before?: JsonObject) =>
      changeSummary(exported(before, OLD, rest)).lines[0];
    expect(lines({})).toBe('new: 3 actions');
    expect(lines({ change: 'update' })).toBe('the file held no story before: 3 actions');
    expect(lines({}, { ...OLD, guid: guidOf('other') })).toBe('the file held another story (its guid is another one)');
    expect(lines({}, withOption(OLD, 'In', 'path', 'a1b2'))).toBe(
      'addresses or recipients of a tenant are taken out of the file',
    );
    expect(lines({ kind: 'format' }, OLD)).toBe('layout of the file only, the content is the same');
    expect(lines({ kind: 'platform' }, OLD)).toBe('platform release only: nothing that a sync pushes has changed');
  });
});

describe('the message of an export', () => {
  it('names the story or counts them, and says where they come from', () => {
    const one = exported(OLD, withOption(OLD, 'Fetch', 'method', 'post'));
    const two = exported(undefined, storyExport({ name: 'Enrich', actions: [webhook('In')] }), { key: 'enrich' });
    expect(describeExport([one], ORIGIN)).toEqual({
      subject: 'Export triage from acme.tines.com',
      body: 'triage (Triage)\n- option method of "Fetch": "get" → "post"',
    });
    expect(describeExport([one, two], ORIGIN)).toEqual({
      subject: 'Export 2 stories from acme.tines.com',
      body: 'triage (Triage)\n- option method of "Fetch": "get" → "post"\n\nenrich (Enrich)\n- new: 1 action',
    });
    expect(describeExport([{ ...one, kind: 'platform' }], ORIGIN).subject).toBe(
      'Export triage from acme.tines.com (platform release only)',
    );
  });

  it('lists fifty stories and counts the rest', () => {
    const many = Array.from({ length: 52 }, (_, index) => exported(undefined, OLD, { key: `s${index}` }));
    expect(describeExport(many, ORIGIN).body.endsWith('\n\nand 2 more stories')).toBe(true);
  });

  it('lets no name break a line, call a person, close an issue, forge a trailer or silence CI', () => {
    const name =
      'a\nSigned-off-by: x\u001b[2J\u202e [skip ci] [ci skip] fixes #12 fixes https://github.com/a/b/issues/12 @acme/soc skip-checks: true';
    const { subject, body } = describeExport([exported(undefined, { ...OLD, name })], ORIGIN);
    expect(subject).toBe('Export triage from acme.tines.com');
    expect(body.split('\n')).toHaveLength(3);
    expect(body).not.toMatch(/\[skip ci\]|\[ci skip\]|#12|issues\/12|@acme|^Signed|skip-checks/m);
    expect(body.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it('cuts a name that is longer than a message should be', () => {
    const { body } = describeExport([exported(undefined, { ...OLD, name: 'n'.repeat(5000) })], ORIGIN);
    expect(body.split('\n')[0]).toHaveLength('triage ()'.length + 500);
  });
});
