import { dirname, join, relative, resolve, sep } from 'node:path';

/** Where the manifest lies: on the disk, in the repository, and as the user named it. */
export type Layout = {
  /** Top of the repository; without one, the folder of the manifest. Absolute, like the next. */
  readonly root: string;
  readonly folder: string;
  /** As given. */
  readonly manifestPath: string;
};

/** A file beside the manifest, as git names it. */
export function repositoryPath({ root, folder }: Layout, file: string): string {
  return toPosix(relative(root, resolve(folder, file)));
}

/** A file beside the manifest, as people can open it from where they are. */
export function shownPath({ manifestPath }: Layout, file: string): string {
  return toPosix(join(dirname(manifestPath), file));
}

function toPosix(path: string): string {
  return path.split(sep).join('/');
}
