import { describe, expect, it } from 'vitest';
import type { RingProgress } from '../../model/rollout.ts';
import { inMarkdown, inTerminal } from '../phrase.ts';
import { SYMBOLS } from '../reason-words.ts';
import { type RolloutLineOptions, type RolloutPair, rolloutLines } from './rollout-lines.ts';

const OPENS = '2026-11-30T07:00:00.000Z';

function row(
  ring: string,
  story: string,
  state: RingProgress['state'],
  rest: Partial<RingProgress> = {},
): RingProgress {
  return { ring, story, state, there: 12, total: 40, failed: 0, allowed: 0, opensAt: null, waitsFor: null, ...rest };
}

function pairsOf(ring: string, story: string, waitsFor: string | null, amount: number, first = 1): RolloutPair[] {
  return Array.from({ length: amount }, (_, index) => ({
    destination: `d-${String(first + index).padStart(4, '0')}`,
    ring,
    story,
    waiting: waitsFor === null ? undefined : { for: waitsFor, until: null },
  }));
}

function shown(
  progress: readonly RingProgress[],
  pairs: readonly RolloutPair[] = [],
  options: RolloutLineOptions = { fold: true },
): readonly string[] {
  return rolloutLines(progress, pairs, options).map(({ sign, phrase }) => `${SYMBOLS[sign]} ${inTerminal(phrase)}`);
}

