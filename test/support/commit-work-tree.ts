import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  branchHead,
  FOLDER,
  setBranch,
  sortName,
  type TreeEntry,
  writeCommit,
  writeObject,
  writeTree,
} from './git-objects.ts';

type IndexEntry = { readonly mode: string; readonly path: string; readonly id: string };

/** Files under which only git itself knows what a commit of everything holds. */
const FOR_GIT: ReadonlySet<string> = new Set(['.git', '.gitignore', '.gitattributes', '.gitmodules']);

/**
 * A commit of all files on top of `main`, as `git add --all` and `git commit --allow-empty` make it, without starting two
 * programs for each test. Gives its name; undefined where it is not as simple as that, and nothing was done.
 */
export function commitWorkTree(dir: string, message: string): string | undefined {
  if (!isPlain(dir)) return undefined;
  const gitDir = join(dir, '.git');
  const index: IndexEntry[] = [];
  const tree = writeFolder(dir, '', index);
  if (tree === undefined) return undefined;
  const parent = branchHead(gitDir, 'main');
  const commit = writeCommit(gitDir, tree, parent === undefined ? [] : [parent], message);
  setBranch(gitDir, 'main', commit);
  writeFileSync(join(gitDir, 'index'), indexOf(index));
  return commit;
}

/** On `main`, with nothing under way and no setting by which git would keep other bytes than the files have. */
function isPlain(dir: string): boolean {
  const has = (name: string): boolean => existsSync(join(dir, '.git', name));
  if (!has('HEAD') || ['hooks', 'packed-refs', 'MERGE_HEAD', 'info/exclude', 'info/sparse-checkout'].some(has))
    return false;
  if (readFileSync(join(dir, '.git/HEAD'), 'utf8') !== 'ref: refs/heads/main\n') return false;
  return !/autocrlf = (?!false)|eol|extensions|filter|hookspath|worktree/i.test(
    readFileSync(join(dir, '.git/config'), 'utf8'),
  );
}

function writeFolder(dir: string, folder: string, index: IndexEntry[]): string | undefined {
  const found = readdirSync(join(dir, folder)).filter((name) => folder !== '' || name !== '.git');
  if (found.some((name) => FOR_GIT.has(name))) return undefined;
  const entries: TreeEntry[] = [];
  const placed = found.map((name) => ({ name, mode: modeOf(join(dir, folder, name)) }));
  for (const { name, mode } of placed.toSorted((a, b) => (sortName(a) < sortName(b) ? -1 : 1))) {
    const path = `${folder}${name}`;
    const file = join(dir, path);
    const id =
      mode === FOLDER
        ? writeFolder(dir, `${path}/`, index)
        : writeObject(join(dir, '.git'), 'blob', contentOf(file, mode));
    if (id === undefined) return undefined;
    if (mode !== FOLDER) index.push({ mode, path, id });
    else if (!index.some((entry) => entry.path.startsWith(`${path}/`))) continue; // Git keeps no empty folder.
    entries.push({ mode, name, id });
  }
  return writeTree(join(dir, '.git'), entries);
}

function modeOf(file: string): string {
  const stat = lstatSync(file);
  if (stat.isDirectory()) return FOLDER;
  if (stat.isSymbolicLink()) return '120000';
  return stat.mode & 0o100 ? '100755' : '100644';
}

function contentOf(file: string, mode: string): Buffer {
  return mode === '120000' ? readlinkSync(file, 'buffer') : readFileSync(file);
}

/** Version 2, without what `stat` says of a file: git then looks at the file itself. */
function indexOf(unsorted: readonly IndexEntry[]): Buffer {
  const entries = unsorted.toSorted((one, other) => Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)));
  const header = Buffer.alloc(12);
  header.write('DIRC');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(entries.length, 8);
  const body = entries.map(({ mode, path, id }) => {
    const name = Buffer.from(path);
    const entry = Buffer.alloc(Math.floor((62 + name.length + 8) / 8) * 8);
    entry.writeUInt32BE(Number.parseInt(mode, 8), 24);
    entry.write(id, 40, 'hex');
    entry.writeUInt16BE(Math.min(name.length, 0xfff), 60);
    name.copy(entry, 62);
    return entry;
  });
  const whole = Buffer.concat([header, ...body]);
  return Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
}
