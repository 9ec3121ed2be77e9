import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

type IndexEntry = { readonly path: string; readonly id: Buffer };

/**
 * The first commit of a repository that holds plain files only, as `git add --all` and `git commit` make it, without
 * starting two programs for each test. Gives its name.
 */
export function makeFirstCommit(dir: string, message: string): string {
  const index: IndexEntry[] = [];
  const tree = writeTree(dir, '', index);
  const who = `Test <test@example.com> ${Math.floor(Date.now() / 1000)} +0000`;
  const text = `tree ${tree.toString('hex')}\nauthor ${who}\ncommitter ${who}\n\n${message}\n`;
  const commit = writeObject(dir, 'commit', Buffer.from(text)).toString('hex');
  writeFileSync(join(dir, '.git/refs/heads/main'), `${commit}\n`);
  writeFileSync(join(dir, '.git/index'), indexOf(index));
  return commit;
}

function writeTree(dir: string, folder: string, index: IndexEntry[]): Buffer {
  // Git sorts a folder as if its name ended in a slash; in this order the index is sorted as well.
  const entries = readdirSync(join(dir, folder), { withFileTypes: true })
    .filter(({ name }) => name !== '.git')
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((one, other) => Buffer.compare(Buffer.from(sortName(one)), Buffer.from(sortName(other))));
  const lines = entries.map(({ name, isFolder }) => {
    const path = `${folder}${name}`;
    const id = isFolder ? writeTree(dir, `${path}/`, index) : writeObject(dir, 'blob', readFileSync(join(dir, path)));
    if (!isFolder) index.push({ path, id });
    return Buffer.concat([Buffer.from(`${isFolder ? '40000' : '100644'} ${name}\0`), id]);
  });
  return writeObject(dir, 'tree', Buffer.concat(lines));
}

function sortName({ name, isFolder }: { readonly name: string; readonly isFolder: boolean }): string {
  return isFolder ? `${name}/` : name;
}

function writeObject(dir: string, type: string, content: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const id = createHash('sha1').update(whole).digest();
  const name = id.toString('hex');
  mkdirSync(join(dir, '.git/objects', name.slice(0, 2)), { recursive: true });
  writeFileSync(join(dir, '.git/objects', name.slice(0, 2), name.slice(2)), deflateSync(whole, { level: 1 }));
  return id;
}

/** Version 2, without what `stat` says of a file: git then looks at the file itself. */
function indexOf(entries: readonly IndexEntry[]): Buffer {
  const header = Buffer.alloc(12);
  header.write('DIRC');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(entries.length, 8);
  const body = entries.map(({ path, id }) => {
    const name = Buffer.from(path);
    const entry = Buffer.alloc(Math.floor((62 + name.length + 8) / 8) * 8);
    entry.writeUInt32BE(0o100644, 24);
    id.copy(entry, 40);
    entry.writeUInt16BE(Math.min(name.length, 0xfff), 60);
    name.copy(entry, 62);
    return entry;
  });
  const whole = Buffer.concat([header, ...body]);
  return Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
}
