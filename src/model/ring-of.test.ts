import { describe, expect, it } from 'vitest';
import { matchingRing, ringOf } from './ring-of.ts';
import type { Ring, Rollout } from './rollout.ts';

const PLACE = { file: 'sync.yaml', line: 1, column: 1 };

function ring(name: string, match: Ring['match']): Ring {
  const maxFailed = { kind: 'count', value: 0 } as const;
  return { name, match, soak: 0, batch: undefined, maxFailed, place: PLACE };
}

const RINGS = [
  ring('canary', { ring: 'canary' }),
  ring('early', { ring: 'early*', region: 'eu' }),
  ring('broad', undefined),
];
const ROLLOUT: Rollout = { rings: RINGS, windows: [] };

describe('the ring of a destination', () => {
  it.each([
    ['its label says it', { ring: 'canary' }, 'canary'],
    ['the first that matches, though later ones do too', { ring: 'canary', region: 'eu' }, 'canary'],
    ['a glob matches the value', { ring: 'early-2', region: 'eu' }, 'early'],
    ['one of two labels is not enough', { ring: 'early-2' }, 'broad'],
    ['everybody else is in the ring without labels', {}, 'broad'],
    ['what every object inherits is no label', { toString: 'canary' }, 'broad'],
  ])('%s', (_, labels, expected) => {
    expect(ringOf(ROLLOUT, { labels }).name).toBe(expected);
  });

  it('is that of everybody else for a label that no person would write', () => {
    const rings = [ring('any', { ring: '*' }), ring('rest', undefined)];
    const of = (length: number): string =>
      ringOf({ rings, windows: [] }, { labels: { ring: 'a'.repeat(length) } }).name;
    expect([of(200), of(201)]).toEqual(['any', 'rest']);
  });

  it('matches by no label that every object inherits', () => {
    const rings = [ring('odd', { constructor: '*' }), ring('rest', undefined)];
    expect(ringOf({ rings, windows: [] }, { labels: {} }).name).toBe('rest');
  });

  it('is the last one where none matches, and none is told to match', () => {
    const rings = RINGS.slice(0, 2);
    expect(matchingRing(rings, { labels: {} })).toBeUndefined();
    expect(ringOf({ rings, windows: [] }, { labels: {} }).name).toBe('early');
  });
});
