import type { Buffer } from 'node:buffer';
import { ok, type Result } from '../diagnostics/result.ts';
import type { ObjectReader } from '../git/objects/objects.ts';
import { type CommittedFileRefusal, findCommittedFile } from '../git/read/committed-file.ts';
import { CommittedTree } from '../git/read/committed-tree.ts';

/** A file as a commit holds it, from git's objects alone. Missing objects throw `NotFoundError`. */
export async function readCommitted(
  objects: ObjectReader,
  commit: string,
  path: string,
): Promise<Result<Buffer, CommittedFileRefusal>> {
  const tree = new CommittedTree(objects, commit);
  const found = await findCommittedFile(tree, path);
  return found.ok ? ok(await tree.blob(found.value)) : found;
}
