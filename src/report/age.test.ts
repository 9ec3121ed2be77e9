import { describe, expect, it } from 'vitest';
import { recordedAge } from './age.ts';

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
