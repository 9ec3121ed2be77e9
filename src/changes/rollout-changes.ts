import type { Change } from '../model/change/change.ts';
import type { RingProgress } from '../model/rollout.ts';
import type { Outcome } from '../model/status.ts';
import type { Fleet, FleetPair } from '../rollout/fleet.ts';
import { RingTallies } from '../rollout/ring-tallies.ts';

/** The fleet and where its rings stood, by what was recorded before the run, and what the run made of it. */
export type RolloutTurn = {
  readonly fleet: Fleet;
  readonly before: readonly RingProgress[];
  readonly after: readonly RingProgress[];
  readonly outcomes: readonly Outcome[];
};

/** Rings that this run halted, or was the first to push to. */
export function rolloutChanges(turn: RolloutTurn): readonly Change[] {
  return [...haltedRings(turn), ...openedRings(turn)];
}

/** The ring whose own failures are too many: that those after it wait for it is the same news. */
function haltedRings({ fleet, before, after }: RolloutTurn): readonly Change[] {
  const known = new Set(before.filter(isHalted).map(idOf));
  const names = new Map(fleet.pairs.map(({ key, name }) => [key, name]));
  return after
    .filter((each) => isHalted(each) && !known.has(idOf(each)))
    .map(({ ring, story: key }) => ({ kind: 'halted', ring, story: { key, name: names.get(key) ?? key } }));
}

/** By its own failures. */
export function isHalted({ ring, state, waitsFor }: RingProgress): boolean {
  return state === 'halted' && waitsFor === `failures:${ring}`;
}

function idOf({ ring, story }: RingProgress): string {
  return `${ring} ${story}`;
}

/** Nobody there had this content, and now somebody was pushed to. A story's first ring does not open: it is where each change begins. */
function openedRings({ fleet, outcomes }: RolloutTurn): readonly Change[] {
  const tallies = new RingTallies(fleet);
  const pushed = new Set(
    outcomes
      .filter(({ did }) => did === 'created' || did === 'updated')
      .map((each) => `${each.destination} ${each.storyKey}`),
  );
  const opened = new Map<string, Change>();
  for (const pair of fleet.pairs) {
    if (!pair.counts || !pushed.has(`${pair.destination} ${pair.key}`) || !wasClosed(pair, tallies)) continue;
    const { ring, key, name } = pair;
    opened.set(`${ring} ${key}`, { kind: 'ring_opened', ring, story: { key, name } });
  }
  return [...opened.values()];
}

function wasClosed(pair: FleetPair, tallies: RingTallies): boolean {
  const ring = tallies.indexOf(pair.ring);
  return tallies.before(pair.key, ring) !== undefined && tallies.counts(pair, ring).there === 0;
}
