import type { RingProgress } from '../../model/rollout.ts';
import { overrideWith } from '../explain/explain-rollout.ts';
import { joined, name, type Phrase, say, words } from '../phrase.ts';
import { type RolloutLine, type RolloutPair, rowsByRing } from './rollout-lines.ts';
import { haltingRing } from './wait-words.ts';

export const ROLLOUT_TITLE = 'Rollout';

/** What a report says of a rollout: where each ring stands, what else is to be known, and how to go on. */
export type RolloutView = {
  /** `canary passed, early open, broad waiting`. */
  readonly summary: Phrase;
  readonly lines: readonly RolloutLine[];
  readonly notes: readonly Phrase[];
  readonly hints: readonly Phrase[];
};

const STATES: { readonly [state in RingProgress['state']]: number } = {
  passed: 0,
  open: 1,
  soaking: 2,
  waiting: 3,
  halted: 4,
};
/** Rings that the summary names. */
const NAMED = 6;

/** Each ring with the states that its stories are in. */
export function ringSummary(progress: readonly RingProgress[]): Phrase {
  const rings = rowsByRing(progress).map((rows): Phrase => {
    const states = [...new Set(rows.map(({ state }) => state))].toSorted((left, right) => STATES[left] - STATES[right]);
    return say`${name(rows[0]?.ring ?? '')} ${states.join(' and ')}`;
  });
  const shown = rings.length <= NAMED + 1 ? rings : rings.slice(0, NAMED);
  const more = rings.length === shown.length ? [] : [[`${rings.length - shown.length} more`]];
  return rings.length === 0 ? ['nothing moves'] : joined([...shown, ...more], ', ');
}

/** What a reader may do; nothing where all goes by itself and nothing waits. */
export function hintsOf(
  progress: readonly RingProgress[],
  pairs: readonly RolloutPair[],
  digest: string,
): readonly Phrase[] {
  const halting = new Set(progress.flatMap(haltedBy));
  const waits = pairs.some(({ waiting }) => waiting !== undefined);
  return [
    ...[...halting].map((ring) => say`see which failed: ${words(`storysync status --ring ${ring}`)}`),
    ...(waits ? [[`later runs go on from here; ${overrideWith(digest)}`]] : []),
  ];
}

function haltedBy({ state, waitsFor, ring }: RingProgress): readonly string[] {
  return state === 'halted' ? [(waitsFor === null ? undefined : haltingRing(waitsFor)) ?? ring] : [];
}
