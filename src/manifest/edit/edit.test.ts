import { describe, expect, it } from 'vitest';
import { detach, edit, fields, HEAD, one, reattach } from '../../../test/support/example-edit.ts';
import { editManifest } from './edit.ts';

describe('several edits at once', () => {
  const entry = (key: string) => `${key}: { reason: x }`;

  it('take neighbours out of the same braces', () => {
    const all = one(`\n    detached: { ${['a', 'b', 'c'].map(entry).join(', ')} }\n`);
    for (const kept of ['a', 'b', 'c']) {
      const gone = ['a', 'b', 'c'].filter((key) => key !== kept);
      expect(edit(all, ...gone.map((key) => reattach('c', key)))).toBe(one(`\n    detached: { ${entry(kept)} }\n`));
    }
  });

  it('of one story end with the last one', () => {
    const before = one(`\n    detached: { ${entry('a')} }\n`);
    expect(edit(before, reattach('c', 'a'), detach('c', 'a', { reason: 'x' }))).toBe(before);
    expect(edit(before, detach('c', 'a', { reason: 'y' }), reattach('c', 'a'))).toBe(one('\n'));
  });
});

describe('adding stories', () => {
  const stories = [
    { key: 'new', id: 7 },
    { key: '12', id: 8 },
  ];
  const manifest = (text: string) => `version: 1\n${text}\n# end\ndestinations: {}\n`;

  it.each([
    [
      'to braces',
      'stories: { a: { id: 1 } } # all',
      'stories: { a: { id: 1 }, new: { id: 7 }, "12": { id: 8 } } # all',
    ],
    ['to a block', 'stories:\n  a: { id: 1 } # 1', 'stories:\n  a: { id: 1 } # 1\n  new: { id: 7 }\n  "12": { id: 8 }'],
    ['to blocks', 'stories:\n  a:\n    id: 1', 'stories:\n  a:\n    id: 1\n  new:\n    id: 7\n  "12":\n    id: 8'],
    ['to none', 'stories: {}', 'stories:\n  new: { id: 7 }\n  "12": { id: 8 }'],
  ])('%s puts them behind the last one, written alike', (_name, before, after) => {
    expect(edit(manifest(before), { kind: 'add_stories', stories })).toBe(manifest(after));
  });

  it('refuses a key or an id that is taken, also by another new one', () => {
    const twice = [{ key: 'a', id: 7 }, ...stories, { key: 'b', id: 8 }];
    expect(edit(manifest('stories: { a: { id: 1 } }'), { kind: 'add_stories', stories: twice })).toBe(
      [
        'RUN017 2:12 the catalogue has the key "a" already; give the new story another key, or leave it out',
        'RUN017 undefined:undefined the catalogue has the id 7 already; give the new story another key, or leave it out',
        'RUN017 undefined:undefined the catalogue has the id 8 already; give the new story another key, or leave it out',
      ].join('\n'),
    );
  });
});

describe('an edit is refused', () => {
  const text = `${HEAD}  c:\n    ${fields(1, 'a, b')}\n`;

  it.each([
    [detach('cc', 'a'), 'RUN011 undefined:undefined the manifest has no destination "cc"; did you mean "c"?'],
    [detach('c', 'zzzzz'), 'RUN011 undefined:undefined the manifest has no story "zzzzz"; correct the name'],
    [
      detach('c', 'c'),
      'RUN011 4:3 destination "c" does not subscribe to "c"; only what stands in its "stories" can be detached or reattached',
    ],
    [
      reattach('c', 'a'),
      'RUN012 8:15 "a" is not detached at destination "c" by the manifest; if "storysync plan" calls it detached, remove the tag "detached-from-sync" at the destination',
    ],
  ])('%j', (wanted, refusal) => {
    expect(edit(text, wanted)).toBe(refusal);
  });

  it('in a layout that would drag something else along, with what to write by hand', () => {
    const shared = one('\n    detached: { a: { reason: &why x }, b: { reason: *why } }\n');
    expect(edit(shared, reattach('c', 'a'))).toBe(
      'RUN013 4:3 the manifest is written in a way that storysync cannot edit without touching anything else; ' +
        'nothing was changed; write by hand in destination "c": detached: { b: { reason: x } }',
    );
  });

  it('that would change anything else by where it stands', () => {
    const kept = one('\n    labels:\n      ring: |+\n        late\n\n');
    expect(edit(kept, detach('c', 'a'))).toMatch(/^RUN013 4:3 /);
  });

  it('with the problems of a manifest that is wrong already', () => {
    const bytes = new TextEncoder().encode(text.replace('version: 1', 'version: 2'));
    const result = editManifest({ file: 'sync.yaml', bytes }, [detach('c', 'a')], { today: '2026-11-22' });
    expect(result).toMatchObject({ ok: false, error: [{ code: 'MAN018' }] });
  });
});
