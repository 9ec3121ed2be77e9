import { expect, it } from 'vitest';
import { releaseNotes } from '../scripts/release.ts';

const changelog =
  '# Changelog\n\n## [Unreleased]\n\n- Later.\n\n## [1.2.3] - 2026-12-01\n\n- Done.\n\n## [1.2.2] - 2026-11-01\n';
const at = (version: string): string => JSON.stringify({ version });
const sources = { package: at('1.2.3'), lock: at('1.2.3'), changelog };

it('a tag that package.json, the lock file and the changelog agree with has the notes of its version', () => {
  expect(releaseNotes('v1.2.3', sources)).toEqual({ ok: true, value: '- Done.\n' });
});

it.each([
  ['1.2.3', {}, '"1.2.3" is not the tag of a version, such as v1.2.3'],
  ['v1.2.3-rc.1', {}, '"v1.2.3-rc.1" is not the tag of a version, such as v1.2.3'],
  ['v1.2.3', { package: at('1.2.2') }, 'package.json says 1.2.2, the tag says 1.2.3'],
  ['v1.2.3', { lock: at('1.2.2') }, 'package-lock.json says 1.2.2, the tag says 1.2.3'],
  ['v1.2.4', { package: at('1.2.4'), lock: at('1.2.4') }, 'CHANGELOG.md has no heading "## [1.2.4] - DATE"'],
  ['v1.2.2', { package: at('1.2.2'), lock: at('1.2.2') }, 'CHANGELOG.md says nothing of 1.2.2'],
  ['v1.2.3', { changelog: '## [1.2.3]\n\n- Done.\n' }, 'CHANGELOG.md: "## [1.2.3]" lacks its date'],
])('nothing is released of the tag %s with %j: %s', (tag, differs, error) => {
  expect(releaseNotes(tag, { ...sources, ...differs })).toEqual({ ok: false, error });
});
