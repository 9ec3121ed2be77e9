import { fail, ok, type Result } from '../diagnostics/result.ts';
import { readingObjects } from '../git/objects/objects.ts';
import type { Repository } from '../git/read/repository.ts';
import type { BranchTip } from '../git/remote/remote.ts';
import { openManifest } from '../manifest/open.ts';
import { readCommitted } from './read-committed.ts';
import type { TrustSource } from './source.ts';
import type { Trust } from './trust.ts';

export type TrustQuestion = {
  /** Asked in this order, until one of them knows. */
  readonly sources: readonly TrustSource[];
  /** Its objects may spare a download, for a commit's name vouches for them. What its refs say proves nothing. */
  readonly repository: Repository | undefined;
  /** The manifest, from the top of the repository. */
  readonly path: string;
  /** ISO date. */
  readonly today: string;
};

/** The manifest at the tip of the default branch, as the remote has it now; or why nobody is to be trusted. */
export async function readTrust(question: TrustQuestion): Promise<Trust> {
  const { sources, path, today } = question;
  const whys: string[] = [];
  let known: BranchTip | undefined;
  for (const source of sources) {
    const branch = await source.defaultBranch();
    if (!branch.ok) {
      whys.push(branch.error);
      continue;
    }
    known ??= branch.value;
    const bytes = await readAt(branch.value.tip, source, question);
    if (!bytes.ok) {
      whys.push(bytes.error);
      continue;
    }
    if (bytes.value === undefined) return distrust(`it has no ${path}`, branch.value);
    const { manifest } = openManifest({ file: path, bytes: bytes.value }, { today });
    if (manifest === undefined) return distrust(`its ${path} is not a valid manifest`, branch.value);
    return { kind: 'default_branch', branch: branch.value, manifest };
  }
  const untold = whys.length === 0 ? 'there is no remote that could tell' : whys.join('; ');
  return distrust(`what stands there is not known: ${untold}`, known);
}

function distrust(why: string, branch?: BranchTip): Trust {
  return { kind: 'nobody', why, ...(branch === undefined ? {} : { branch }) };
}

async function readAt(
  tip: string,
  source: TrustSource,
  { repository, path }: TrustQuestion,
): Promise<Result<Uint8Array | undefined, string>> {
  if (repository !== undefined) {
    const local = await readingObjects(() => readCommitted(repository.objects, tip, path));
    // A clone that has the commit answers for good; one that lacks some of it says nothing.
    if (local.ok) return local.value.ok ? ok(local.value.value) : ok(undefined);
  }
  if (/^\.\.?(?:\/|$)|^\//.test(path)) return fail(`${path} is not a path inside the repository`);
  return source.fileAt(tip, path);
}
