import fs from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { getConfig } from 'isomorphic-git';
import { textOfFile } from './regular-file.ts';

/** Storage that we do not know and would read wrongly, in words: `sha256 object names`. */
export async function foreignStorage(commonDir: string): Promise<string | undefined> {
  const format: unknown = await getConfig({ fs, gitdir: commonDir, path: 'extensions.objectformat' });
  const refs: unknown = await getConfig({ fs, gitdir: commonDir, path: 'extensions.refstorage' });
  if (typeof format === 'string' && format !== 'sha1') return `${format} object names`;
  return typeof refs === 'string' && refs !== 'files' ? `"${refs}" for its branches` : undefined;
}

/** Whether a clone was made to leave something out: history (`shallow`) or content (`partial`). */
export async function cloneKind(commonDir: string): Promise<'full' | 'shallow' | 'partial'> {
  if ((await textOf(join(commonDir, 'shallow'))).trim() !== '') return 'shallow';
  const packs = await fs.promises.readdir(join(commonDir, 'objects/pack')).catch(() => []);
  return packs.some((name) => name.endsWith('.promisor')) ? 'partial' : 'full';
}

/** The git directories whose objects count as this one's: a clone made with `--reference` or `--shared` borrows some. */
export async function objectStores(commonDir: string): Promise<readonly string[]> {
  const stores = [commonDir];
  for (const store of stores) {
    const lent = (await textOf(join(store, 'objects/info/alternates'))).split('\n').map((line) => line.trim());
    for (const line of lent.filter((path) => path !== '' && !path.startsWith('#'))) {
      const objects = resolve(store, 'objects', line);
      const gitDir = dirname(objects);
      // The list is a chain that may lead back to where it began.
      if (basename(objects) === 'objects' && !stores.includes(gitDir) && stores.length < 10) stores.push(gitDir);
    }
  }
  return stores;
}

async function textOf(path: string): Promise<string> {
  return (await textOfFile(path)) ?? '';
}
