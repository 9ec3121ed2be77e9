import { Buffer } from 'node:buffer';
import type { TreeEntry } from 'isomorphic-git';
import type { Author } from './author.ts';

export type { TreeEntry } from 'isomorphic-git';

/** What we ask of a commit. */
export type CommitFacts = {
  readonly tree: string;
  /** The first is the branch that was merged into. */
  readonly parents: readonly string[];
  /** When it came to be in this form (the committer's time), ISO. */
  readonly time: string;
  readonly author: Author & Seconds;
  readonly message: string;
};

/** Since 1970, as git counts. */
export type Seconds = { readonly timestamp: number };

/** Reads a commit. Its message may hold lines as its header has them, so of the header nothing after the first empty line counts. */
export function parseCommit(content: Buffer): CommitFacts {
  const header = headerOf(content);
  const tree = /^tree ([0-9a-f]{40})$/m.exec(header)?.[1];
  const [, name = '', email = '', written] = PERSON.exec(lineOf(header, 'author ')) ?? [];
  const seconds = TIME.exec(lineOf(header, 'committer '))?.[1];
  if (tree === undefined) throw damaged('a commit without a tree');
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? '');
  const author = { name, email, timestamp: Number(written ?? 0) };
  return { tree, parents, time: isoTime(Number(seconds ?? 0)), author, message: messageOf(content) };
}

const PERSON = /^([^<]*?) ?<([^>]*)> (-?[0-9]+) [+-][0-9]+$/;
const TIME = / (-?[0-9]+) [+-][0-9]+$/;

/** What stands behind a word at the start of a line. */
function lineOf(header: string, word: string): string {
  const line = header.split('\n').find((each) => each.startsWith(word));
  return line?.slice(word.length) ?? '';
}

/** The id of what an annotated tag names. */
export function parseTag(content: Buffer): string {
  const oid = /^object ([0-9a-f]{40})$/m.exec(headerOf(content))?.[1];
  if (oid === undefined) throw damaged('a tag that names nothing');
  return oid;
}

/** An entry of a folder, where the next one begins, and the bytes of its name and those that git sorts it by. */
export type PlacedEntry = {
  readonly entry: TreeEntry;
  readonly end: number;
  readonly name: Buffer;
  readonly sortsAs: Buffer;
};

const SLASH = Buffer.from('/');

/** The entry that begins there; undefined at the folder's end. */
export function entryAt(folder: Buffer, at: number): PlacedEntry | undefined {
  if (at >= folder.length) return undefined;
  const space = folder.indexOf(0x20, at);
  const end = folder.indexOf(0, space);
  if (space === -1 || end === -1 || end + 21 > folder.length) throw damaged('a folder that is cut off');
  const mode = folder.toString('latin1', at, space).padStart(6, '0');
  const type = typeOf(mode);
  const name = folder.subarray(space + 1, end);
  return {
    entry: { mode, path: nameOf(name), oid: folder.toString('hex', end + 1, end + 21), type },
    end: end + 21,
    name,
    sortsAs: sortsAs(name, type),
  };
}

/** Reads a folder. The library's own reading sorts and checks each name, which costs more than all the rest. */
export function parseTree(folder: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let next = entryAt(folder, 0); next !== undefined; next = entryAt(folder, next.end)) entries.push(next.entry);
  return entries;
}

/**
 * A folder with these entries put in, or in the place of what had their names. All others keep every byte: the library
 * would write a name that is no UTF-8 anew, and so rename the file.
 */
export function withEntries(folder: Buffer, entries: readonly TreeEntry[]): Buffer {
  const fresh = entries.map(({ mode, path, oid, type }) => {
    const name = Buffer.from(path, 'utf8');
    const bytes = Buffer.concat([Buffer.from(`${mode.replace(/^0+/, '')} `), name, NUL, Buffer.from(oid, 'hex')]);
    return { name, sortsAs: sortsAs(name, type), bytes };
  });
  const replaced = new Set(fresh.map(({ name }) => name.toString('latin1')));
  const pieces: { readonly sortsAs: Buffer; readonly bytes: Buffer }[] = fresh;
  for (let at = 0, next = entryAt(folder, at); next !== undefined; at = next.end, next = entryAt(folder, at)) {
    if (!replaced.has(next.name.toString('latin1'))) {
      pieces.push({ sortsAs: next.sortsAs, bytes: folder.subarray(at, next.end) });
    }
  }
  return Buffer.concat(pieces.toSorted((a, b) => a.sortsAs.compare(b.sortsAs)).map(({ bytes }) => bytes));
}

const NUL = Buffer.alloc(1);

/** A folder stands where its name with a slash behind it would. */
function sortsAs(name: Buffer, type: TreeEntry['type']): Buffer {
  return type === 'tree' ? Buffer.concat([name, SLASH]) : name;
}

/** Names are bytes to git. What is no UTF-8 is kept apart byte by byte, so that two such names never look the same. */
function nameOf(bytes: Buffer): string {
  const name = bytes.toString('utf8');
  return name.includes('\uFFFD') ? bytes.toString('latin1') : name;
}

function typeOf(mode: string): TreeEntry['type'] {
  if (mode === '040000') return 'tree';
  return mode === '160000' ? 'commit' : 'blob';
}

function headerOf(content: Buffer): string {
  const end = content.indexOf('\n\n');
  return content.toString('utf8', 0, end === -1 ? content.length : end);
}

function messageOf(content: Buffer): string {
  const end = content.indexOf('\n\n');
  return end === -1 ? '' : content.toString('utf8', end + 2);
}

/** Commits with a nonsense date exist; they are no reason to stop. */
function isoTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString();
}

/** With a code, like every failure of git's storage. */
function damaged(what: string): Error {
  return Object.assign(new Error(`the object store holds ${what}`), { code: 'DamagedObject' });
}
