import { describe, expect, it } from 'vitest';
import { outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import { samplePast, sampleReport } from '../../../test/support/sample-fleet.ts';
import { NONE } from '../fleet/fleet.ts';
import { pageFleetOf } from '../fleet/fleet-of.ts';
import { uncompressed } from './compressed.ts';
import { fitFleet, fitPast } from './fit.ts';
import { OpenedPast } from './past-columns.ts';

const report = sampleReport({ destinations: 40, stories: 10 });
const fleet = pageFleetOf(report, { kind: 'names' });

describe('data that must fit', () => {
  it('is whole where it has room, and says nothing', () => {
    const { fleet: fitted } = fitFleet(fleet, 1_000_000);
    expect(fitted).toEqual(fleet);
  });

  it('goes without ids first, and says so', () => {
    const whole = fitFleet(fleet, 1_000_000).data.length;
    const { fleet: fitted, data } = fitFleet(fleet, whole - 1);
    expect(data.length).toBeLessThan(whole);
    expect(fitted.leftOut).toEqual(['ids of stories at the destinations']);
    expect(new Set(fitted.pairs.id)).toEqual(new Set([NONE]));
    expect(fitted.standings).toEqual(fleet.standings);
  });

  it('keeps of too many words those that are said of most pairs, and every status', () => {
    const said = (index: number) => (index % 2 === 0 ? 'said of half of them' : noise(index));
    const outcomes = Array.from({ length: 2000 }, (_, index) =>
      outcome(`d-${index}`, 'x', { status: 'failed', reason: 'rejected', message: said(index), hint: 'do this' }),
    );
    const loud = pageFleetOf(
      { ...reportOf(outcomes), now: report.now, live: false, unsigned: false },
      { kind: 'names' },
    );
    const { fleet: fitted, data } = fitFleet(loud, 120_000);
    expect(data.length).toBeLessThanOrEqual(120_000);
    expect(fitted.leftOut.join()).toMatch(/the words of \d+ findings/);
    expect(fitted.standings.map(({ message }) => message)).toContain('said of half of them');
    expect(fitted.standings.map(({ status, reason }) => `${status} ${reason}`)).toEqual(
      loud.standings.map(({ status, reason }) => `${status} ${reason}`),
    );
  });

  it('loses of the past the oldest first, as little of it as must be', () => {
    const past = samplePast(report);
    const whole = fitPast(past, 1_000_000);
    const room = Math.floor(whole.length / 2);
    const cut = fitPast(past, room);
    const kept = new OpenedPast(uncompressed(cut));
    expect(cut.length).toBeLessThanOrEqual(room);
    expect(cut.length).toBeGreaterThan(room * 0.9);
    const oldestKept = kept.timeAt(kept.size - 1);
    const lost = past.destinations.flat().length - kept.size;
    expect(lost).toBeGreaterThan(0);
    expect(past.destinations.flat().filter(({ at }) => at < oldestKept).length).toBeGreaterThan(0);
    expect(new OpenedPast(uncompressed(fitPast(past, 0)))).toMatchObject({ size: 0, cutShort: true });
  });
});

/** Words that no compressor makes smaller. */
function noise(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 400 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCodePoint(97 + ((state >>> 16) % 26));
  }).join('');
}
