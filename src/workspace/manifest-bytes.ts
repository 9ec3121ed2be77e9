import { dirname, resolve } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { readFileSafely } from '../files/safe-file.ts';
import { openRepository, type Repository } from '../git/read/repository.ts';
import type { ManifestSource } from '../manifest/open.ts';
import type { Manifest } from '../model/destination.ts';
import { type Layout, manifestFile } from './layout.ts';
import { explainRefusal } from './story-files.ts';
import type { Surroundings } from './surroundings.ts';

/** The manifest as it lies on the disk, and the repository around it. */
export type ManifestBytes = {
  readonly source: ManifestSource;
  readonly layout: Layout;
  readonly repository: Repository | undefined;
};

export async function readManifestBytes(
  { directory }: Pick<Surroundings, 'directory'>,
  manifestPath: string,
): Promise<Result<ManifestBytes, Problem>> {
  const folder = dirname(resolve(directory, manifestPath));
  const repository = await openRepository(folder);
  const layout: Layout = { root: repository?.root ?? folder, folder, manifestPath };
  const bytes = await readFileSafely(layout.root, manifestFile(layout));
  if (!bytes.ok) return fail(unreadableManifest(manifestPath, explainRefusal(bytes.error)));
  return ok({ source: { file: manifestPath, bytes: bytes.value }, layout, repository });
}

function unreadableManifest(manifestPath: string, why: string): Problem {
  return {
    code: 'RUN001',
    severity: 'error',
    message: `the manifest ${manifestPath} cannot be read: ${why}`,
    hint: 'run the command in the folder of sync.yaml, or name the file with --manifest',
  };
}

/** What the reports of a manifest that was read begin with. */
export type ManifestCounts = {
  readonly destinations: number;
  readonly stories: number;
  readonly subscriptions: number;
};

export const NO_COUNTS: ManifestCounts = { destinations: 0, stories: 0, subscriptions: 0 };

export function countManifest(manifest: Manifest | undefined): ManifestCounts {
  if (manifest === undefined) return NO_COUNTS;
  const { destinations, stories } = manifest;
  return {
    destinations: destinations.length,
    stories: stories.size,
    subscriptions: destinations.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0),
  };
}
