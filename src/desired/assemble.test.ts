import { describe, expect, it } from 'vitest';
import { destinationOf, manifestOf } from '../../test/support/planning.ts';
import { fetchAction, guidOf, recordAction, storyExport, webhook } from '../../test/support/stories.ts';
import type { JsonObject } from '../json/value.ts';
import type { Destination } from '../model/destination.ts';
import { assembleDesired, type StoryFile } from './assemble.ts';

const TRIAGE = storyExport({ name: 'Triage', actions: [webhook('In'), fetchAction('Ask', '<<CREDENTIAL.vt>>')] });
const TWIN = storyExport({ name: 'Triage', guid: guidOf('twin'), actions: [webhook('In')] });
const ENRICH = storyExport({ name: 'Enrich', actions: [fetchAction('Ask', 'https://a.example/')] });

function assembled(stories: { readonly [key: string]: JsonObject | string }, destination: Partial<Destination> = {}) {
  const keys = Object.keys(stories);
  const destinations = [destinationOf('contoso', { stories: keys, ...destination })];
  const files = new Map<string, StoryFile>(
    Object.entries(stories).map(([key, story]) => {
      const shown = `stories/${key}.json`;
      if (story === 'missing') return [key, { kind: 'unreadable', why: 'there is no such file', shown }];
      return [
        key,
        { kind: 'bytes', bytes: Buffer.from(typeof story === 'string' ? story : JSON.stringify(story)), shown },
      ];
    }),
  );
  return assembleDesired(manifestOf(keys, destinations), files);
}

function codes(...input: Parameters<typeof assembled>): readonly string[] {
  return assembled(...input).problems.map(({ code, severity }) => `${severity} ${code}`);
}

const recording = (name: string, type: string) =>
  storyExport({ name, actions: [recordAction('Keep', 'Alert', [['title', type]])] });
const CASES: readonly (readonly [string, Parameters<typeof assembled>, readonly string[]])[] = [
  ['stories without fault have no problem', [{ triage: TRIAGE, enrich: ENRICH }], []],
  ['a file that cannot be read', [{ triage: 'missing' }], ['error DES001']],
  ['a file that is no JSON', [{ triage: '{' }], ['error STO003']],
  ['two stories of one name for one destination', [{ triage: TRIAGE, twin: TWIN }], ['error DES002']],
  [
    'two files of one story for one destination',
    [{ triage: TRIAGE, copy: { ...TRIAGE, name: 'Copy' } }],
    ['error DES006'],
  ],
  [
    'a story that is detached at the origin',
    [{ triage: { ...TRIAGE, tags: ['detached-from-sync'] } }],
    ['error DES003'],
  ],
  [
    'placeholders that would be sent',
    [{ triage: TRIAGE, enrich: ENRICH }, { webhookUrls: 'export' }],
    ['error DES004'],
  ],
  ['a large file', [{ enrich: { ...ENRICH, description: 'x'.repeat(5_000_001) } }], ['warning DES005']],
  [
    'one record type in two definitions',
    [{ a: recording('A', 'TEXT'), b: recording('B', 'NUMBER') }],
    ['error REC001'],
  ],
  [
    'everything at once',
    [{ triage: 'missing', enrich: '{', twin: { ...TWIN, tags: ['detached-from-sync'] } }],
    ['error DES001', 'error STO003', 'error DES003'],
  ],
];

describe('manifest and story files together', () => {
  it.each(CASES)('%s', (_, input, expected) => {
    expect(codes(...input)).toEqual(expected);
    expect(assembled(...input).desired === undefined).toBe(expected.some((one) => one.startsWith('error')));
  });

  it('two stories of one name are fine where no destination takes both', () => {
    const { subscriptions } = destinationOf('x', { stories: ['triage'] });
    expect(codes({ triage: TRIAGE, twin: TWIN }, { subscriptions })).toEqual([]);
  });

  it('a story is read once, with all that the planner asks of it', () => {
    const story = assembled({ triage: TRIAGE }).desired?.stories.get('triage');
    expect(story).toMatchObject({
      key: 'triage',
      file: 'stories/triage.json',
      stamp: TRIAGE.origin_story_identifier,
    });
    expect(story?.references.map(({ kind, slug }) => `${kind} ${slug}`)).toEqual(['credential vt']);
    expect(story?.contentHash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('the way a file is written does not change its hash, what it says does', () => {
    const hash = (text: JsonObject | string) => assembled({ triage: text }).desired?.stories.get('triage')?.contentHash;
    expect(hash(JSON.stringify({ ...TRIAGE, exported_at: '2026-01-01T00:00:00Z' }, null, 4))).toBe(hash(TRIAGE));
    expect(hash({ ...TRIAGE, description: 'another' })).not.toBe(hash(TRIAGE));
  });

  it('places point into the manifest or at the story file', () => {
    const { problems } = assembled({ triage: TRIAGE, twin: TWIN });
    expect(problems[0]).toMatchObject({ place: { file: 'sync.yaml' }, related: [{ place: { file: 'sync.yaml' } }] });
    expect(assembled({ triage: '{' }).problems[0]?.place?.file).toBe('stories/triage.json');
  });
});
