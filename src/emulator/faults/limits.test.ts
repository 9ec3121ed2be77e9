import { describe, expect, it } from 'vitest';
import { seedTenants } from '../control/seed.ts';
import { EmulatedLimits, familyOf, retryAfter } from './limits.ts';

const limited = (form: 'none' | 'seconds' | 'date') => {
  const config = { tenants: { acme: { rate_limits: { default: 1 }, switches: { retry_after: form } } } };
  const [tenant] = seedTenants(config, '.', 0);
  if (tenant === undefined) throw new Error('no tenant');
  return tenant;
};

describe('rate limits', () => {
  it('open again with the next minute', () => {
    const limiter = new EmulatedLimits();
    const tenant = limited('seconds');
    limiter.count(tenant, 'k', '/stories', 1000);
    expect(limiter.count(tenant, 'k', '/stories', 30_000)).toMatchObject({ status: 429, retryAfter: '31' });
    expect(limiter.count(tenant, 'k', '/stories', 61_000)).toBeUndefined();
  });

  it.each([
    ['/stories/1', 'default'],
    ['/record_types?x', 'default'],
    ['/record_types', 'record_types'],
    ['/record_types/5', 'record_types'],
    ['/records', 'records'],
    ['/audit_logs', 'audit_logs'],
    ['/agents/3', 'actions'],
  ])('count %s as %s', (path, family) => {
    expect(familyOf(path)).toBe(family);
  });

  it('never give a date that comes before the wait is over', () => {
    const now = 1_700_000_000_400;
    expect(Date.parse(retryAfter('date', 2, now) ?? '') - now).toBeGreaterThanOrEqual(2000);
    expect(retryAfter('none', 2, now)).toBeUndefined();
  });
});
