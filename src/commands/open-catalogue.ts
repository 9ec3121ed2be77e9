import { basename, dirname, join, resolve } from 'node:path';
import type { Result } from '../diagnostics/result.ts';
import { type FileRefusal, readFileSafely } from '../files/safe-file.ts';
import { type ManifestSource, openManifest } from '../manifest/open.ts';
import type { Manifest } from '../model/destination.ts';
import { openRepository } from '../repository/repository.ts';
import type { World } from './ports.ts';
import { explainRefusal } from './story-files.ts';
import { couldNotRun, type OpenedWorkspace, unreadableManifest } from './workspace.ts';

/** The manifest alone, for commands that make story files rather than read them. */
export type Catalogue = {
  readonly manifest: Manifest;
  readonly source: ManifestSource;
  /** Top folder of the repository; the manifest's folder where there is none. */
  readonly root: string;
  /** The manifest's folder, absolute; story files are relative to it. */
  readonly folder: string;
  /** ISO date. */
  readonly today: string;
  /** What stands under the path of a story file now. */
  readonly read: (file: string) => Promise<Result<Uint8Array, FileRefusal>>;
};

export type OpenedCatalogue = Omit<OpenedWorkspace, 'workspace'> & {
  /** There exactly when no problem is an error. */
  readonly catalogue?: Catalogue;
};

/** Reads the manifest; its story files may not exist yet. */
export async function openCatalogue(world: World, manifestPath: string): Promise<OpenedCatalogue> {
  const absolute = resolve(world.directory, manifestPath);
  const folder = dirname(absolute);
  const root = (await openRepository(folder))?.root ?? folder;
  const bytes = await readFileSafely(root, join(folder, basename(absolute)));
  if (!bytes.ok) return couldNotRun(unreadableManifest(manifestPath, explainRefusal(bytes.error)));
  const today = world.now().toISOString().slice(0, 10);
  const read: Catalogue['read'] = (file) => readFileSafely(root, join(folder, file));
  return openSource({ file: manifestPath, bytes: bytes.value }, { root, folder, today, read });
}

/** The same repository with another text of the manifest. */
export function openSource(
  source: ManifestSource,
  rest: Pick<Catalogue, 'root' | 'folder' | 'today' | 'read'>,
): OpenedCatalogue {
  const { manifest, problems, text } = openManifest(source, { today: rest.today });
  const destinations = manifest?.destinations ?? [];
  const counts = {
    destinations: destinations.length,
    stories: manifest?.stories.size ?? 0,
    subscriptions: destinations.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0),
  };
  const sourceOf = (file: string): string | undefined => (file === source.file ? text : undefined);
  const opened = { problems, unreadable: false, sourceOf, counts };
  const { root, folder, today, read } = rest;
  return manifest === undefined ? opened : { ...opened, catalogue: { manifest, source, root, folder, today, read } };
}
