import { posix } from 'node:path';
import type { Result } from '../diagnostics/result.ts';
import type { TreeEntry } from './object-text.ts';
import { type ObjectRefusal, readingObjects } from './objects.ts';
import type { Repository } from './repository.ts';

export type ChangedFile = {
  readonly path: string;
  /** `rename`: the very same content under another name. A file that was changed as well is removed and added. */
  readonly change: 'add' | 'update' | 'remove' | 'rename';
  /** What stands there now, or stood there before it was removed. */
  readonly kind: 'file' | 'symlink' | 'submodule';
  /** The old path of a rename. */
  readonly from?: string;
};

type Difference = { readonly path: string; readonly was?: TreeEntry; readonly is?: TreeEntry };

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
  const found: Difference[] = [];

  const compare = async (was: string | undefined, is: string | undefined, folder: string): Promise<void> => {
    if (was === is) return;
    const [before, after] = await Promise.all([folderOf(was), folderOf(is)]);
    for (const name of new Set([...before.keys(), ...after.keys()])) {
      const path = folder + name;
      if (!isInScope(path, scope)) continue;
      const [old, now] = [before.get(name), after.get(name)];
      if (old?.oid === now?.oid && old?.mode === now?.mode) continue;
      await compare(treeId(old), treeId(now), `${path}/`);
      const difference = { path, ...leaf('was', old), ...leaf('is', now) };
      if (difference.was || difference.is) found.push(difference);
    }
  };
  const folderOf = async (tree: string | undefined): Promise<ReadonlyMap<string, TreeEntry>> =>
    new Map(tree === undefined ? [] : (await objects.tree(tree)).map((entry) => [entry.path, entry]));

  return readingObjects(async () => {
    const before = from === undefined ? undefined : (await objects.commit(from)).tree;
    await compare(before, (await objects.commit(to)).tree, '');
    return withRenames(found.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
  });
}

function isInScope(path: string, scope: string): boolean {
  return scope === '.' || path === scope || path.startsWith(`${scope}/`) || scope.startsWith(`${path}/`);
}

function treeId(entry: TreeEntry | undefined): string | undefined {
  return entry?.type === 'tree' ? entry.oid : undefined;
}

function leaf<Side extends string>(side: Side, entry: TreeEntry | undefined): { readonly [side in Side]?: TreeEntry } {
  return entry === undefined || entry.type === 'tree' ? {} : ({ [side]: entry } as { [side in Side]: TreeEntry });
}

/** A file that vanished and one of the same content that appeared are one file; one that kept its own name goes first. */
function withRenames(differences: readonly Difference[]): readonly ChangedFile[] {
  const gone = differences.filter(({ is }) => is === undefined);
  const fresh = differences.filter(({ was }) => was === undefined);
  const freshByContent = Map.groupBy(fresh, ({ is }) => contentOf(is));
  const sources = new Map<Difference, Difference>();
  const moved = new Set<Difference>();
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

function sameName(one: Difference, other: Difference): boolean {
  return posix.basename(one.path) === posix.basename(other.path);
}

function contentOf(entry: TreeEntry | undefined): string {
  return `${kindOf(entry)} ${entry?.oid ?? ''}`;
}

function kindOf(entry: TreeEntry | undefined): ChangedFile['kind'] {
  if (entry?.type === 'commit') return 'submodule';
  return entry?.mode === '120000' ? 'symlink' : 'file';
}
