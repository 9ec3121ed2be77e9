import { describe, expect, it } from 'vitest';
import { measureSync, QUICK_FLEET } from '../bench/sync.ts';

describe('the benchmark of a sync', () => {
  it('counts every call of a first sync and of a change, and one listing of stories and one of record types per destination where nothing changed', async () => {
    const phases = await measureSync(QUICK_FLEET);
    const { destinations, stories } = QUICK_FLEET;
    const [first, look, plan, refresh, stateless, change, second, third] = phases.map(({ run }) => run.traffic);
    const shared = { 'GET /user_credentials': destinations, 'GET /global_resources': destinations };
    expect(first?.kinds).toEqual({
      ...shared,
      'GET /stories': 3 * destinations,
      // One story in four keeps records: listed to plan, around the making of the type, and after that story.
      'GET /record_types': 4 * destinations,
      'POST /record_types': destinations,
      'POST /stories/import': destinations * stories,
      'GET /stories/:id/export': destinations * stories,
    });
    const listings = { 'GET /stories': destinations, 'GET /record_types': destinations };
    expect(look?.kinds).toEqual({ ...listings, 'GET /stories/:id/export': destinations * stories });
    expect(plan?.kinds).toEqual(listings);
    expect(refresh?.kinds).toEqual(look?.kinds);
    expect(stateless?.kinds).toEqual(refresh?.kinds);
    expect(change?.kinds).toEqual({
      ...shared,
      'GET /stories': 2 * destinations,
      'GET /record_types': destinations,
      'POST /stories/import': destinations,
      'GET /stories/:id/export': 2 * destinations,
    });
    expect(second?.kinds).toEqual({ ...listings, 'GET /stories/:id/export': destinations });
    expect(third?.kinds).toEqual(listings);
  });
});
