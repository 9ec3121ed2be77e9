import { join } from 'node:path';
import { canonicalJson, contentHash } from '../../src/json/canonical.ts';
import type { JsonObject } from '../../src/json/value.ts';
import {
  branchHead,
  entriesAt,
  FOLDER,
  objectIn,
  setBranch,
  type TreeEntry,
  writeCommit,
  writeObject,
  writeTree,
} from './git-objects.ts';
import type { Rig } from './rig.ts';

const BRANCH = 'storysync/state';

/** The recorded state of a destination, as it is on the state branch. */
export function stateText(rig: Rig, destination: string): string {
  const found = entriesOf(rig, FILES).find(({ name }) => name === fileOf(destination));
  if (found === undefined) throw new Error(`nothing is remembered of ${destination}`);
  return objectIn(gitDirOf(rig), found.id).toString('utf8');
}

export function stateOf(rig: Rig, destination: string): JsonObject & { readonly stories: Record<string, JsonObject> } {
  return JSON.parse(stateText(rig, destination)) as JsonObject & { readonly stories: Record<string, JsonObject> };
}

export function hasState(rig: Rig): boolean {
  return branchHead(gitDirOf(rig), BRANCH) !== undefined;
}

/** Forgets everything, as somebody may who tidies up. */
export function dropState(rig: Rig): void {
  if (hasState(rig)) rig.git('branch', '-D', BRANCH);
}

/** Long enough to be one. */
export const STATE_KEY = 'a-state-key-for-tests-of-32-chars-and-more';

/** From now on this repository's runs have it; or none, with null. */
export function giveStateKey(rig: Rig, key: string | null = STATE_KEY): void {
  rig.environment.STORYSYNC_STATE_KEY = key ?? undefined;
}

/** As somebody does who knows the format: the digest fits what the text says now. */
export function signed(text: string): string {
  const { digest: _, ...content } = JSON.parse(text) as JsonObject;
  return canonicalJson({ ...content, digest: contentHash(content) });
}

/** Puts a text in the place of a destination's state in a commit on top, as a push may; without a text takes it away. */
export function pushState(rig: Rig, destination: string, text: string | undefined): void {
  const name = fileOf(destination);
  const others = entriesOf(rig, FILES).filter((entry) => entry.name !== name);
  putState(rig, text === undefined ? others : [...others, blobOf(rig, name, text)], entriesOf(rig, ''), 'pushed');
}

/** Puts a text in the place of a destination's state, as it is; nothing else stays. */
export function forgeState(rig: Rig, destination: string, text: string): void {
  putState(rig, [blobOf(rig, fileOf(destination), text)], undefined, 'forged');
}

/** What scheduled plans have told, as it is on the state branch. */
export function toldIn(rig: Rig): JsonObject {
  const found = entriesOf(rig, '').find(({ name }) => name === TOLD);
  if (found === undefined) throw new Error('nothing was told');
  return JSON.parse(objectIn(gitDirOf(rig), found.id).toString('utf8')) as JsonObject;
}

/** Puts a text in its place, as a push may; without a text takes it away. */
export function pushTold(rig: Rig, text: string | undefined): void {
  const beside = entriesOf(rig, '').filter(({ name }) => name !== TOLD);
  const told = text === undefined ? [] : [blobOf(rig, TOLD, text)];
  putState(rig, entriesOf(rig, FILES), [...beside, ...told], 'pushed');
}

const TOLD = 'told.json';

const FILES = 'destinations';

function fileOf(destination: string): string {
  return `${destination}.json`;
}

function blobOf(rig: Rig, name: string, text: string): TreeEntry {
  return { mode: '100644', name, id: writeObject(gitDirOf(rig), 'blob', Buffer.from(text)) };
}

/** A commit whose `destinations` holds these files: on top of the branch, with what else is there; or on nothing. */
function putState(
  rig: Rig,
  files: readonly TreeEntry[],
  beside: readonly TreeEntry[] | undefined,
  message: string,
): void {
  const gitDir = gitDirOf(rig);
  const folder = files.length === 0 ? [] : [{ mode: FOLDER, name: FILES, id: writeTree(gitDir, files) }];
  const tree = writeTree(gitDir, [...(beside ?? []).filter(({ name }) => name !== FILES), ...folder]);
  const parent = beside === undefined ? undefined : branchHead(gitDir, BRANCH);
  setBranch(gitDir, BRANCH, writeCommit(gitDir, tree, parent === undefined ? [] : [parent], message));
}

function entriesOf(rig: Rig, folder: string): readonly TreeEntry[] {
  return entriesAt(gitDirOf(rig), branchHead(gitDirOf(rig), BRANCH), folder);
}

function gitDirOf({ dir }: Rig): string {
  return join(dir, '.git');
}
