import { defineConfig } from 'vitest/config';

// A wrong runtime fails oddly deep inside vitest, so say it here. npm scripts find Node 24 through the lock file.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) throw new Error(`The tests need Node 24 (found ${process.version}). Start them with "npm test".`);

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    restoreMocks: true,
  },
});
