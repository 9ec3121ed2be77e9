import { describe, expect, it } from 'vitest';
import { isTrustedStamp, readTime } from './edit-stamp.ts';

const at = (time: string): number => Date.parse(time);

describe('a stamp of the last edit', () => {
  it.each([
    ['in the second of the answer', '2026-03-01T12:00:10Z', '2026-03-01T12:00:10Z', false],
    ['one second before it', '2026-03-01T12:00:09Z', '2026-03-01T12:00:10Z', false],
    ['two seconds before it', '2026-03-01T12:00:08Z', '2026-03-01T12:00:10Z', true],
    ['less than two seconds before it, told finer', '2026-03-01T12:00:08.001Z', '2026-03-01T12:00:10Z', false],
    ['long before it', '2025-01-01T00:00:00Z', '2026-03-01T12:00:10Z', true],
    ["after it, by a clock that is not the tenant's", '2026-03-01T12:09:00Z', '2026-03-01T12:00:10Z', false],
    ['absent', '', '2026-03-01T12:00:10Z', false],
    ['no time at all', 'yesterday', '2026-03-01T12:00:10Z', false],
  ])('%s', (_, editedAt, readAt, trusted) => {
    expect(isTrustedStamp(editedAt, at(readAt))).toBe(trusted);
  });

  it('of a tenant that does not tell the time is not trusted', () => {
    expect(isTrustedStamp('2025-01-01T00:00:00Z', undefined)).toBe(false);
  });
});

describe('the time of a reading', () => {
  it('is the Date of the answer less what the answer took: the tenant may have looked at its start', () => {
    expect(readTime('Sun, 01 Mar 2026 12:00:10 GMT', 1_500)).toBe(at('2026-03-01T12:00:08.500Z'));
  });

  it.each([[undefined], ['soon'], [['a', 'b']], ['']])('is not known from %j', (date) => {
    expect(readTime(date, 0)).toBeUndefined();
  });
});
