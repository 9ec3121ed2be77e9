import { glob, lstat, realpath } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { systemCode } from '../diagnostics/system-code.ts';
import { readRegularFile } from '../git/objects/regular-file.ts';
import { byTextOf } from '../model/text/order.ts';

/** A file as somebody asked for it, and where it is. */
export type MatchedFile = {
  /** For people: as it was given, or as the glob found it. */
  readonly name: string;
  readonly path: string;
  /** The folder that was named, as against what was found below it. Absolute. */
  readonly base: string;
};

/** What paths and globs come to: each file once, in order of its place; undefined where they are more than `most`. */
export async function matchFiles(
  directory: string,
  patterns: readonly string[],
  most: number,
): Promise<readonly MatchedFile[] | undefined> {
  const found = new Map<string, MatchedFile>();
  for (const pattern of patterns) {
    for await (const path of pathsOf(directory, pattern)) {
      const base = isGlob(pattern) ? resolve(directory, fixedPart(pattern)) : dirname(path);
      if (!found.has(path)) found.set(path, { name: shown(directory, path), path, base });
      if (found.size > most) return undefined;
    }
  }
  return [...found.values()].toSorted(byTextOf(({ path }) => path));
}

/** A file may be called as a glob is written. */
async function* pathsOf(directory: string, pattern: string): AsyncGenerator<string> {
  const path = resolve(directory, pattern);
  if (!isGlob(pattern) || (await exists(path))) {
    yield path;
    return;
  }
  for await (const entry of glob(pattern, { cwd: directory, withFileTypes: true })) {
    if (!entry.isDirectory()) yield join(entry.parentPath, entry.name);
  }
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}]/.test(pattern);
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The folders of a glob that are named as they are. */
function fixedPart(pattern: string): string {
  const steps = pattern.split(/[\\/]/);
  const first = steps.findIndex(isGlob);
  return steps.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

function shown(directory: string, path: string): string {
  const way = relative(directory, path);
  return way === '' || way.startsWith('..') ? path : way;
}

/** The text of a regular file below its base, reached by no link: what was unpacked may hold some. Else why not, in a few words. */
export async function readMatchedFile({ path, base }: MatchedFile, mostBytes: number): Promise<Result<string, string>> {
  try {
    const real = await realpath(path);
    if (real !== join(await realpath(base), relative(base, path))) return fail('it is reached by a symbolic link');
    const read = await readRegularFile(real, { mostBytes, followLinks: false });
    if (read.ok) return ok(read.value.toString('utf8'));
    return fail(read.error.kind === 'not_a_file' ? 'it is not a regular file' : 'it is too large');
  } catch (error) {
    const code = systemCode(error);
    return fail(code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`);
  }
}
