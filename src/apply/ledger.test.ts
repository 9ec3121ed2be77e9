import { describe, expect, it } from 'vitest';
import { desiredOf, destinationOf, Shop } from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import type { StoryWork } from '../plan/story-work.ts';
import { Ledger } from './ledger.ts';

const STORIES = {
  alpha: storyExport({ name: 'Alpha', actions: [webhook('In')] }),
  beta: storyExport({ name: 'Beta', actions: [webhook('In')] }),
};

async function planned(options: Parameters<typeof destinationOf>[1] = {}): Promise<DestinationWork> {
  const destination = destinationOf('contoso', { stories: ['alpha', 'beta'], ...options });
  const { work } = await new Shop().plan(desiredOf(STORIES, [destination]));
  const [only] = work.values();
  if (!only) throw new Error('nothing was planned');
  return only;
}

function first(work: DestinationWork): StoryWork {
  const [story] = work.stories;
  if (!story) throw new Error('no story');
  return story;
}

describe('the ledger', () => {
  it('says of every pair that is due that it was not reached, before anything is done', async () => {
    const work = await planned();
    const ledger = new Ledger([work]);
    expect(ledger.outcomes().map(({ storyKey, status, reason }) => [storyKey, status, reason])).toEqual([
      ['alpha', 'requires_sync', 'not_reached'],
      ['beta', 'requires_sync', 'not_reached'],
    ]);
    expect(ledger.isOpen('contoso', first(work))).toBe(true);
  });

  it('takes an outcome in the place of that, with nothing left of the old cause', async () => {
    const work = await planned();
    const ledger = new Ledger([work]);
    ledger.record('contoso', first(work), { status: 'synced', reason: 'new', did: 'created' });
    expect(ledger.outcomeOf('contoso', first(work))).toMatchObject({
      status: 'synced',
      fact: null,
      did: 'created',
    });
    expect(ledger.isOpen('contoso', first(work))).toBe(false);
    expect(ledger.outcomes()).toHaveLength(2);
  });

  it('refuses a second outcome of a pair, and one of a pair that nobody planned', async () => {
    const work = await planned();
    const ledger = new Ledger([work]);
    ledger.record('contoso', first(work), { status: 'synced', reason: null });
    expect(() => ledger.record('contoso', first(work), { status: 'failed', reason: 'internal' })).toThrow(
      'recorded twice',
    );
    expect(() => ledger.record('fabrikam', first(work), { status: 'synced', reason: null })).toThrow('never planned');
  });

  it('knows what a skipped story waits for', async () => {
    const detached = { reason: 'theirs', owner: '@acme/soc' };
    const subscriptions = destinationOf('x', { stories: ['alpha', 'beta'] }).subscriptions.map((one) => ({
      ...one,
      detached,
    }));
    const ledger = new Ledger([
      await planned({ subscriptions }),
      await planned({ name: 'fabrikam', manualSyncOnly: true }),
    ]);
    expect(ledger.outcomes().map(({ destination, status, reason }) => `${destination} ${status} ${reason}`)).toEqual([
      'contoso requires_sync detached',
      'contoso requires_sync detached',
      'fabrikam requires_sync manual_sync_only',
      'fabrikam requires_sync manual_sync_only',
    ]);
  });
});
