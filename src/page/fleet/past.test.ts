import { describe, expect, it } from 'vitest';
import type { LastStatus, StoryState } from '../../model/destination-state.ts';
import { pastOf } from './past.ts';

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}T08:00:00.000Z`;
const last = (at: string, rest: Partial<LastStatus> = {}): LastStatus => {
  return { status: 'synced', reason: null, message: null, content: 'x', at, ...rest };
};
const push = (syncedAt: string, rest: Partial<StoryState> = {}): StoryState => {
  return { syncedAt, status: 'synced', reason: null, ...rest } as StoryState;
};
const told = (records: Parameters<typeof pastOf>[0]) =>
  pastOf(records).map(({ story, at, what, status }) =>
    [story, new Date(at * 1000).getUTCDate(), what, status].join(' '),
  );

describe('the past of a destination', () => {
  it('is what its records say, newest first, each event once', () => {
    const failed = last(day(12), { status: 'failed', reason: 'unreachable' });
    const records = [
      { last: { triage: last(day(14)) }, stories: { triage: push(day(10)) } },
      { last: { triage: failed }, stories: { triage: push(day(10)) } },
      { last: { triage: failed }, stories: { triage: push(day(10)) } },
    ];
    expect(told(records)).toEqual(['triage 14 status synced', 'triage 12 status failed', 'triage 10 push synced']);
  });

  it('tells of a push only that, and not also the status that it led to', () => {
    const records = [{ last: { triage: last(day(12)) }, stories: { triage: push(day(11)) } }];
    expect(told(records)).toEqual(['triage 11 push synced']);
    const worse = [
      { last: { triage: last(day(12), { status: 'failed', reason: 'drift' }) }, stories: { triage: push(day(11)) } },
    ];
    expect(told(worse)).toEqual(['triage 12 status failed', 'triage 11 push synced']);
  });

  it('knows nothing of what has no time', () => {
    expect(told([{ last: { triage: last('once') }, stories: {} }])).toEqual([]);
  });
});
