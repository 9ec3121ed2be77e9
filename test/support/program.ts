import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundleProgram } from '../../scripts/bundle.ts';

type Name = 'cli' | 'action';

const made = new Map<Name, Promise<string>>();

/**
 * The command line, or the Action, bundled, for tests that start processes: from its many files one starts in three times the time.
 * Whoever needs it first in a run of the tests makes it for all.
 */
export function programFile(name: Name = 'cli'): Promise<string> {
  const file = made.get(name) ?? makeProgram(name, inject('programs'));
  made.set(name, file);
  return file;
}

async function makeProgram(name: Name, folder: string): Promise<string> {
  // Of this run as well: what Node keeps is kept by path, and nobody would remove it.
  process.env.NODE_COMPILE_CACHE = join(folder, 'cache');
  const whole = join(folder, name);
  if (!existsSync(whole)) {
    const own = mkdtempSync(join(folder, 'making-'));
    await bundleProgram(name, own);
    try {
      renameSync(own, whole);
    } catch (error) {
      // Another process was faster.
      if (!existsSync(whole)) throw error;
    }
  }
  return join(whole, `${name}.js`);
}