describe('a line of a rollout', () => {
  it.each<[string, RingProgress, readonly RolloutPair[], string]>([
    ['that has passed', row('canary', 'a', 'passed', { there: 40 }), [], '= ring canary, a: passed, 40 of 40 there'],
    [
      'that has passed in spite of a failure',
      row('canary', 'a', 'passed', { there: 39, failed: 1, allowed: 2 }),
      [],
      '= ring canary, a: passed, 39 of 40 there, 1 failed (2 may)',
    ],
    ['that is open', row('early', 'a', 'open'), [], '~ ring early, a: open, 12 of 40 there, 28 to go'],
    [
      'whose one destination goes',
      row('early', 'a', 'open'),
      pairsOf('early', 'a', null, 1),
      '~ ring early, a: d-0001 goes now: 12 of 40 there, 28 to go',
    ],
    [
      'whose destinations go',
      row('early', 'a', 'open'),
      pairsOf('early', 'a', null, 28),
      '~ ring early, a: 28 destinations go now: 12 of 40 there, 28 to go',
    ],
    [
      'that soaks',
      row('broad', 'a', 'soaking', { waitsFor: 'soak:early', opensAt: OPENS }),
      pairsOf('broad', 'a', 'soak:early', 3),
      '. ring broad, a: d-0001, d-0002, d-0003 wait until ring early has stood long enough, not before 2026-11-30 07:00 UTC',
    ],
    [
      'that waits for a window',
      row('broad', 'a', 'waiting', { waitsFor: 'window:Mon-Thu 07:00-16:00', opensAt: OPENS }),
      pairsOf('broad', 'a', 'window:Mon-Thu 07:00-16:00', 1),
      '. ring broad, a: d-0001 waits for the window Mon-Thu 07:00-16:00, not before 2026-11-30 07:00 UTC',
    ],
    [
      'that waits for a ring of which nothing is known, and of which no pair was chosen',
      row('broad', 'a', 'waiting', { waitsFor: 'ring:early' }),
      [],
      '. ring broad, a: waits for ring early',
    ],
    [
      'that is halted',
      row('broad', 'a', 'halted', { failed: 3, allowed: 2, waitsFor: 'failures:broad' }),
      pairsOf('broad', 'a', 'failures:broad', 25),
      '! ring broad, a: halted: 3 of 40 failed, 2 may; 25 destinations wait',
    ],
  ])('tells of a ring %s', (_, progress, pairs, line) => {
    expect(shown([progress], pairs)).toEqual([line]);
  });

  it('gives the numbers of the ring that is waited for, and of the one whose failures halt it', () => {
    const early = row('early', 'a', 'open', { failed: 1, allowed: 4 });
    const waiting = row('broad', 'a', 'waiting', { there: 0, total: 900, waitsFor: 'ring:early', opensAt: OPENS });
    expect(shown([early, waiting], pairsOf('broad', 'a', 'ring:early', 882))).toEqual([
      '~ ring early, a: open, 12 of 40 there, 27 to go, 1 failed (4 may)',
      '. ring broad, a: 882 destinations wait for ring early: 12 of 40 there, 27 to go, 1 failed (4 may), not before 2026-11-30 07:00 UTC',
    ]);
    const failing = row('early', 'a', 'halted', { failed: 5, allowed: 4, waitsFor: 'failures:early' });
    const halted = row('broad', 'a', 'halted', { there: 0, total: 900, waitsFor: 'failures:early' });
    expect(shown([failing, halted], pairsOf('broad', 'a', 'failures:early', 2))).toEqual([
      '! ring early, a: halted: 5 of 40 failed, 4 may',
      '! ring broad, a: halted by ring early: 5 of 40 failed, 4 may; d-0001, d-0002 wait',
    ]);
  });

  it('says how long it is from now where a time is at hand', () => {
    const soaking = row('broad', 'a', 'soaking', { waitsFor: 'soak:early', opensAt: OPENS });
    expect(shown([soaking], [], { fold: true, now: '2026-11-30T04:00:00.000Z' })).toEqual([
      '. ring broad, a: waits until ring early has stood long enough, not before 2026-11-30 07:00 UTC (in 3 hours)',
    ]);
    expect(shown([soaking], [], { fold: true, now: '2026-11-30T07:00:00.000Z' })).toEqual([
      '. ring broad, a: waits until ring early has stood long enough, not before 2026-11-30 07:00 UTC',
    ]);
  });

  it.each<[string, RingProgress, readonly RolloutPair[], string]>([
    [
      'that goes once the ring before has passed in this very run',
      row('early', 'a', 'waiting', { waitsFor: 'ring:canary' }),
      pairsOf('early', 'a', null, 4),
      '~ ring early, a: waits for ring canary: 2 of 3 there, 1 to go; 4 destinations go in this run',
    ],
    [
      'of which some wait and a revert goes',
      row('early', 'a', 'waiting', { waitsFor: 'ring:canary' }),
      [...pairsOf('early', 'a', 'ring:canary', 4), ...pairsOf('early', 'a', null, 1, 9)],
      '. ring early, a: 4 destinations wait for ring canary: 2 of 3 there, 1 to go; d-0009 goes in this run',
    ],
    [
      'that is halted and tried again where it failed',
      row('early', 'a', 'halted', { failed: 1, waitsFor: 'failures:early' }),
      pairsOf('early', 'a', null, 1),
      '! ring early, a: halted: 1 of 40 failed, none may; d-0001 goes in this run',
    ],
    [
      'that has passed and has one more to try',
      row('early', 'a', 'passed', { there: 39, failed: 1, allowed: 1 }),
      pairsOf('early', 'a', null, 1),
      '~ ring early, a: passed, 39 of 40 there, 1 failed (1 may); d-0001 goes in this run',
    ],
  ])('tells who goes in a ring %s', (_, progress, pairs, line) => {
    expect(shown([row('canary', 'a', 'open', { there: 2, total: 3 }), progress], pairs).at(-1)).toBe(line);
  });

  it('keeps the order of the rings, also where the first story has none in the first of them', () => {
    const progress = [row('broad', 'a', 'open'), row('canary', 'b', 'passed'), row('broad', 'b', 'waiting')];
    expect(shown(progress).map((line) => line.slice(0, 15))).toEqual([
      '= ring canary, ',
      '~ ring broad, a',
      '. ring broad, b',
    ]);
  });

  it('tells of pairs in rings that no other pair counts for', () => {
    expect(shown([], [...pairsOf('broad', 'a', 'ring:early', 4), ...pairsOf('broad', 'a', null, 2, 9)])).toEqual([
      '. ring broad, a: 4 destinations wait for ring early',
    ]);
  });

  it('tells apart who waits for something else than the ring does', () => {
    const open = row('broad', 'a', 'open');
    const pairs = [
      ...pairsOf('broad', 'a', null, 4),
      ...pairsOf('broad', 'a', 'batch:broad', 20, 5),
      ...pairsOf('broad', 'a', 'place:broad', 1, 31),
      ...pairsOf('broad', 'a', 'story:enrich', 3, 41),
      ...pairsOf('broad', 'a', 'failures:broad', 1, 51),
      ...pairsOf('broad', 'a', 'approved_plan', 1, 61),
      ...pairsOf('broad', 'a', 'moon', 1, 71),
    ];
    expect(shown([open], pairs)).toEqual([
      '~ ring broad, a: 4 destinations go now: 12 of 40 there, 28 to go',
      '. ring broad, a: 20 destinations wait for a later batch',
      '. ring broad, a: d-0031 waits for a turn, as only so many go at once as may fail',
      '. ring broad, a: d-0041, d-0042, d-0043 wait for story enrich',
      '! ring broad, a: d-0051 waits for ring broad, which is halted',
      '. ring broad, a: d-0061 waits for another plan than the approved one',
      '. ring broad, a: d-0071 waits for moon',
    ]);
  });
});

