import { describe, expect, it } from 'vitest';
import { DEAD_AFTER_MS, LeaseWatch } from './lease-watch.ts';

/** Looks at a run every so many milliseconds; each look sees one of the stamps. */
function look(stamps: readonly string[], everyMs: number): boolean {
  const watch = new LeaseWatch();
  for (const [index, stamp] of stamps.entries()) watch.look([{ run: 'a', stamp }], index * everyMs);
  return watch.isDead('a');
}

const still = (looks: number): readonly string[] => Array.from({ length: looks }, () => '1');

describe('a run', () => {
  it.each<[boolean, string, readonly string[], number]>([
    [false, 'was seen once', ['1'], 5000],
    [false, 'was watched for a moment less', still(24), 5000],
    [true, 'was watched for two minutes and gave no sign of life', still(25), 5000],
    [false, 'gave one in between', [...still(20), ...Array.from({ length: 20 }, () => '2')], 5000],
    [false, 'was not watched, as we slept for an hour', still(2), 3_600_000],
    [true, 'was watched in long blinks, of which each counts for half a minute', still(5), 3_600_000],
    [false, 'was seen by a clock that stands still', still(1000), 0],
  ])('counts as dead: %s, when it %s', (dead, _, stamps, everyMs) => {
    expect(look(stamps, everyMs)).toBe(dead);
  });

  it('that was gone and is there again is watched anew', () => {
    const watch = new LeaseWatch();
    const seen = [{ run: 'a', stamp: '1' }];
    watch.look(seen, 0);
    for (let at = 0; at <= DEAD_AFTER_MS; at += 30_000) watch.look(seen, at);
    expect(watch.isDead('a')).toBe(true);
    watch.look([], DEAD_AFTER_MS);
    watch.look(seen, DEAD_AFTER_MS);
    expect(watch.isDead('a')).toBe(false);
  });
});
