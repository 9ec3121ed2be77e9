import { describe, expect, it } from 'vitest';
import type { Manifest } from '../model/destination.ts';
import type { Rollout } from '../model/rollout.ts';
import { rolloutInForce } from './rollout-in-force.ts';
import { nobody, type Trust } from './trust.ts';

function manifestOf(more: Partial<Manifest>): Manifest {
  return { file: 'sync.yaml', stories: new Map(), destinations: [], ...more };
}

function rolloutOf(name: string): Rollout {
  const place = { file: 'sync.yaml', line: 1, column: 1 };
  const maxFailed = { kind: 'count', value: 0 } as const;
  return { rings: [{ name, match: undefined, soak: 0, batch: undefined, maxFailed, place }], windows: [] };
}

function defaultBranch(manifest: Manifest): Trust {
  return { kind: 'default_branch', branch: { name: 'main', tip: 'a'.repeat(40) }, manifest };
}

const WORKTREE: Trust = { kind: 'worktree' };
const NOBODY = nobody('there is no remote');

describe('the rollout in force', () => {
  const there = manifestOf({ rollout: rolloutOf('theirs') });
  const here = manifestOf({ rollout: rolloutOf('ours') });
  const none = manifestOf({});

  it.each([
    ['that of the default branch, whatever is proposed', defaultBranch(there), here, 'theirs'],
    ['that of the default branch, where the proposal takes it out', defaultBranch(there), none, 'theirs'],
    ['none where the default branch has none, until the proposal is merged', defaultBranch(none), here, undefined],
    ['that of the files at hand on somebody’s own machine', WORKTREE, here, 'ours'],
    ['that of the files at hand where nobody is trusted, and nothing is pushed', NOBODY, here, 'ours'],
    ['none where nobody writes one', WORKTREE, none, undefined],
  ])('is %s', (_, trust, manifest, expected) => {
    expect(rolloutInForce(trust, manifest)?.rings[0]?.name).toBe(expected);
  });
});
