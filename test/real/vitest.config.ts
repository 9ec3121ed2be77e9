import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Against real programs that `bash .ci/tools` installs. One that is missing is a failure, never a skipped test. */
export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: ['test/real/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
