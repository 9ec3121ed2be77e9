import { describe, expect, it } from 'vitest';
import { outcome } from '../../test/support/example-plans.ts';
import { desiredStory, destinationOf } from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { Destination } from '../model/destination.ts';
import type { LastStatus } from '../model/destination-state.ts';
import type { Fact, Recorded, Words } from '../model/fact/fact.ts';
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
/** Words are the report's: here each fact is called by its kind. */
const explain = (fact: Fact): Words =>
  fact.kind === 'recorded' ? fact : { message: JSON.stringify(fact), hint: null };

function statusAfter(
  rest: Omit<Partial<Outcome>, 'warnings'>,
  known: LastStatus | undefined = EARLIER,
  desired = TRIAGE,
  engine: Destination['engine'] = 'push',
): LastStatus | undefined {
  const now = outcome('contoso', 'triage', { did: 'nothing', ...rest });
  const contoso = destinationOf('contoso', { stories: ['triage'], engine });
  const previous = known ? { triage: known } : {};
  return lastStatuses({ destination: contoso, stories: [workOf(desired)] }, [now], previous, { ...NOW, explain })
    .triage;
}

const NO: Recorded = { kind: 'recorded', message: 'no', hint: 'ask' };
const REJECTED = { status: 'failed', reason: 'rejected', fact: NO } as const;

describe('the last status of a story', () => {
  it('stays as it is while every run says the same', () => {
    expect(statusAfter(REJECTED)).toEqual(EARLIER);
  });

  it('keeps its time also when git asks for other content, but says of which content it is', () => {
    const other = story('triage', 'Triage 2');
    expect(statusAfter(REJECTED, EARLIER, other)).toEqual({ ...EARLIER, content: other.contentHash });
  });

  it('has a new time for other content where the vendor carries it: nothing else says since when that is there', () => {
    const synced: LastStatus = { ...EARLIER, status: 'synced', reason: null, message: null };
    const other = story('triage', 'other');
    const now = { status: 'synced', reason: null, fact: null } as const;
    expect(statusAfter(now, synced, other, 'native')?.at).toBe(NOW.at);
    expect(statusAfter(now, synced, TRIAGE, 'native')?.at).toBe(EARLIER.at);
  });

  it.each<[string, Omit<Partial<Outcome>, 'warnings'>]>([
    ['status', { ...REJECTED, status: 'requires_sync' }],
    ['reason', { ...REJECTED, reason: 'unreachable' }],
    ['message', { ...REJECTED, fact: { ...NO, message: 'not at all' } }],
  ])('is new with another %s', (_, rest) => {
    expect(statusAfter(rest)).toMatchObject(NOW);
  });

  it('never holds the words of a bug, which may quote what was at hand', () => {
    const fact = { kind: 'internal', text: '"hunter2" is not JSON' } as const;
    const status = statusAfter({ ...REJECTED, reason: 'internal', fact });
    expect(status).toMatchObject({ status: 'failed', reason: 'internal', message: expect.any(String) });
    expect(JSON.stringify(status)).not.toContain('hunter2');
  });

  it('is in sync, however it came to be', () => {
    const pushed = statusAfter({ status: 'synced', reason: 'new', did: 'created', fact: NO });
    expect(pushed).toEqual({ status: 'synced', reason: null, message: null, ...NOW, content: TRIAGE.contentHash });
    expect(statusAfter({ status: 'synced', did: 'unchanged' }, pushed && { ...pushed, at: EARLIER.at })).toEqual({
      ...pushed,
      at: EARLIER.at,
    });
  });

  it('keeps saying what read back wrong while the same content is not pushed again', () => {
    const wrong: LastStatus = { ...EARLIER, reason: 'verify_failed', message: 'differs at agents[In]' };
    const held = { ...REJECTED, reason: 'verify_failed', fact: { kind: 'failed_verification_before' } } as const;
    const other = { ...held, did: 'updated', fact: { ...NO, message: 'differs at agents[Out]' } } as const;
    const again = JSON.stringify(held.fact);
    expect(statusAfter(held, wrong)).toEqual(wrong);
    expect(statusAfter(held, wrong, story('triage', 'Triage 2'))).toMatchObject({ message: again, ...NOW });
    expect(statusAfter(other, wrong)).toMatchObject({ message: 'differs at agents[Out]', ...NOW });
  });

  it('knows who detached it', () => {
    const detached = { status: 'requires_sync', reason: 'detached', detached: true } as const;
    expect(statusAfter(detached)?.detachedThere).toBe(true);
    // Equal to git, and still not in sync as others are.
    const equal = statusAfter({ ...detached, status: 'synced', fact: { ...NO, message: 'by tag' } });
    expect(equal).toMatchObject({ status: 'synced', reason: 'detached', message: 'by tag' });
    const [subscription] = destinationOf('contoso', { stories: ['triage'] }).subscriptions;
    if (!subscription) throw new Error('no subscription');
    const contoso = destinationOf('contoso', { subscriptions: [{ ...subscription, detached: { reason: 'tuned' } }] });
    const now = [outcome('contoso', 'triage', detached)];
    const { triage } = lastStatuses({ destination: contoso, stories: [workOf(TRIAGE)] }, now, {}, { ...NOW, explain });
    expect(triage).not.toHaveProperty('detachedThere');
  });

  it('is kept for a story that the run did not touch, and forgotten for one that nobody asks for', () => {
    const contoso = destinationOf('contoso', { stories: ['triage', 'constructor'] });
    const previous = { triage: EARLIER, unsubscribed: EARLIER };
    expect(lastStatuses({ destination: contoso, stories: [] }, [], previous, { ...NOW, explain })).toEqual({
      triage: EARLIER,
    });
  });
});
