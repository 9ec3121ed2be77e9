import { waitingOf } from '../../model/fact/waits-of.ts';
import type { Outcome } from '../../model/status.ts';
import { moment } from '../age.ts';
import { name, type Phrase, say, words } from '../phrase.ts';
import type { RolloutReport, SyncReport } from '../sync/sync-report.ts';
import { type RolloutLineOptions, type RolloutPair, rolloutLines } from './rollout-lines.ts';
import { hintsOf, type RolloutView, ringSummary } from './rollout-view.ts';

/** Where the rollout stands after a sync or by a query, and who waits; undefined without a rollout. */
export function reportRollout(
  { outcomes, rollout }: Pick<SyncReport, 'outcomes' | 'rollout'>,
  options: RolloutLineOptions,
): RolloutView | undefined {
  if (rollout === undefined) return undefined;
  const pairs = outcomes.flatMap((outcome) => pairOf(outcome, rollout));
  return {
    summary: ringSummary(rollout.progress),
    lines: rolloutLines(rollout.progress, pairs, options),
    notes: rollout.override === undefined ? [] : [overridePhrase(rollout.override)],
    hints: hintsOf(rollout.progress, pairs, 'DIGEST'),
  };
}

/** What of the outcomes is not told by the view of the rollout, where it folds what waits. */
export function besidesRollout({ outcomes, rollout }: Pick<SyncReport, 'outcomes' | 'rollout'>): readonly Outcome[] {
  return rollout === undefined ? outcomes : outcomes.filter((outcome) => pairOf(outcome, rollout).length === 0);
}

function pairOf(outcome: Outcome, { rings }: RolloutReport): readonly RolloutPair[] {
  const ring = rings.get(outcome.destination);
  const waiting = waitingOf(outcome);
  if (ring === undefined || waiting === undefined) return [];
  return [{ destination: outcome.destination, ring, story: outcome.storyKey, waiting }];
}

function overridePhrase({ digest, reason, at }: NonNullable<RolloutReport['override']>): Phrase {
  const plan = name(digest.replace(/^sha256:/, '').slice(0, 12));
  return say`overridden ${moment(at)}, with the plan ${plan}: ${words(reason)}`;
}
