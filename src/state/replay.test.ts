import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestCounter, isReplayed, type PastText } from './replay.ts';

/** What stood there, newest first: the counter that it was signed with, `u` for one that nobody signed. */
type Version = number | 'u';

function pastOf(versions: readonly Version[]): { readonly past: readonly PastText[]; readonly reads: () => number } {
  let reads = 0;
  const past = versions.map((version, index) => ({
    id: version === 'u' ? `unsigned ${index}` : `signed ${version}`,
    counter: async () => {
      reads += 1;
      return version === 'u' ? undefined : version;
    },
  }));
  return { past, reads: () => reads };
}

const judge = (tip: number, versions: readonly Version[]): Promise<boolean> =>
  isReplayed(`signed ${tip}`, tip, pastOf(versions).past);

const HONEST: readonly (readonly [string, number, readonly Version[]])[] = [
  ['the first one', 1, []],
  ['one after the other', 5, [4, 3, 2, 1]],
  ['what is left of a longer history', 905, [904, 903, 902]],
  ['the first with a key after many without', 1, ['u', 'u', 'u']],
  ['some with a key after many without', 4, [3, 2, 1, 'u', 'u', 'u', 'u']],
  ['the next one after somebody meddled', 6, ['u', 5, 4]],
  ['the next one after a replay was seen', 6, [2, 5, 4, 3, 2, 1]],
  ['two runs at once', 5, [5, 4, 3]],
  ['versions that never left a clone', 9, [5, 4]],
  ['the newest, back after it was taken away', 5, [5, 4, 3]],
];

const JUNK: readonly Version[] = Array.from({ length: 9 }, () => 'u');

const REPLAYED: readonly (readonly [string, number, readonly Version[]])[] = [
  ['the one before put back', 4, [5, 4, 3]],
  ['one that history has lost put back', 2, [905, 904, 903]],
  ['two put back in a row', 5, [4, 905, 904, 903]],
  ['two that history has put back in a row', 2, [1, 3, 2, 1]],
  ['many put back in a row', 6, [5, 4, 3, 2, 905, 904]],
  ['one put back behind junk', 2, ['u', 'u', 4, 3, 2, 1]],
  ['one that only a clone had before put in its place', 3, [9, 8, 2]],
  ['one put back behind so much junk that no signed one is found', 2, [...JUNK, 3, 2, 1, 'u', 'u']],
  ['one put back that was signed before unsigned ones were', 1, [3, 2, 1, 'u', 'u']],
];

describe('a signed file', () => {
  it.each(HONEST)('is the newest: %s', async (_, tip, versions) => {
    expect(await judge(tip, versions)).toBe(false);
  });

  it.each(REPLAYED)('is an older one: %s', async (_, tip, versions) => {
    expect(await judge(tip, versions)).toBe(true);
  });

  it('is told with one look at a history in which nobody meddled, however long', async () => {
    const { past, reads } = pastOf(Array.from({ length: 500 }, (_unused, index) => 500 - index));
    expect(await isReplayed('signed 501', 501, past)).toBe(false);
    expect(reads()).toBe(1);
  });

  it('is never believed while a signed one that counts further is in a history that began signed', async () => {
    const versions = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant('u' as const)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        versions,
        fc.integer({ min: 1, max: 30 }),
        async (tip, put, count) => {
          // Nobody can write what was not signed: a run of honest writes, and old ones of it put on top.
          const honest = Array.from({ length: count }, (_unused, index) => count + 100 - index);
          const replays = put.map((version) => (version === 'u' ? 'u' : Math.min(version, 100)));
          expect(await judge(tip, [...replays, ...honest])).toBe(true);
        },
      ),
    );
  });
});

it('the highest counter is that of any signed version, wherever it stands', async () => {
  expect(await highestCounter(pastOf([3, 'u', 7, 2]).past)).toBe(7);
  expect(await highestCounter(pastOf(['u']).past)).toBe(0);
});
