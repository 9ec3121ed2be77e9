import { fail, ok, type Result, unreachable } from '../diagnostics/result.ts';
import { openManifest } from '../manifest/open.ts';
import type { Manifest } from '../model/destination.ts';
import { type BlobRefusal, blobAt } from '../repository/blob-at.ts';
import type { GitHub } from './ports.ts';

/** Where the manifest of the base branch is looked for. */
export type BaseManifestSource = {
  /** A folder of the repository. */
  readonly dir: string;
  readonly baseSha: string;
  /** Relative to the repository's top, with forward slashes. */
  readonly path: string;
  readonly github: Pick<GitHub, 'fileAt'>;
  /** ISO date. */
  readonly today: string;
};

/**
 * The manifest that the base branch holds, or why there is none to trust. It never comes from the work tree: that is
 * the pull request's own.
 */
export async function readBaseManifest(source: BaseManifestSource): Promise<Result<Manifest, string>> {
  const bytes = await readBytes(source);
  if (!bytes.ok) return bytes;
  const { manifest } = openManifest({ file: source.path, bytes: bytes.value }, { today: source.today });
  return manifest === undefined ? fail(`${source.path} of the base branch is not a valid manifest`) : ok(manifest);
}

async function readBytes({ dir, baseSha, path, github }: BaseManifestSource): Promise<Result<Uint8Array, string>> {
  const blob = await blobAt(dir, baseSha, path);
  if (blob.ok) return blob;
  const why = explain(blob.error, path);
  if (why !== undefined) return fail(why);
  const file = await github.fileAt(baseSha, path);
  if (!file.ok) {
    const answer = `GitHub's API did not give it either (${file.error.kind})`;
    return fail(`the base commit is not in this clone (fetch-depth: 0 brings it), and ${answer}`);
  }
  return file.value === undefined ? fail(absent(path)) : ok(new TextEncoder().encode(file.value));
}

/** Undefined where GitHub may still know: what is not in this clone says nothing about the base branch. */
function explain(refusal: BlobRefusal, path: string): string | undefined {
  switch (refusal) {
    case 'missing_objects':
    case 'unreadable':
      return undefined;
    case 'outside':
      return `${path} is not a path inside the repository`;
    case 'absent':
      return absent(path);
    case 'symlink':
      return `${path} of the base branch is, or lies behind, a symbolic link`;
    case 'too_large':
      return `${path} of the base branch, or a folder that leads to it, is larger than 50 MB`;
    case 'not_a_file':
      return `${path} of the base branch is not a file`;
    default:
      return unreachable(refusal);
  }
}

function absent(path: string): string {
  return `the base branch has no ${path}`;
}
