import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Manifest } from '../model/destination.ts';

/** Where the manifest lies: on the disk, in the repository, and as the user named it. */
export type Layout = {
  /** Top of the repository; without one, the folder of the manifest. Absolute, like the next. */
  readonly root: string;
  readonly folder: string;
  /** As given. */
  readonly manifestPath: string;
};

/** The manifest's place on the disk. */
export function manifestFile({ folder, manifestPath }: Layout): string {
  return join(folder, basename(manifestPath));
}

/** A file beside the manifest, as git names it. */
export function repositoryPath({ root, folder }: Layout, file: string): string {
  return toPosix(relative(root, resolve(folder, file)));
}

/** The manifest, as git names it. */
export function manifestInGit(layout: Layout): string {
  return repositoryPath(layout, basename(layout.manifestPath));
}

/** The story files of a manifest, as git names them. */
export function storiesInGit(layout: Layout, { stories }: Pick<Manifest, 'stories'>): readonly string[] {
  return [...stories.values()].map(({ file }) => repositoryPath(layout, file));
}

/** A file beside the manifest, as people can open it from where they are. */
export function shownPath({ manifestPath }: Layout, file: string): string {
  return toPosix(join(dirname(manifestPath), file));
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
