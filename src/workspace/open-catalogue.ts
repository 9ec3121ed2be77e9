import { join } from 'node:path';
import type { Result } from '../diagnostics/result.ts';
import { type FileRefusal, readFileSafely } from '../files/safe-file.ts';
import type { Repository } from '../git/read/repository.ts';
import { type ManifestSource, openManifest } from '../manifest/open.ts';
import type { Manifest } from '../model/destination.ts';
import { type Layout, manifestInGit, storiesInGit } from './layout.ts';
import { countManifest, readManifestBytes } from './manifest-bytes.ts';
import { type Surroundings, todayOf } from './surroundings.ts';
import { couldNotRun, type OpenedWorkspace } from './workspace.ts';

/** The manifest alone, for commands that make story files rather than read them. */
export type StoryCatalogue = {
  readonly manifest: Manifest;
  readonly source: ManifestSource;
  readonly layout: Layout;
  readonly repository: Repository | undefined;
  /** ISO date. */
  readonly today: string;
  /** What stands under the path of a story file now. */
  readonly read: (file: string) => Promise<Result<Uint8Array, FileRefusal>>;
};

export type OpenedCatalogue = Omit<OpenedWorkspace, 'workspace'> & {
  /** There exactly when no problem is an error. */
  readonly catalogue?: StoryCatalogue;
};

/** A manifest that can be worked with, and what was found in it. */
export type CatalogueFiles = OpenedCatalogue & { readonly catalogue: StoryCatalogue };

/** The commit that is checked out, and whether manifest and story files are those of it. */
export async function checkoutOf({
  repository,
  layout,
  manifest,
}: StoryCatalogue): Promise<{ readonly head: string | null; readonly dirty: boolean }> {
  const paths = [manifestInGit(layout), ...storiesInGit(layout, manifest)];
  const head = (await repository?.head())?.commit ?? null;
  return { head, dirty: (await repository?.status(paths)) !== 'same' };
}

/** Reads the manifest; its story files may not exist yet. */
export async function openCatalogue(surroundings: Surroundings, manifestPath: string): Promise<OpenedCatalogue> {
  const found = await readManifestBytes(surroundings, manifestPath);
  if (!found.ok) return couldNotRun(found.error);
  const { source, layout, repository } = found.value;
  const read: StoryCatalogue['read'] = (file) => readFileSafely(layout.root, join(layout.folder, file));
  return openSource(source, { layout, repository, today: todayOf(surroundings), read });
}

/** The same repository with another text of the manifest. */
export function openSource(
  source: ManifestSource,
  { layout, repository, today, read }: Omit<StoryCatalogue, 'manifest' | 'source'>,
): OpenedCatalogue {
  const { manifest, problems, text } = openManifest(source, { today });
  const sourceOf = (file: string): string | undefined => (file === source.file ? text : undefined);
  const opened = { problems, unreadable: false, sourceOf, counts: countManifest(manifest) };
  if (manifest === undefined) return opened;
  return { ...opened, catalogue: { manifest, source, layout, repository, today, read } };
}
