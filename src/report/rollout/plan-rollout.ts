import type { Plan } from '../../model/plan.ts';
import type { RingProgress } from '../../model/rollout.ts';
import { name, type Phrase, say } from '../phrase.ts';
import { count } from '../reason-words.ts';
import { UNSIGNED_ROLLOUT } from '../unsigned-state.ts';
import { type RolloutPair, rolloutLines } from './rollout-lines.ts';
import { hintsOf, type RolloutView, ringSummary } from './rollout-view.ts';

export type PlanRolloutOptions = {
  readonly fold: boolean;
  /** Recorded state counted that is signed by nobody. */
  readonly unsigned: boolean;
};

/** What a push of one story takes, as a rule: it is written, read back and compared. */
const SECONDS_PER_PAIR = 5;

/** Who goes by this plan, who waits, why and until when; undefined without a rollout. */
export function planRollout(plan: Plan, { fold, unsigned }: PlanRolloutOptions): RolloutView | undefined {
  const { rollout: progress, digest } = plan;
  if (progress === undefined) return undefined;
  const pairs = pairsOf(plan);
  return {
    summary: ringSummary(progress),
    lines: rolloutLines(progress, pairs, { fold }),
    notes: [...oneAtATime(progress, pairs), ...(unsigned ? [[UNSIGNED_ROLLOUT]] : [])],
    hints: hintsOf(progress, pairs, digest.replace(/^sha256:/, '').slice(0, 12)),
  };
}

function pairsOf({ destinations }: Plan): readonly RolloutPair[] {
  return destinations.flatMap(({ name: destination, ring, stories }) => {
    if (ring === undefined) return [];
    return stories
      .filter(({ action, waits }) => waits !== undefined || action === 'create' || action === 'update')
      .map(({ key, waits }) => ({ destination, ring, story: key, waiting: waits }));
  });
}

/** Rings that may have no failure have one pair in flight; how long that takes is known before. */
function oneAtATime(progress: readonly RingProgress[], pairs: readonly RolloutPair[]): readonly Phrase[] {
  const strict = progress.filter(({ allowed }) => allowed === 0);
  return [...Map.groupBy(strict, ({ ring }) => ring)].flatMap(([ring, rows]): readonly Phrase[] => {
    const stories = new Set(rows.map(({ story }) => story));
    const moving = pairs.filter((pair) => pair.ring === ring && stories.has(pair.story));
    const going = moving.filter(({ waiting }) => waiting === undefined);
    const told = going.length > 0 ? going : moving;
    if (new Set(told.map(({ destination }) => destination)).size < 2) return [];
    const minutes = count(Math.ceil((told.length * SECONDS_PER_PAIR) / 60), 'minute');
    const goes = going.length > 0 ? 'goes' : 'will go';
    return [say`ring ${name(ring)} ${goes} one destination at a time, as none may fail (max_failed): about ${minutes}`];
  });
}
