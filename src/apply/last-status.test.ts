import { describe, expect, it } from 'vitest';
import { outcome } from '../../test/support/example-plans.ts';
import { desiredStory, destinationOf } from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { LastStatus } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import type { StoryWork } from '../plan/story-work.ts';
import { lastStatuses } from './last-status.ts';

const story = (key: string, text = key) => ({
  ...desiredStory(storyExport({ name: text, actions: [webhook('In')] })),
  key,
});
const workOf = (desired: StoryWork['desired']) => ({ desired }) as StoryWork;
const TRIAGE = story('triage');
const EARLIER: LastStatus = {
  status: 'failed',
  reason: 'rejected',
  message: 'no',
  hint: 'ask',
  at: '2026-11-19T09:00:00.000Z',
  commit: 'a'.repeat(40),
  content: TRIAGE.contentHash,
};
const NOW = { at: '2026-11-22T09:00:00.000Z', commit: 'b'.repeat(40) };

function newsAfter(
  rest: Partial<Outcome>,
  known: LastStatus | undefined = EARLIER,
  desired = TRIAGE,
): LastStatus | undefined {
  const told = outcome('contoso', 'triage', { did: 'nothing', ...rest });
  const contoso = destinationOf('contoso', { stories: ['triage'] });
  const previous = known ? { triage: known } : {};
  return lastStatuses({ destination: contoso, stories: [workOf(desired)] }, [told], previous, NOW).triage;
}

const REJECTED = { status: 'failed', reason: 'rejected', message: 'no', hint: 'ask' } as const;

describe('the last status of a story', () => {
  it('stays as it is while every run says the same', () => {
    expect(newsAfter(REJECTED)).toEqual(EARLIER);
  });

  it('keeps its time also when git asks for other content, but says of which content it is', () => {
    const other = story('triage', 'Triage 2');
    expect(newsAfter(REJECTED, EARLIER, other)).toEqual({ ...EARLIER, content: other.contentHash });
  });

  it.each<[string, Partial<Outcome>]>([
    ['status', { ...REJECTED, status: 'requires_sync' }],
    ['reason', { ...REJECTED, reason: 'unreachable' }],
    ['message', { ...REJECTED, message: 'not at all' }],
  ])('is news with another %s', (_, rest) => {
    expect(newsAfter(rest)).toMatchObject(NOW);
  });

  it('never holds the words of a bug, which may quote what was at hand', () => {
    const news = newsAfter({ ...REJECTED, reason: 'internal', message: 'internal error: "hunter2" is not JSON' });
    expect(news).toMatchObject({ status: 'failed', reason: 'internal' });
    expect(JSON.stringify(news)).not.toContain('hunter2');
  });

  it('is in sync, however it came to be', () => {
    const pushed = newsAfter({ status: 'synced', reason: 'new', did: 'created', hint: 'none' });
    expect(pushed).toEqual({ status: 'synced', reason: null, message: null, ...NOW, content: TRIAGE.contentHash });
    expect(newsAfter({ status: 'synced', did: 'unchanged' }, pushed && { ...pushed, at: EARLIER.at })).toEqual({
      ...pushed,
      at: EARLIER.at,
    });
  });

  it('keeps saying what read back wrong while the same content is not pushed again', () => {
    const wrong: LastStatus = { ...EARLIER, reason: 'verify_failed', message: 'differs at agents[In]' };
    const held = { ...REJECTED, reason: 'verify_failed', message: 'not pushed again' } as const;
    expect(newsAfter(held, wrong)).toEqual(wrong);
    expect(newsAfter(held, wrong, story('triage', 'Triage 2'))).toMatchObject({ message: 'not pushed again', ...NOW });
    expect(newsAfter({ ...held, did: 'updated' }, wrong)).toMatchObject({ message: 'not pushed again', ...NOW });
  });

  it('knows who detached it', () => {
    const detached = { status: 'requires_sync', reason: 'detached', detached: true } as const;
    expect(newsAfter(detached)?.detachedThere).toBe(true);
    // Equal to git, and still not in sync as others are.
    const equal = newsAfter({ ...detached, status: 'synced', message: 'by tag' });
    expect(equal).toMatchObject({ status: 'synced', reason: 'detached', message: 'by tag' });
    const [subscription] = destinationOf('contoso', { stories: ['triage'] }).subscriptions;
    if (!subscription) throw new Error('no subscription');
    const contoso = destinationOf('contoso', { subscriptions: [{ ...subscription, detached: { reason: 'tuned' } }] });
    const told = [outcome('contoso', 'triage', detached)];
    const { triage } = lastStatuses({ destination: contoso, stories: [workOf(TRIAGE)] }, told, {}, NOW);
    expect(triage).not.toHaveProperty('detachedThere');
  });

  it('is kept for a story that the run did not touch, and forgotten for one that nobody asks for', () => {
    const contoso = destinationOf('contoso', { stories: ['triage', 'constructor'] });
    const previous = { triage: EARLIER, unsubscribed: EARLIER };
    expect(lastStatuses({ destination: contoso, stories: [] }, [], previous, NOW)).toEqual({ triage: EARLIER });
  });
});
