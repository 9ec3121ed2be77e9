import { expect, it } from 'vitest';
import { fleetFrom, iso, NOW, ringOf, there } from '../../test/support/rollout/fleets.ts';
import { KEPT } from '../model/rollout-record.ts';
import { recordPassed } from './passings.ts';

const firstOf = (day: number): string => iso(Date.UTC(2026, 1, day));
/** As many contents as are kept, by day, the oldest first. */
const known = Object.fromEntries(
  Array.from({ length: KEPT.contents }, (_, index) => [`h${index}`, firstOf(index + 1)]),
);
const { h19: _, ...oneLess } = known;

it.each<[string, { readonly [content: string]: string }, number]>([
  ['the content that passed longest ago', known, NOW],
  ['of two that passed in one moment the first by name', { ...oneLess, h1000: firstOf(1) }, NOW],
  ['no content of git’s own, whatever a clock said', known, Date.UTC(2000)],
])('a ring that passes makes the record forget %s', (_, times, since) => {
  const contents = Object.fromEntries(Object.entries(times).map(([content, canary]) => [content, { canary }]));
  const fleet = fleetFrom([ringOf('canary')], [there('canary-1', since)]);
  const { passings } = recordPassed(fleet, { passings: { triage: contents }, overrides: [] }, NOW);
  const kept = Object.keys(passings.triage ?? {});
  expect(kept.toSorted()).toEqual([...Object.keys(times).filter((content) => content !== 'h0'), 'new'].toSorted());
});
