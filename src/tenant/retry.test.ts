import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './limits.ts';
import { decideRetry, parseRetryAfter, type Trouble } from './retry.ts';

const status = (code: number, retryAfterMs?: number): Trouble => ({
  kind: 'status',
  status: code,
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});
const network = (sent: boolean, permanent = false): Trouble => ({ kind: 'network', sent, permanent });

describe('decideRetry', () => {
  const decide = (write: boolean, trouble: Trouble, attempt = 1, random = 0.5) =>
    decideRetry({ write, attempt, trouble, random }, DEFAULT_LIMITS);

  it.each([
    ['429', status(429), true],
    ['500', status(500), true],
    ['502', status(502), true],
    ['503', status(503), true],
    ['504', status(504), true],
    ['501', status(501), false],
    ['400', status(400), false],
    ['401', status(401), false],
    ['404', status(404), false],
    ['422', status(422), false],
    ['302', status(302), false],
    ['a broken connection', network(true), true],
    ['no connection', network(false), true],
    ['a certificate that is not trusted', network(false, true), false],
  ])('for a read after %s: again %#', (_, trouble, again) => {
    expect(decide(false, trouble).again).toBe(again);
  });

  it.each([
    ['429, which may be said late', status(429), false],
    ['429 that says when to come back', status(429, 1000), false],
    ['no connection', network(false), true],
    ['a broken connection', network(true), false],
    ['500', status(500), false],
    ['503 that says when to come back', status(503, 1000), false],
    ['504', status(504), false],
    ['422', status(422), false],
    ['a certificate that is not trusted', network(false, true), false],
  ])('for a write after %s: only when it was never sent', (_, trouble, again) => {
    expect(decide(true, trouble).again).toBe(again);
  });

  it('stops after five attempts, after twelve when limited', () => {
    expect(decide(false, status(503), 4).again).toBe(true);
    expect(decide(false, status(503), 5).again).toBe(false);
    expect(decide(false, status(429), 11).again).toBe(true);
    expect(decide(false, status(429), 12).again).toBe(false);
  });

  it('backs off with full jitter, doubling from one second', () => {
    const waits = [1, 2, 3, 4].map((attempt) => decide(false, status(503), attempt, 1));
    expect(waits.map((wait) => wait.again && wait.afterMs)).toEqual([1000, 2000, 4000, 8000]);
    expect(decide(false, status(503), 4, 0)).toEqual({ again: true, afterMs: 0 });
  });

  it('outlasts the minute by which a tenant counts, whatever chance says', () => {
    const waits = Array.from({ length: 11 }, (_, index) => decide(false, status(429), index + 1, 0));
    const all = waits.map((wait) => (wait.again ? wait.afterMs : Number.NaN));
    expect(all.slice(0, 6)).toEqual([500, 1000, 2000, 4000, 8000, 15_000]);
    expect(all.reduce((sum, ms) => sum + ms)).toBeGreaterThan(60_000);
  });

  it('waits at least as long as the tenant asks, and gives up on a server that asks for more than two minutes', () => {
    expect(decide(false, status(429, 20_000))).toEqual({ again: true, afterMs: 20_000 });
    expect(decide(false, status(429, 0))).toEqual({ again: true, afterMs: 750 });
    expect(decide(false, status(503, 120_000)).again).toBe(true);
    expect(decide(false, status(503, 120_001)).again).toBe(false);
  });

  it.each([120_001, 3_600_000, 99_999_999_999_000, Number.POSITIVE_INFINITY])(
    'tries a limit anew after two minutes, also when it is to last for %i ms',
    (retryAfterMs) => {
      expect(decide(false, status(429, retryAfterMs))).toEqual({ again: true, afterMs: 120_000 });
    },
  );

  it('gives up on a tenant that would have said nothing but "too many" for five minutes', () => {
    const decideAfter = (limitedForMs: number) =>
      decideRetry(
        { write: false, attempt: 2, trouble: status(429, 60_000), random: 0.5, limitedForMs },
        DEFAULT_LIMITS,
      );
    expect(decideAfter(240_000).again).toBe(true);
    expect(decideAfter(240_001).again).toBe(false);
  });
});

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    ['7', 7000],
    [' 7 ', 7000],
    ['0', 0],
    ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
    ['Sunday, 01-Mar-26 12:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ])('reads %j', (header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });

  it.each([[undefined], [''], ['-5'], ['1.5'], ['soon'], ['2026-03-01'], ['Xyz, nonsense GMT'], ['5, 10']])(
    'ignores %j',
    (header) => {
      expect(parseRetryAfter(header, now)).toBeUndefined();
    },
  );
});
