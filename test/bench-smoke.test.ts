import { describe, expect, it } from 'vitest';
import { writesIn } from '../bench/fleet.ts';
import { measureSync, QUICK_FLEET } from '../bench/sync.ts';

describe('the benchmark of a sync', () => {
  it('counts one listing of stories and one of record types per destination where nothing changed, after one look at what was pushed', async () => {
    const phases = await measureSync(QUICK_FLEET);
    const { destinations, stories } = QUICK_FLEET;
    const [first, look, plan, refresh, stateless, change, second, third] = phases.map(({ run }) => run.traffic);
    expect(first?.kinds['POST /stories/import']).toBe(destinations * stories);
    const listings = { 'GET /stories': destinations, 'GET /record_types': destinations };
    expect(look?.kinds).toEqual({ ...listings, 'GET /stories/:id/export': destinations * stories });
    expect(plan?.kinds).toEqual(listings);
    expect(refresh?.kinds).toEqual(look?.kinds);
    expect(stateless?.kinds).toEqual(refresh?.kinds);
    expect(change && writesIn(change)).toBe(destinations);
    expect(second?.kinds).toEqual({ ...listings, 'GET /stories/:id/export': destinations });
    expect(third?.kinds).toEqual(listings);
  });
});
