import { waitsOf } from '../model/fact/waits-of.ts';
import type { RingProgress } from '../model/rollout.ts';
import { byTextOf } from '../model/text/order.ts';
import { firstOpen, type Moment, openingOf } from './barriers.ts';
import type { Fleet, FleetPair } from './fleet.ts';
import { passedAt } from './passings.ts';

/** Where each story that is not everywhere yet stands, ring by ring. */
export function progressOf(
  { pairs, rollout }: Pick<Fleet, 'pairs' | 'rollout'>,
  moment: Moment,
): readonly RingProgress[] {
  const counting = pairs.filter(({ counts }) => counts);
  const moving = counting.filter(({ standing }) => standing !== 'there');
  const contents = new Map(moving.map((pair) => [`${pair.key} ${pair.content}`, pair]));
  const ordered = [...contents].toSorted(byTextOf(([name]) => name)).map(([, pair]) => pair);
  return ordered.flatMap((pair) =>
    rollout.rings.flatMap((_, ring) => {
      const progress = ringProgress(pair, ring, moment);
      return progress ? [progress] : [];
    }),
  );
}

function ringProgress(story: FleetPair, ring: number, moment: Moment): RingProgress | undefined {
  const counts = moment.tallies.counts(story, ring);
  if (counts.total === 0) return undefined;
  return { ring: nameOf(moment, ring), story: story.key, ...counts, ...stateOf(story, ring, moment) };
}

type RingState = Pick<RingProgress, 'state' | 'opensAt' | 'waitsFor'>;

function stateOf(story: FleetPair, ring: number, moment: Moment): RingState {
  const { tallies, record, now, closedAt } = moment;
  const name = nameOf(moment, ring);
  const halt = tallies.haltedBy(story, ring);
  const passed = passedAt(tallies, record, story, ring, now) !== undefined;
  if (halt !== undefined && (halt === ring || !passed))
    return { state: 'halted', opensAt: null, waitsFor: `failures:${nameOf(moment, halt)}` };
  if (passed) return { state: 'passed', opensAt: null, waitsFor: null };
  const opening = openingOf(story, ring, moment);
  if (opening.kind === 'not_passed')
    return { state: 'waiting', opensAt: null, waitsFor: `ring:${nameOf(moment, opening.before)}` };
  if (opening.kind === 'soaks') {
    const opensAt = isoTime(firstOpen(name, opening.ends, closedAt));
    return { state: 'soaking', opensAt, waitsFor: `soak:${nameOf(moment, opening.before)}` };
  }
  const closed = closedAt(name, now);
  if (!closed) return { state: 'open', opensAt: null, waitsFor: null };
  const by = { kind: 'window', window: closed.window } as const;
  return {
    state: 'waiting',
    opensAt: isoTime(closed.until),
    waitsFor: waitsOf({ kind: 'rollout_waits', ring: name, by, until: null }).for,
  };
}

function nameOf({ tallies }: Moment, ring: number): string {
  return tallies.rings[ring]?.name ?? '';
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
