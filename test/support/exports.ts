import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Exports of our own making, one for each generation of the format: they are in every clone. */
export const OWN_EXPORTS = exportsIn(resolve(import.meta.dirname, '../fixtures/exports'));

/** Public exports, which may not be committed; none where the folder is not there. */
export const REAL_EXPORTS = exportsIn(resolve(process.env.STORYSYNC_CORPUS ?? '../shared/corpus'));

/** All exports that are here, by the name of the file; a clone has our own. */
export const ALL_EXPORTS: ReadonlyMap<string, string> = new Map([...OWN_EXPORTS, ...REAL_EXPORTS]);

/** The paths of all exports of a folder, by name. */
function exportsIn(folder: string): ReadonlyMap<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return new Map(names.sort().map((name) => [name, join(folder, name)]));
}
