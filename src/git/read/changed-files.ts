import { posix } from 'node:path';
import type { Result } from '../../diagnostics/result.ts';
import { byTextOf } from '../../model/text/order.ts';
import type { TreeEntry } from '../objects/object-text.ts';
import { type ObjectRefusal, readingObjects } from '../objects/objects.ts';
import type { Repository } from './repository.ts';
import { differencesBetween, type TreeChange } from './tree-difference.ts';

export type ChangedFile = {
  readonly path: string;
  /** `rename`: the very same content under another name. A file that was changed as well is removed and added. */
  readonly change: 'add' | 'update' | 'remove' | 'rename';
  /** What stands there now, or stood there before it was removed. */
  readonly kind: 'file' | 'symlink' | 'submodule';
  /** The old path of a rename. */
  readonly from?: string;
};

/**
 * The files that differ between two commits, sorted by path, by their ids alone: no content is read, and a folder that
 * is the same on both sides is not entered. Without `from` everything is new. `under` is a file or a folder.
 */
export async function changedBetween(
  { objects }: Pick<Repository, 'objects'>,
  from: string | undefined,
  to: string,
  { under = '.' }: { readonly under?: string } = {},
): Promise<Result<readonly ChangedFile[], ObjectRefusal>> {
  const scope = posix.normalize(under).replace(/\/$/, '');
  return readingObjects(async () => {
    const before = from === undefined ? undefined : (await objects.commit(from)).tree;
    const { tree } = await objects.commit(to);
    const walk = { read: (oid: string) => objects.folder(oid), asks: (path: string) => isInScope(path, scope) };
    const found = await differencesBetween(before, tree, walk);
    return withRenames(found.toSorted(byTextOf(({ path }) => path)));
  });
}

function isInScope(path: string, scope: string): boolean {
  return scope === '.' || path === scope || path.startsWith(`${scope}/`) || scope.startsWith(`${path}/`);
}

/** A file that vanished and one of the same content that appeared are one file; one that kept its own name goes first. */
function withRenames(differences: readonly TreeChange[]): readonly ChangedFile[] {
  const gone = differences.filter(({ is }) => is === undefined);
  const fresh = differences.filter(({ was }) => was === undefined);
  const freshByContent = Map.groupBy(fresh, ({ is }) => contentOf(is));
  const sources = new Map<TreeChange, TreeChange>();
  const moved = new Set<TreeChange>();
  for (const matches of [sameName, () => true]) {
    for (const old of gone.filter((each) => !moved.has(each))) {
      const target = freshByContent
        .get(contentOf(old.was))
        ?.find((each) => !sources.has(each) && each.is?.type === 'blob' && matches(each, old));
      if (target === undefined) continue;
      sources.set(target, old);
      moved.add(old);
    }
  }
  return differences
    .filter((each) => !moved.has(each))
    .map((each) => {
      const source = sources.get(each);
      const kind = kindOf(each.is ?? each.was);
      if (source) return { path: each.path, change: 'rename', kind, from: source.path };
      return { path: each.path, change: each.was ? (each.is ? 'update' : 'remove') : 'add', kind };
    });
}

function sameName(one: TreeChange, other: TreeChange): boolean {
  return posix.basename(one.path) === posix.basename(other.path);
}

function contentOf(entry: TreeEntry | undefined): string {
  return `${kindOf(entry)} ${entry?.oid ?? ''}`;
}

function kindOf(entry: TreeEntry | undefined): ChangedFile['kind'] {
  if (entry?.type === 'commit') return 'submodule';
  return entry?.mode === '120000' ? 'symlink' : 'file';
}
