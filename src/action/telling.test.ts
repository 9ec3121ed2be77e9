import { describe, expect, it } from 'vitest';
import type { Job } from './job.ts';
import { tellingOf } from './telling.ts';

const URL_GIVEN = new URL('https://acme.example/webhook');

function tells(event: Job['trigger']['event'], command: 'sync' | 'plan'): boolean {
  const tools = { openNotifier: () => ({ post: async () => ({ kind: 'timeout' }) }) };
  const job = { settings: { notifyUrl: URL_GIVEN }, trigger: { event }, tools } as unknown as Job;
  return tellingOf(job, command, null) !== undefined;
}

describe('others are told', () => {
  it.each([
    ['push', 'sync', true],
    ['workflow_dispatch', 'sync', true],
    ['schedule', 'sync', true],
    ['schedule', 'plan', true],
    ['push', 'plan', false],
    ['workflow_dispatch', 'plan', false],
    ['pull_request', 'plan', false],
    ['pull_request', 'sync', false],
  ] as const)('under %s by a %s: %s', (event, command, told) => {
    expect(tells(event, command)).toBe(told);
  });

  it('only where there is an address', () => {
    expect(tellingOf({ settings: {}, trigger: { event: 'push' } } as unknown as Job, 'sync', null)).toBeUndefined();
  });
});
