import { Errors } from 'isomorphic-git';
import { expect, it } from 'vitest';
import type { CommitFacts } from '../objects/object-text.ts';
import { baseTrailers, chooseBase, type Tips } from './branch-base.ts';

const AUTHOR = { name: 'A', email: 'a@example.com', timestamp: 0 };

/** Commits by name: their parents, and whether we made them. Each is a day younger than the one before. */
const HISTORY: { readonly [oid: string]: readonly [parents: readonly string[], by: 'us' | 'person'] } = {
  root: [[], 'person'],
  main: [['root'], 'person'],
  ours: [['root'], 'us'],
  onOurs: [['ours'], 'person'],
  later: [['onOurs'], 'person'],
  other: [['ours'], 'person'],
  merge: [['main', 'onOurs'], 'person'],
  mergeWithOurWords: [['main', 'other'], 'us'],
  shallow: [['not here'], 'person'],
};
const DAY_MS = 86_400_000;

const objects = {
  commit: async (oid: string): Promise<CommitFacts> => {
    const found = HISTORY[oid];
    if (found === undefined) throw new Errors.NotFoundError(oid);
    const [parents, by] = found;
    const message = by === 'us' ? `Export a\n\n${baseTrailers(parents[0] ?? '', `tree of ${oid}`)}` : 'by hand\n';
    const time = new Date(Object.keys(HISTORY).indexOf(oid) * 3 * DAY_MS).toISOString();
    return { tree: `tree of ${oid}`, parents, message, time, author: AUTHOR };
  },
};

it.each<[string, Partial<Tips>, object]>([
  ['at HEAD where there is no such branch', {}, { parent: 'main', tip: undefined }],
  ['at HEAD in the place of our own commit', { local: 'ours' }, { parent: 'main', tip: 'ours' }],
  ['on top of a person', { local: 'onOurs' }, { parent: 'onOurs', tip: 'onOurs' }],
  ['on top of a merge, whatever its message says', { local: 'mergeWithOurWords' }, { parent: 'mergeWithOurWords' }],
  ['at HEAD where the branch was merged', { head: 'merge', local: 'onOurs' }, { parent: 'merge', tip: 'onOurs' }],
  ['on the remote alone', { remote: 'onOurs' }, { parent: 'onOurs', tip: 'onOurs' }],
  ['on the remote, which is ahead of a person here', { local: 'onOurs', remote: 'later' }, { parent: 'later' }],
  ['on the remote, where ours is all that is here', { local: 'ours', remote: 'main' }, { tip: 'main' }],
  ['here, where a person is ahead of the remote', { local: 'later', remote: 'onOurs' }, { parent: 'later' }],
  ['here, where the remote has only ours', { head: 'root', local: 'main', remote: 'ours' }, { tip: 'main' }],
  ['nowhere, where people went two ways', { local: 'later', remote: 'other' }, { kind: 'diverged' }],
  ['nowhere, where the history ends too early to tell', { local: 'later', remote: 'shallow' }, { kind: 'diverged' }],
])('a commit starts %s', async (_, tips, expected) => {
  const base = await chooseBase(objects, { head: 'main', local: undefined, remote: undefined, ...tips });
  expect(base).toMatchObject({ kind: 'base', ...expected });
});
