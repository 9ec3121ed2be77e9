import { describe, expect, it } from 'vitest';
import { leaseOf } from '../../test/support/lease-room.ts';
import type { Seal } from '../state/envelope.ts';
import { StateKeys } from '../state/state-keys.ts';
import { LARGEST_LEASE, leaseText, readLease, runOf } from './run-lease.ts';

const RUN = '0123456789abcdef';
const LEASE = leaseOf(RUN, ['contoso', 'fabrikam'], 7);
const PROCESS = { host: 'ci-3', place: '0123456789ab', pid: 7, started: '11', token: RUN };

function sealWith(key: string, repository = 'git.example/acme'): Seal {
  const keys = StateKeys.read(key);
  if (!keys.ok || keys.value === undefined) throw new Error('no key');
  return { keys: keys.value, repository };
}

const OURS = sealWith('k'.repeat(32));

describe('a lease', () => {
  it.each([undefined, OURS])('is read back as it was written', (seal) => {
    expect(readLease(RUN, leaseText({ ...LEASE, process: PROCESS }, seal), seal)).toEqual({
      ...LEASE,
      process: PROCESS,
    });
    expect(readLease(RUN, leaseText(LEASE, seal), seal)).toEqual(LEASE);
  });

  it.each<[string, string, Seal | undefined]>([
    ['nothing', '', undefined],
    ['no JSON', '{', undefined],
    ['a list', '[]', undefined],
    ['one that was changed by hand', leaseText(LEASE, undefined).replace('contoso', 'c'), undefined],
    ['one of another run', leaseText(leaseOf('fedcba9876543210', ['contoso']), undefined), undefined],
    ['one of another format', leaseText(LEASE, undefined).replace('lease/1', 'lease/2'), undefined],
    ['one larger than any of ours', leaseText(LEASE, undefined).padEnd(LARGEST_LEASE + 1), undefined],
    ['one without a signature, where there is a key', leaseText(LEASE, undefined), OURS],
    ['one signed with another key', leaseText(LEASE, sealWith('x'.repeat(32))), OURS],
    ['one signed for another repository', leaseText(LEASE, sealWith('k'.repeat(32), 'git.example/other')), OURS],
  ])('is not believed: %s', (_, text, seal) => {
    expect(readLease(RUN, text, seal)).toBeUndefined();
  });

  it('that is signed counts for a run without a key, which cannot check it', () => {
    expect(readLease(RUN, leaseText(LEASE, OURS), undefined)).toEqual(LEASE);
  });

  it('names its owner in print, and not at length', () => {
    const text = leaseText({ ...LEASE, owner: `\u001b[31m${'x'.repeat(10_000)}` }, undefined);
    const owner = readLease(RUN, text, undefined)?.owner ?? '';
    expect(owner).toMatch(/^\\u\{1b\}\[31mx+$/);
    expect(owner.length).toBeLessThan(250);
  });

  it.each<[string, string | undefined]>([
    [`${RUN}.json`, RUN],
    ['README.md', undefined],
    ['../../x.json', undefined],
    [`${RUN.toUpperCase()}.json`, undefined],
    [`${RUN}0.json`, undefined],
  ])('stands in a file named after its run: %s', (file, run) => {
    expect(runOf(file)).toBe(run);
  });
});
