import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

export type TreeEntry = { readonly mode: string; readonly name: string; readonly id: string };

/** Git's objects as they lie in a git directory, written and read without starting a program for each. */
export function writeObject(gitDir: string, type: 'blob' | 'tree' | 'commit', content: Buffer): string {
  const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const id = createHash('sha1').update(whole).digest('hex');
  const place = placeOf(gitDir, id);
  if (existsSync(place)) return id;
  mkdirSync(join(place, '..'), { recursive: true });
  writeFileSync(place, deflateSync(whole, { level: 1 }));
  return id;
}

/** What an object holds; undefined where it does not lie there by itself. */
function readObject(gitDir: string, id: string): Buffer | undefined {
  const place = placeOf(gitDir, id);
  if (!existsSync(place)) return undefined;
  const whole = inflateSync(readFileSync(place));
  return whole.subarray(whole.indexOf(0) + 1);
}

export function writeTree(gitDir: string, entries: readonly TreeEntry[]): string {
  const lines = entries
    .toSorted((one, other) => Buffer.compare(Buffer.from(sortName(one)), Buffer.from(sortName(other))))
    .map(({ mode, name, id }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]));
  return writeObject(gitDir, 'tree', Buffer.concat(lines));
}

function treeEntries(content: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length; ) {
    const end = content.indexOf(0, at);
    const [mode = '', ...name] = content.toString('utf8', at, end).split(' ');
    entries.push({ mode, name: name.join(' '), id: content.toString('hex', end + 1, end + 21) });
    at = end + 21;
  }
  return entries;
}

/** Git sorts a folder as if its name ended in a slash; in this order an index is sorted as well. */
export function sortName({ mode, name }: Pick<TreeEntry, 'mode' | 'name'>): string {
  return mode === FOLDER ? `${name}/` : name;
}

export const FOLDER = '40000';

export function writeCommit(gitDir: string, tree: string, parents: readonly string[], message: string): string {
  const who = `Test <test@example.com> ${Math.floor(Date.now() / 1000)} +0000`;
  const lines = [`tree ${tree}`, ...parents.map((parent) => `parent ${parent}`), `author ${who}`, `committer ${who}`];
  return writeObject(gitDir, 'commit', Buffer.from(`${lines.join('\n')}\n\n${message}\n`));
}

/** What one folder of a commit holds; without a name, its top. Nothing where there is no commit. */
export function entriesAt(gitDir: string, commit: string | undefined, folder: string): readonly TreeEntry[] {
  if (commit === undefined) return [];
  const top = treeEntries(objectIn(gitDir, objectIn(gitDir, commit).toString('latin1', 5, 45)));
  if (folder === '') return top;
  const found = top.find(({ name }) => name === folder);
  return found === undefined ? [] : treeEntries(objectIn(gitDir, found.id));
}

export function objectIn(gitDir: string, id: string): Buffer {
  const content = readObject(gitDir, id);
  if (content === undefined) throw new Error(`object ${id} is not here, or packed`);
  return content;
}

/** The commit that a branch is at; undefined where it has no file of its own. */
export function branchHead(gitDir: string, branch: string): string | undefined {
  const ref = refPath(gitDir, branch);
  return existsSync(ref) ? readFileSync(ref, 'utf8').trim() : undefined;
}

/** The commit that is checked out; undefined where only git can say. */
export function headOf(gitDir: string): string | undefined {
  const head = join(gitDir, 'HEAD');
  const text = existsSync(head) ? readFileSync(head, 'utf8').trim() : '';
  if (/^[0-9a-f]{40}$/.test(text)) return text;
  return text.startsWith('ref: refs/heads/') ? branchHead(gitDir, text.slice('ref: refs/heads/'.length)) : undefined;
}

export function setBranch(gitDir: string, branch: string, commit: string): void {
  setRef(gitDir, `refs/heads/${branch}`, commit);
}

export function setRef(gitDir: string, ref: string, commit: string): void {
  const path = join(gitDir, ref);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `${commit}\n`);
}

export function addRemote(gitDir: string, name: string, url: string): void {
  const fetch = `+refs/heads/*:refs/remotes/${name}/*`;
  appendFileSync(join(gitDir, 'config'), `[remote "${name}"]\n\turl = ${url}\n\tfetch = ${fetch}\n`);
}

function refPath(gitDir: string, branch: string): string {
  return join(gitDir, 'refs/heads', branch);
}

function placeOf(gitDir: string, id: string): string {
  return join(gitDir, 'objects', id.slice(0, 2), id.slice(2));
}
