import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signed } from '../../test/support/state-branch.ts';
import type { LastStatus, StateContent, StoryState } from '../model/destination-state.ts';
import { parseState, serialiseState } from './format.ts';

const expected = { name: 'contoso', tenantUrl: 'https://contoso.tines.com', teamId: 42 };
const story: StoryState = {
  destinationStoryId: 77,
  name: 'Triage',
  stamp: `cloud:${'a'.repeat(32)}:${'b'.repeat(32)}`,
  pushed: 'sha256:aa',
  since: '2026-11-22T09:00:00Z',
  equal: ['sha256:99', 'sha256:aa'],
  observed: { story: 'sha256:bb', 'agents[Fetch]': 'sha256:cc' },
  editedAt: '2026-11-22T10:00:00Z',
  editedAtTrusted: true,
  actions: { ['c'.repeat(32)]: 'd'.repeat(32) },
  tags: ['soc'],
  commit: 'e'.repeat(40),
  status: 'synced',
  reason: null,
  errorMessage: null,
  syncedAt: '2026-11-22T10:00:01Z',
};
const last: LastStatus = {
  status: 'failed',
  reason: 'rejected',
  message: 'POST /stories/import: name has already been taken',
  hint: 'correct the story',
  at: '2026-11-22T10:00:02Z',
  commit: 'f'.repeat(40),
  content: 'sha256:dd',
};
const state: StateContent = {
  tenantUrl: expected.tenantUrl,
  teamId: expected.teamId,
  stories: { triage: story },
  recordTypes: {
    Alert: {
      target: 'Alert (1)',
      definition: { name: 'Alert', fields: [{ name: 'level', resultType: 'TEXT_ENUM', fixedValues: ['low'] }] },
    },
  },
  last: { triage: last },
};

const wire = JSON.parse(serialiseState('contoso', state, 7));

const asRead = (content: StateContent) => ({ ok: true, value: { content, counter: 7, mark: 'unsigned' } });

/** As somebody edits who knows the format: the digest fits the new content. `undefined` takes the key away. */
function edited(path: readonly string[], value: unknown): string {
  return signed(editedByHand(path, value));
}

function editedByHand(path: readonly string[], value: unknown): string {
  const file: unknown = JSON.parse(serialiseState('contoso', state, 7));
  let at = Object(file);
  for (const key of path.slice(0, -1)) at = at[key];
  at[path.at(-1) ?? ''] = value;
  return JSON.stringify(file);
}

