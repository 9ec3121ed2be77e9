import { join } from 'node:path';
import { readRegularFile } from '../objects/regular-file.ts';

const OID = /^[0-9a-f]{40}$/;

/** The commit that a full ref name (`refs/heads/main`) stands for; undefined when there is no such ref. */
export async function readRef(commonDir: string, ref: string, depth = 5): Promise<string | undefined> {
  // The loose file first, then packed-refs: git packs in the opposite order, so a ref being packed is never missed.
  const loose = (await textOf(join(commonDir, ref)))?.trim();
  if (loose !== undefined && OID.test(loose)) return loose;
  const target = loose === undefined ? undefined : symbolicTarget(loose);
  if (target !== undefined) return depth === 0 ? undefined : readRef(commonDir, target, depth - 1);
  const packed = (await textOf(join(commonDir, 'packed-refs'))) ?? '';
  const oid = packed
    .split('\n')
    .find((line) => line.slice(41).trimEnd() === ref)
    ?.slice(0, 40);
  return oid !== undefined && OID.test(oid) ? oid : undefined;
}

/** What a HEAD file says: the branch it is on (a full ref name), or a commit. */
export async function readHeadFile(
  gitDir: string,
): Promise<{ readonly ref: string } | { readonly oid: string } | undefined> {
  const text = (await textOf(join(gitDir, 'HEAD')))?.trim();
  if (text === undefined) return undefined;
  const ref = symbolicTarget(text);
  if (ref !== undefined) return { ref };
  return OID.test(text) ? { oid: text } : undefined;
}

/** The short name of the branch that is checked out; undefined when HEAD is detached. */
export async function currentBranch(gitDir: string): Promise<string | undefined> {
  const head = await readHeadFile(gitDir);
  return head !== undefined && 'ref' in head ? head.ref.replace(/^refs\/heads\//, '') : undefined;
}

function symbolicTarget(text: string): string | undefined {
  return /^ref:\s*(\S+)$/.exec(text)?.[1];
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    const read = await readRegularFile(path);
    // A folder of the ref's name (refs of which it is a prefix) is as good as no file.
    return read.ok ? read.value.toString('utf8') : undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
