import { describe, expect, it } from 'vitest';
import { writesIn } from '../bench/fleet.ts';
import { measureSync, QUICK_FLEET } from '../bench/sync.ts';

describe('the benchmark of a sync', () => {
  it('counts one listing of stories and one of record types per destination where nothing changed, and no write in a second sync', async () => {
    const phases = await measureSync(QUICK_FLEET);
    const { destinations, stories } = QUICK_FLEET;
    const [first, plan, refresh, stateless, change, second] = phases.map(({ run }) => run.traffic);
    expect(first?.kinds['POST /stories/import']).toBe(destinations * stories);
    const listings = { 'GET /stories': destinations, 'GET /record_types': destinations };
    expect(plan?.kinds).toEqual(listings);
    expect(refresh?.kinds).toEqual({ ...listings, 'GET /stories/:id/export': destinations * stories });
    expect(stateless?.kinds).toEqual(refresh?.kinds);
    expect(change && writesIn(change)).toBe(destinations);
    expect(second?.kinds).toEqual(listings);
  });
});
