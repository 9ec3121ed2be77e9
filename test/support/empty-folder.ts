import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_CONFIG } from '../../src/emulator/control/default-config.ts';
import { Rig } from './rig.ts';

export const WORKFLOW = '.github/workflows/storysync.yml';
export const PIN = `git ls-remote https://github.com/storysync/storysync v0.1.0 'v0.1.0^{}'`;

/** The emulator as a newcomer starts it, and an empty folder. */
export async function emptyFolder({ git = false } = {}): Promise<Rig> {
  const rig = await Rig.start(DEFAULT_CONFIG);
  if (!git) rmSync(join(rig.dir, '.git'), { recursive: true });
  rig.environment.ORIGIN_TINES_API_KEY = 'acme-emulator-key';
  rig.environment.CONTOSO_TINES_API_KEY = 'contoso-emulator-key';
  return rig;
}

/** Every file and folder below, git's own left out, with what the files hold. */
export function everything({ dir }: Rig): { readonly [path: string]: string } {
  const found = readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(dir.length + 1), entry.isFile() ? readFileSync(path, 'utf8') : entry.isDirectory() ? '/' : '@'];
  });
  const ours = found.filter(([path = '']) => !/^\.git(?:\/|$)/.test(path));
  return Object.fromEntries(ours.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

export const filesIn = (rig: Rig): readonly string[] =>
  Object.entries(everything(rig))
    .filter(([, content]) => content !== '/')
    .map(([path]) => path);