describe('many lines of a rollout', () => {
  const stories = Array.from({ length: 9 }, (_, index) => `s-${index}`);

  it('are one where the same is to be said of several stories, with the numbers that each of them has', () => {
    const progress = stories
      .slice(0, 3)
      .flatMap((story) => [row('early', story, 'open'), row('broad', story, 'waiting', { waitsFor: 'ring:early' })]);
    const pairs = stories.slice(0, 3).flatMap((story) => pairsOf('broad', story, 'ring:early', 882));
    expect(shown(progress, pairs)).toEqual([
      '~ ring early, 3 stories: open, 12 of 40 there, 28 to go',
      '. ring broad, 3 stories: 882 destinations wait for ring early: 12 of 40 there, 28 to go',
    ]);
    expect(shown(progress.slice(0, 4)).at(-1)).toBe(
      '. ring broad, s-0, s-1: waits for ring early: 12 of 40 there, 28 to go',
    );
  });

  it('are added up by what they wait for where each story stands elsewhere', () => {
    const progress = stories.map((story, there) => row('early', story, 'open', { there }));
    expect(shown(progress.slice(0, 6))).toHaveLength(6);
    expect(shown(progress)).toEqual(['~ ring early, 9 stories: open, 36 of 360 there, 324 to go']);
  });

  it('are all there, with every name, where everything is asked for', () => {
    const progress = stories.map((story, there) => row('early', story, 'open', { there }));
    const lines = shown(progress, pairsOf('early', 's-0', 'batch:early', 5), { fold: false });
    expect(lines).toHaveLength(10);
    expect(lines[1]).toBe('. ring early, s-0: d-0001, d-0002, d-0003, d-0004, d-0005 wait for a later batch');
  });

  it('stay few for a large fleet', () => {
    const many = Array.from({ length: 200 }, (_, index) => `s-${index}`);
    const progress = many.flatMap((story, index) => [
      row('canary', story, 'passed', { there: 3, total: 3 }),
      row('early', story, 'open', { there: index % 40 }),
      row('broad', story, 'waiting', { waitsFor: 'ring:early' }),
    ]);
    const pairs = many.flatMap((story) => pairsOf('broad', story, 'ring:early', 50));
    expect(shown(progress, pairs)).toHaveLength(3);
  });

  it('are escaped, whoever wrote the names', () => {
    const evil = '<img src=x>`\u001b[31m@acme';
    const progress = [row(evil, evil, 'waiting', { waitsFor: `window:${evil}` })];
    const pairs = [{ destination: evil, ring: evil, story: evil, waiting: { for: `window:${evil}`, until: null } }];
    const [line] = rolloutLines(progress, pairs, { fold: true });
    expect(inTerminal(line?.phrase ?? [])).not.toContain('\u001b');
    const markdown = inMarkdown(line?.phrase ?? []);
    expect(markdown).not.toContain('<img');
    expect(markdown).not.toMatch(/[^\w]@acme/);
  });
});
