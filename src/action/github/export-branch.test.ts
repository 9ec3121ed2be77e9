import { describe, expect, it } from 'vitest';
import { isBranchName } from '../../git/read/branch-name.ts';
import { exportBranch } from './export-branch.ts';

describe('exportBranch', () => {
  it.each([
    ['sync.yaml', 'storysync/export'],
    ['eu/sync.yaml', 'storysync/export-eu'],
    ['customers/eu/sync.yaml', /^storysync\/export-customers-eu-sync-[0-9a-f]{8}$/],
    ['eu.yml', /^storysync\/export-eu-[0-9a-f]{8}$/],
    ['EU/sync.yaml', /^storysync\/export-EU-sync-[0-9a-f]{8}$/],
    ['中/☃ @{x}~^:.lock', /^storysync\/export-x-lock-[0-9a-f]{8}$/],
  ])('of %s is %s, a name that git allows', (path, name) => {
    expect(exportBranch(path)).toMatch(name);
    expect(isBranchName(exportBranch(path))).toBe(true);
  });

  it('is another one for each manifest, and none is a folder of another', () => {
    const paths = [
      'sync.yaml',
      'eu/sync.yaml',
      'eu-sync.yaml',
      'eu.yaml',
      'eu/sync.yml',
      'e/u/sync.yaml',
      'EU/sync.yaml',
    ];
    const branches = paths.map((path) => exportBranch(path));
    expect(new Set(branches).size).toBe(paths.length);
    expect(branches.every((branch) => branch.split('/').length === 2)).toBe(true);
  });
});