describe('the state format', () => {
  it('is canonical JSON with the names of the wire', () => {
    const text = serialiseState('contoso', state, 7);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text))).toEqual([
      'counter',
      'destination',
      'destination_team_id',
      'destination_tenant_url',
      'digest',
      'format',
      'last',
      'record_types',
      'stories',
    ]);
    expect(JSON.parse(text)).toMatchObject({
      format: 'storysync.state/2',
      destination: 'contoso',
      stories: { triage: { destination_story_id: 77, edited_at: '2026-11-22T10:00:00Z', error_message: null } },
      record_types: { Alert: { definition: { fields: [{ result_type: 'TEXT_ENUM', fixed_values: ['low'] }] } } },
    });
  });

  it('comes back as it was written, whatever names and texts hold', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', 'constructor', '1', ''));
    const texts = fc.dictionary(text, text);
    const changes = fc.record({ name: text, observed: texts, actions: texts });
    const arbitrary = fc.record({
      stories: fc.dictionary(
        fc.oneof(fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,62}$/), fc.constantFrom('constructor', '1')),
        changes.map((changed): StoryState => ({ ...story, ...changed })),
      ),
      recordTypes: fc.dictionary(
        text,
        text.map((name) => ({ target: name, definition: { name, fields: [] } })),
      ),
    });
    fc.assert(
      fc.property(arbitrary, (changed) => {
        const original = { ...state, ...changed };
        const written = serialiseState('contoso', original, 7);
        const read = parseState(written, expected);
        if (!read.ok) throw new Error(read.error.message);
        expect(serialiseState('contoso', read.value.content, 7)).toBe(written);
        for (const map of ['stories', 'recordTypes'] as const) {
          expect(new Map(Object.entries(read.value.content[map]))).toEqual(new Map(Object.entries(original[map])));
        }
      }),
    );
  });

  it('does not depend on the order in which things were added', () => {
    const other = { ...state, stories: { b: story, a: { ...story, tags: ['x', 'a'] } } };
    const turned = { ...state, stories: { a: { ...story, tags: ['a', 'x'] }, b: story } };
    expect(serialiseState('contoso', other, 7)).toBe(serialiseState('contoso', turned, 7));
  });

  it('reads a file without last statuses as one that has none', () => {
    expect(parseState(edited(['last'], undefined), expected)).toEqual(asRead({ ...state, last: {} }));
  });

  it('keeps a last status of few words as one of many', () => {
    const { hint: _, commit: __, ...short } = last;
    const few: LastStatus = { ...short, status: 'synced', reason: 'detached', message: null, detachedThere: true };
    const changed = { ...state, last: { triage: last, ioc: few } };
    expect(parseState(serialiseState('contoso', changed, 7), expected)).toEqual(asRead(changed));
  });

  it('keeps what is known of the vendor’s own syncing, its ids in order', () => {
    const native = { vendorId: 31, manualSyncOnly: true, keyVersion: 2, carried: [902, 77] };
    const read = { ...state, native: { ...native, carried: [77, 902] } };
    expect(parseState(serialiseState('contoso', { ...state, native }, 7), expected)).toEqual(asRead(read));
    const given = { ...state, native: { vendorId: null, manualSyncOnly: false, keyVersion: null, carried: [] } };
    expect(parseState(serialiseState('contoso', given, 7), expected)).toEqual(asRead(given));
  });

  it('leaves out a commit that is not known', () => {
    const { commit: _, ...rest } = story;
    const dirty = { ...state, stories: { triage: rest } };
    expect(parseState(serialiseState('contoso', dirty, 7), expected)).toEqual(asRead(dirty));
    expect(parseState(serialiseState('contoso', state, 7), expected)).toEqual(asRead(state));
  });

  it('is refused in few words, however long a forged key is', () => {
    const forged = JSON.stringify({ format: 'storysync.state/2', ['k'.repeat(100_000)]: 1 });
    const forgery = parseState(forged, expected);
    expect(!forgery.ok && forgery.error.message.length).toBeLessThan(400);
  });

  it.each([
    ['a newer format', ['format'], 'storysync.state/3', 'STA002'],
    ['an older format', ['format'], 'storysync.state/1', 'STA002'],
    ['a counter that counts nothing', ['counter'], 0, 'STA001'],
    ['no counter', ['counter'], undefined, 'STA001'],
    ['no list of equal contents', ['stories', 'triage', 'equal'], undefined, 'STA001'],
    ['an unknown format', ['format'], 'octodns', 'STA001'],
    ['no format', ['format'], undefined, 'STA001'],
    ['another destination', ['destination'], 'fabrikam', 'STA003'],
    ['another tenant', ['destination_tenant_url'], 'https://evil.example', 'STA003'],
    ['another team', ['destination_team_id'], 43, 'STA003'],
    ['an unknown key', ['stories', 'triage', 'note'], 'x', 'STA001'],
    ['an unknown key at the top', ['note'], 'x', 'STA001'],
    ['a missing key', ['stories', 'triage', 'stamp'], undefined, 'STA001'],
    ['no stories', ['stories'], undefined, 'STA001'],
    ['a list for a map', ['record_types'], [], 'STA001'],
    ['a text for a number', ['stories', 'triage', 'destination_story_id'], '77', 'STA001'],
    ['a fraction for an id', ['stories', 'triage', 'destination_story_id'], 7.5, 'STA001'],
    ['an unknown status', ['stories', 'triage', 'status'], 'done', 'STA001'],
    ['an unknown reason', ['stories', 'triage', 'reason'], 'because', 'STA001'],
    ['a null for a text', ['stories', 'triage', 'edited_at'], null, 'STA001'],
    ['a no for a yes', ['stories', 'triage', 'edited_at_trusted'], false, 'STA001'],
    ['a last status of unknown kind', ['last', 'triage', 'status'], 'done', 'STA001'],
    ['a last status with an unknown key', ['last', 'triage', 'note'], 'x', 'STA001'],
    ['a last status of unknown content', ['last', 'triage', 'content'], undefined, 'STA001'],
    ['a no where only a yes is written', ['last', 'triage', 'detached_there'], false, 'STA001'],
    ['a null for the last statuses', ['last'], null, 'STA001'],
    ['a key that is no story key', ['stories', '../up'], wire.stories.triage, 'STA001'],
    ['a last status under a key that is none', ['last', 'a\nb'], wire.last.triage, 'STA001'],
    ['a number among the tags', ['stories', 'triage', 'tags'], [1], 'STA001'],
    [
      'a field without values',
      ['record_types', 'Alert', 'definition', 'fields'],
      [{ name: 'a', result_type: 'TEXT' }],
      'STA001',
    ],
  ])('refuses %s with a warning', (_, path, value, code) => {
    expect(parseState(edited(path, value), expected)).toMatchObject({
      ok: false,
      error: { code, severity: 'warning' },
    });
  });

  it.each(['', 'null', '[]', '{"format"', '{"format":"storysync.state/2","format":"storysync.state/2"}'])(
    'refuses %j, which is not a state at all',
    (text) => {
      expect(parseState(text, expected)).toMatchObject({ ok: false, error: { code: 'STA001' } });
    },
  );

  it.each([
    [['stories', 'triage', 'destination_story_id'], 78],
    [['stories', 'triage', 'pushed'], 'sha256:other'],
    [['last', 'triage', 'message'], 'all is well'],
    [['digest'], undefined],
  ])('refuses a change by hand of %j, though every value is of its kind', (path, value) => {
    expect(parseState(editedByHand(path, value), expected)).toMatchObject({
      error: { code: 'STA001', message: expect.stringContaining('changed by hand') },
    });
  });

  it('says where the shape is broken, and never the value', () => {
    const read = parseState(edited(['stories', 'triage', 'tags'], [{ secret: 'hunter2' }]), expected);
    expect(read).toMatchObject({
      error: { message: expect.stringContaining('stories[triage].tags[0] is not a text') },
    });
    expect(JSON.stringify(read)).not.toContain('hunter2');
  });
});
