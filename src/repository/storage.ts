import { getConfig } from 'isomorphic-git';
import { durableFs } from './durable-fs.ts';

/** Storage that isomorphic-git does not know and would read wrongly, in words; undefined when it knows all there is. */
export async function unknownStorage(gitdir: string): Promise<string | undefined> {
  const format: unknown = await getConfig({ fs: durableFs, gitdir, path: 'extensions.objectformat' });
  const refs: unknown = await getConfig({ fs: durableFs, gitdir, path: 'extensions.refstorage' });
  if (typeof format === 'string' && format !== 'sha1') return `${format} object names`;
  return typeof refs === 'string' && refs !== 'files' ? `"${refs}" for its branches` : undefined;
}
