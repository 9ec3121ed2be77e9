import { type ObjectEncodingOptions, promises } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PromiseFsClient } from 'isomorphic-git';
import { sweepOnce } from './leftovers.ts';
import { newOwner, ownerTag } from './owner.ts';

/**
 * The file system as isomorphic-git should see it. The library writes an object straight into its final name and takes
 * a file that is there for complete; a run that is killed in between would leave a broken object for good. Here a file
 * appears under its name only when it is whole.
 */
export const durableFs: PromiseFsClient = {
  promises: {
    ...promises,
    // The library tells a promise API by a call without a path, several times before each object: an error of the
    // system's own making is costly there.
    readFile: (path?: string, options: ObjectEncodingOptions | null = null) =>
      path === undefined ? Promise.resolve(undefined) : promises.readFile(path, options),
    async writeFile(path: string, content: Uint8Array | string): Promise<void> {
      const folder = draftFolder(path);
      await sweepOnce(folder);
      // Begins as git's own drafts do: "git gc" clears it away as well.
      const draft = join(folder, `tmp_obj_storysync-${ownerTag(await newOwner())}`);
      try {
        await promises.writeFile(draft, content, { flag: 'wx', mode: 0o444 });
        await promises.rename(draft, path);
      } catch (error) {
        await promises.rm(draft, { force: true });
        throw error;
      }
    },
  },
};

/** All drafts of single objects lie in one folder, where one look finds what killed runs left. */
function draftFolder(path: string): string {
  const folder = dirname(path);
  return /^[0-9a-f]{2}$/.test(basename(folder)) ? dirname(folder) : folder;
}
