import { describe, expect, it } from 'vitest';
import { outcome } from '../../../test/support/example-plans.ts';
import { usualVersion } from './story-pictures.ts';

const behind = (name: string, commit: string | null, commits: number) =>
  outcome(name, 'triage', {
    status: 'requires_sync',
    reason: 'content_changed',
    commit,
    behind: { commits, since: '2026-11-20T00:00:00.000Z' },
  });

describe('what a story is compared with', () => {
  it('is the version that most have who are behind; of as many, the newer', () => {
    const those = [behind('a', 'old', 5), behind('b', 'new', 1), behind('c', 'old', 5), outcome('d', 'triage')];
    expect(usualVersion(those)).toEqual({ commit: 'old', destinations: 2 });
    expect(usualVersion(those.slice(0, 2))).toEqual({ commit: 'new', destinations: 1 });
  });

  it('is the same whatever the order, where as many have each and both are as far back', () => {
    const those = [behind('a', 'one', 3), behind('b', 'two', 3)];
    expect(usualVersion(those)).toEqual(usualVersion(those.toReversed()));
  });

  it('is nothing where nobody is behind, or nobody knows since when', () => {
    expect(usualVersion([outcome('a', 'triage'), behind('b', null, 2)])).toBeUndefined();
  });
});
