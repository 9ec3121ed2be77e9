import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readFileSafely } from '../../files/safe-file.ts';
import { parseJson } from '../../json/parse.ts';
import { isObject } from '../../json/value.ts';
import { type ActionRef, isCommit } from './action-ref.ts';

/** storysync as it is installed in a repository. */
export type InstalledPackage = {
  /** The manifest's schema, absolute. */
  readonly schema: string;
  /** The commit it was installed from, where that is one of a repository on GitHub: a copy of one's own, mostly. */
  readonly source?: ActionRef;
};

export const SCHEMA_FILE = 'schemas/sync.schema.json';

/** Looks where Node would: in this folder and those around it, up to `root`. */
export async function findInstalledPackage(folder: string, root: string): Promise<InstalledPackage | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const modules = join(at, 'node_modules');
    const schema = join(modules, 'storysync', SCHEMA_FILE);
    const found = await stat(schema).catch(() => undefined);
    if (found?.isFile() === true) {
      const source = await sourceOf(modules);
      return { schema, ...(source === undefined ? {} : { source }) };
    }
    if (at === root || dirname(at) === at) return undefined;
  }
}

/** What npm noted when it installed the package. */
async function sourceOf(modules: string): Promise<ActionRef | undefined> {
  const bytes = await readFileSafely(modules, '.package-lock.json');
  if (!bytes.ok) return undefined;
  const read = parseJson(bytes.value.toString('utf8'));
  const packages = read.ok && isObject(read.value) ? read.value.packages : undefined;
  const own = isObject(packages) ? packages['node_modules/storysync'] : undefined;
  const resolved = isObject(own) ? own.resolved : undefined;
  return typeof resolved === 'string' ? readGitUrl(resolved) : undefined;
}

const GIT_URL = /^git\+(?:ssh:\/\/git@|https:\/\/)github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?#([0-9a-f]+)$/;

function readGitUrl(url: string): ActionRef | undefined {
  const [, repository, commit] = GIT_URL.exec(url) ?? [];
  if (repository === undefined || commit === undefined) return undefined;
  const source = { repository, path: '', ref: commit };
  return isCommit(source) ? source : undefined;
}
