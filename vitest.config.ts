import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { ALONE } from './test/support/alone.ts';
import { folderInMemory } from './test/support/fast-folder.ts';
import { LongestFirst } from './test/support/longest-first.ts';

// A wrong runtime fails oddly deep inside vitest, so say it here. npm scripts find Node 24 through the lock file.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) throw new Error(`The tests need Node 24 (found ${process.version}). Start them with "npm test".`);

/** Ends a test that hangs; no test is measured by it, since a loaded machine is slow. */
const HANGS_MS = 600_000;

/** Whoever names a folder for temporary files keeps it. */
const TMPDIR = process.env.TMPDIR ?? folderInMemory();

/** The command line starts from source here and there: compiling it anew each time would be most of that. */
const NODE_COMPILE_CACHE = join(TMPDIR ?? tmpdir(), 'storysync-compile-cache');

const shared = {
  pool: 'forks',
  testTimeout: HANGS_MS,
  hookTimeout: HANGS_MS,
  restoreMocks: true,
  env: { NODE_COMPILE_CACHE, ...(TMPDIR === undefined ? {} : { TMPDIR }) },
} as const;

/** Tests against programs of others, which .ci/tools installs: `npm run test:real`. */
const real = 'test/real/**';
const all = ['src/**/*.test.ts', 'test/**/*.test.ts'];

export default defineConfig({
  test: {
    maxWorkers: '100%',
    globalSetup: 'test/support/program-folder.ts',
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...shared, name: 'together', include: all, exclude: [...ALONE, real], isolate: false } },
      { test: { ...shared, name: 'alone', include: ALONE } },
    ],
  },
});
