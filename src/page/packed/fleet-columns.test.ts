import { describe, expect, it } from 'vitest';
import { samplePast, sampleReport } from '../../../test/support/sample-fleet.ts';
import { pageFleetOf } from '../fleet/fleet-of.ts';
import { compressed, uncompressed } from './compressed.ts';
import { packFleet, unpackFleet } from './fleet-columns.ts';
import { OpenedPast, packPast } from './past-columns.ts';

const report = sampleReport({ destinations: 30, stories: 8 });

describe('the data of a page', () => {
  it.each(['names', 'numbers'] as const)('is the same fleet when it is unpacked (%s)', (kind) => {
    const fleet = pageFleetOf(report, { kind });
    expect(unpackFleet(uncompressed(compressed(packFleet(fleet))))).toEqual(fleet);
  });

  it('of another format is refused', () => {
    expect(() => unpackFleet('{"format":"storysync.page/2"}')).toThrow('storysync.page/1');
  });

  it('has the same past of each destination, and of a cut one the newest', () => {
    const past = samplePast(report);
    const whole = new OpenedPast(packPast(past));
    expect([...past.destinations.keys()].map((index) => whole.of(index))).toEqual(past.destinations);
    expect(whole.cutShort).toBe(false);
    const cut = new OpenedPast(packPast(past, 10));
    const kept = Array.from({ length: cut.size }, (_, place) => cut.timeAt(place));
    const newest = past.destinations.flat().map(({ at }) => at);
    expect(cut.cutShort).toBe(true);
    expect(kept.toSorted((a, b) => b - a)).toEqual(newest.toSorted((a, b) => b - a).slice(0, 10));
  });
});
