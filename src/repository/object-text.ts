import { Buffer } from 'node:buffer';
import type { TreeEntry } from 'isomorphic-git';

export type { TreeEntry } from 'isomorphic-git';

/** What we ask of a commit. */
export type CommitFacts = {
  readonly tree: string;
  /** The first is the branch that was merged into. */
  readonly parents: readonly string[];
  /** When it came to be in this form (the committer's time), ISO. */
  readonly time: string;
};

/** Reads a commit's header. Its message may hold lines of the same form, so nothing after the first empty line counts. */
export function parseCommit(content: Buffer): CommitFacts {
  const header = headerOf(content);
  const tree = /^tree ([0-9a-f]{40})$/m.exec(header)?.[1];
  const seconds = /^committer .* (-?[0-9]+) [+-][0-9]+$/m.exec(header)?.[1];
  if (tree === undefined) throw damaged('a commit without a tree');
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? '');
  return { tree, parents, time: isoTime(Number(seconds ?? 0)) };
}

/** The id of what an annotated tag names. */
export function parseTag(content: Buffer): string {
  const oid = /^object ([0-9a-f]{40})$/m.exec(headerOf(content))?.[1];
  if (oid === undefined) throw damaged('a tag that names nothing');
  return oid;
}

/** An entry of a folder, where the next one begins, and the bytes that git sorts it by. */
export type PlacedEntry = { readonly entry: TreeEntry; readonly end: number; readonly sortsAs: Buffer };

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
    sortsAs: type === 'tree' ? Buffer.concat([name, SLASH]) : name,
  };
}

/** Reads a folder. The library's own reading sorts and checks each name, which costs more than all the rest. */
export function parseTree(folder: Buffer): readonly TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let next = entryAt(folder, 0); next !== undefined; next = entryAt(folder, next.end)) entries.push(next.entry);
  return entries;
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

/** Commits with a nonsense date exist; they are no reason to stop. */
function isoTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString();
}

/** With a code, like every failure of git's storage. */
function damaged(what: string): Error {
  return Object.assign(new Error(`the object store holds ${what}`), { code: 'DamagedObject' });
}
