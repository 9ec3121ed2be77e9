import { describe, expect, it } from 'vitest';
import { instantClock } from '../../../test/support/instant-clock.ts';
import { desiredOf, destinationOf, policyFor } from '../../../test/support/planning.ts';
import { storyExport, webhook } from '../../../test/support/stories.ts';
import { assessDestination } from '../../engine/push/assess/assess-destination.ts';
import { NO_CONSENT } from '../native/vendor-source.ts';
import { planningAnew } from './plan-anew.ts';

const alpha = storyExport({ name: 'Alpha', actions: [webhook('In')] });
const NAMES = Array.from({ length: 50 }, (_, index) => `d${index}`);

/** A run of fifty destinations; what it asked of the state branch and of the branch it runs on. */
function run(moved: readonly string[]) {
  const asked = { catchUps: 0, heads: 0 };
  const desired = desiredOf(
    { alpha },
    NAMES.map((name) => destinationOf(name, { stories: ['alpha'] })),
  );
  const keys = { of: () => ({ ok: false, error: 'x' }) } as never;
  const session = {
    catchUp: async () => void asked.catchUps++,
    hasMoved: async (name: string) => moved.includes(name),
    read: async () => undefined,
    knows: () => true,
  } as never;
  const planAnew = planningAnew({
    refresh: {
      desired,
      session,
      keys,
      assess: assessDestination,
      tenants: {} as never,
      policy: policyFor(desired),
      earlier: async () => ({ stories: () => [], cutShort: null }),
      whole: true,
      concurrency: 4,
      progress: {} as never,
      clock: instantClock(),
      limits: { readTimeout: 1000 },
      native: { consent: NO_CONSENT, rollout: false },
    },
    session,
    settings: { keys, approved: undefined, superseded: false, origin: undefined },
    work: new Map(),
    isOvertaken: async () => ++asked.heads < 0,
  });
  return { asked, planAnew };
}

describe('a second look at destinations', () => {
  it('asks once for all of them, and for nothing more, where no other run has been', async () => {
    const { asked, planAnew } = run([]);
    expect(await Promise.all(NAMES.map((name) => planAnew(name, false)))).toEqual(NAMES.map(() => undefined));
    expect(asked).toEqual({ catchUps: 1, heads: 0 });
  });

  it('plans those alone that another run has recorded meanwhile', async () => {
    const { asked, planAnew } = run(['d7', 'd9']);
    const anew = await Promise.all(NAMES.map((name) => planAnew(name, false)));
    expect(anew.flatMap((each) => each?.work.destination.name ?? [])).toEqual(['d7', 'd9']);
    expect(asked).toEqual({ catchUps: 1, heads: 1 });
  });

  it('asks once for all that were waited for, and again for one whose lease came later', async () => {
    const { asked, planAnew } = run([]);
    const anew = await Promise.all(NAMES.map((name) => planAnew(name, true)));
    expect(anew.map((each) => each?.work.destination.name)).toEqual(NAMES);
    expect(asked).toEqual({ catchUps: 1, heads: 1 });
    await planAnew('d0', true);
    expect(asked).toEqual({ catchUps: 2, heads: 2 });
  });
});
