import { resolve, sep } from 'node:path';
import type { PromiseFsClient } from 'isomorphic-git';
import { durableFs } from '../objects/durable-fs.ts';

/**
 * A repository to which objects can be added and nothing else. When it pushes, isomorphic-git also moves a
 * tracking ref and reads the configuration for other addresses; refs are ours to move, under git's locks.
 * `there` is a commit that the remote has: its files are not sent again.
 */
export function objectsOnlyFs(gitdir: string, there?: string): PromiseFsClient {
  const objects = resolve(gitdir, 'objects') + sep;
  const { promises } = durableFs;
  const isObject = (path: string): boolean => resolve(path).startsWith(objects);
  const pretended = new Map([[resolve(gitdir, 'config'), NO_CONFIG]]);
  if (there !== undefined) pretended.set(resolve(gitdir, `refs/remotes/${LIBRARY_REMOTE}/HEAD`), `${there}\n`);
  return {
    promises: {
      ...promises,
      readFile: async (path?: string, ...rest: readonly unknown[]) =>
        (path === undefined ? undefined : pretended.get(resolve(path))) ?? promises.readFile(path, ...rest),
      writeFile: async (path: string, content: Uint8Array | string) =>
        isObject(path) ? promises.writeFile(path, content) : undefined,
      mkdir: async (path: string) => (isObject(path) ? promises.mkdir(path) : undefined),
      unlink: async () => undefined,
      rmdir: async () => undefined,
    },
  };
}

/** The name under which the library knows the remote; what it would write there is dropped. */
export const LIBRARY_REMOTE = 'storysync';
const NO_CONFIG = `[remote "${LIBRARY_REMOTE}"]\n\tfetch = +refs/heads/*:refs/remotes/${LIBRARY_REMOTE}/*\n`;
