import { describe, expect, it } from 'vitest';
import type { CheckEnd, CheckRun } from './check-run.ts';
import { LateCheckRun } from './late-check-run.ts';

const END: CheckEnd = { output: { title: 't', summary: 's' }, annotations: [], conclusion: 'success' };

function world() {
  const told: string[] = [];
  const clock = { now: 0, elapsed: (): number => clock.now };
  const opened: CheckRun = {
    url: 'https://github.example/run',
    isOpen: true,
    open: async () => {},
    progress: (text) => void told.push(text),
    complete: async () => void told.push('completed'),
  };
  const check = new LateCheckRun(async () => {
    told.push('opened');
    return opened;
  }, clock);
  return { check, told, clock };
}

describe('a late check run', () => {
  it('is not opened by a run that ends without a word', () => {
    const { check, told } = world();
    check.progress('1 of 2 done.');
    expect([told, check.url, check.isOpen]).toEqual([[], undefined, false]);
  });

  it('is opened by the end of the run, once, and is known before it when asked for', async () => {
    const { check, told } = world();
    await check.open();
    expect(check.url).toBe('https://github.example/run');
    await check.complete(END);
    expect(told).toEqual(['opened', 'completed']);
  });

  it('is opened when the run takes its time, and told how far it is from then on', async () => {
    const { check, told, clock } = world();
    clock.now = 15_000;
    check.progress('1 of 3 done.');
    check.progress('2 of 3 done.');
    expect(check.isOpen).toBe(true);
    await check.open();
    check.progress('3 of 3 done.');
    expect(told).toEqual(['opened', '3 of 3 done.']);
  });
});
