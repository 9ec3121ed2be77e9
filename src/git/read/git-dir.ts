import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { textOfFile } from '../objects/regular-file.ts';

/** The directories of a git repository. In a linked work tree `gitDir` and `commonDir` differ. */
export type GitDirs = {
  /** Top folder of the work tree. */
  readonly root: string;
  /** Holds this work tree's own HEAD. */
  readonly gitDir: string;
  /** Holds objects, branches and configuration, shared by all work trees. */
  readonly commonDir: string;
};

/** Walks up from a folder to the first one that git would take for a work tree's top. */
export async function findGitDirs(startDir: string): Promise<GitDirs | undefined> {
  for (let root = resolve(startDir); ; root = dirname(root)) {
    const gitDir = await gitDirAt(root);
    if (gitDir !== undefined) return { root, gitDir, commonDir: await commonDirOf(gitDir) };
    if (dirname(root) === root) return undefined;
  }
}

async function gitDirAt(root: string): Promise<string | undefined> {
  const path = join(root, '.git');
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  // A linked work tree or submodule has a file here that names the real directory.
  const text = found.isFile() ? await textOfFile(path) : undefined;
  const link = /^gitdir: (.+?)\r?\n?$/.exec(text ?? '')?.[1];
  const gitDir = link === undefined ? path : resolve(root, link);
  const head = await stat(join(gitDir, 'HEAD')).catch(() => undefined);
  return head?.isFile() === true ? gitDir : undefined;
}

async function commonDirOf(gitDir: string): Promise<string> {
  const text = await textOfFile(join(gitDir, 'commondir'));
  return text === undefined ? gitDir : resolve(gitDir, text.trim());
}
