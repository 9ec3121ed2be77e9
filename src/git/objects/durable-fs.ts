import { randomUUID } from 'node:crypto';
import { type ObjectEncodingOptions, promises } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PromiseFsClient } from 'isomorphic-git';

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
      // Git's own name for drafts: whatever a killed run leaves behind, "git gc" clears away.
      const draft = join(dirname(path), `tmp_obj_${randomUUID()}`);
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
