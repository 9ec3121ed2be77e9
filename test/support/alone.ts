/**
 * Tests that change their process for good (nock patches sockets), measure it, or put something in place of a module that other
 * files have loaded: each file has one of its own, which costs a second. test/architecture.test.ts holds that no other file uses nock.
 */
export const ALONE = [
  'src/action/render/trim.test.ts',
  'src/diagnostics/format.test.ts',
  'src/keys/given-keys.test.ts',
  'src/manifest/limits.test.ts',
  'src/tenant/client.test.ts',
  'src/tenant/reader.test.ts',
  'src/tenant/sync-destinations.test.ts',
  'src/tenant/writer.test.ts',
  'src/action/github/github-api.test.ts',
  'src/git/objects/pack-file.test.ts',
  'test/bench-smoke.test.ts',
  'test/steps.test.ts',
];
