import { describe, expect, it } from 'vitest';
import { momentAhead, recordedAge } from './age.ts';

const NOW = '2026-11-22T09:00:30Z';

describe('the age of recorded state', () => {
  it.each([
    ['2026-11-19T09:00:00.000Z', 'recorded state last written 2026-11-19 09:00 UTC (3 days ago)'],
    ['2026-11-21T09:00:00Z', 'recorded state last written 2026-11-21 09:00 UTC (1 day ago)'],
    ['2026-11-21T11:00:00Z', 'recorded state last written 2026-11-21 11:00 UTC (22 hours ago)'],
    ['2026-11-22T08:59:00Z', 'recorded state last written 2026-11-22 08:59 UTC (1 minute ago)'],
    ['2026-11-22T09:00:00Z', 'recorded state last written 2026-11-22 09:00 UTC (less than a minute ago)'],
    ['2026-11-22T10:00:00Z', 'recorded state last written 2026-11-22 10:00 UTC (less than a minute ago)'],
    ['2026-11-19T12:00:00+03:00', 'recorded state last written 2026-11-19 09:00 UTC (3 days ago)'],
    [undefined, 'there is no recorded state'],
  ])('of %s is said as: %s', (recordedAt, said) => {
    expect(recordedAge(recordedAt, NOW)).toBe(said);
  });
});

describe('a time to come', () => {
  it.each([
    ['2026-11-25T09:00:30.000Z', '2026-11-25 09:00 UTC (in 3 days)'],
    ['2026-11-22T10:30:00.000Z', '2026-11-22 10:30 UTC (in 1 hour)'],
    ['2026-11-22T09:00:31.000Z', '2026-11-22 09:00 UTC (in less than a minute)'],
    ['2026-11-22T09:00:30.000Z', '2026-11-22 09:00 UTC'],
    ['not a time', 'at an unknown time'],
  ])('of %s is said as: %s', (time, said) => {
    expect(momentAhead(time, NOW)).toBe(said);
  });
});
