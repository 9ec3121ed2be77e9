import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { bundleProgram } from '../../scripts/bundle.ts';

let made: Promise<string> | undefined;

/**
 * The command line in one file, for tests that start processes: from its many files one starts in three times the time.
 * Whoever needs it first in a run of the tests makes it for all.
 */
export function programFile(): Promise<string> {
  made ??= makeProgram(inject('programs'));
  return made;
}

async function makeProgram(folder: string): Promise<string> {
  // Of this run as well: what Node keeps is kept by path, and nobody would remove it.
  process.env.NODE_COMPILE_CACHE = join(folder, 'cache');
  const whole = join(folder, 'program');
  if (!existsSync(whole)) {
    const own = mkdtempSync(join(folder, 'making-'));
    await bundleProgram(own);
    try {
      renameSync(own, whole);
    } catch (error) {
      // Another process was faster.
      if (!existsSync(whole)) throw error;
    }
  }
  return join(whole, 'cli.js');
}
