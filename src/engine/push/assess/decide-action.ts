import type { StoryInfo } from '../../../model/actual.ts';
import type { Destination, Detachment } from '../../../model/destination.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import { reasonOf } from '../../../model/fact/reason.ts';
import type { HistoryGap, StoryFact } from '../../../model/fact/story-fact.ts';
import type { PlanAction } from '../../../model/plan.ts';
import type { MissingPrerequisite } from '../../../model/prerequisite.ts';
import type { Reason } from '../../../model/status.ts';

/** All that counts for the decision on one story, gathered before. */
export type ActionInput = {
  readonly destination: Destination;
  readonly listed: StoryInfo | undefined;
  readonly recreated: boolean;
  readonly detached: boolean;
  readonly detachment: Detachment | undefined;
  readonly forced: boolean;
  /** Something would change: content, tags or a record type. */
  readonly differs: boolean;
  /** It is taken over, and does not carry our stamp yet. */
  readonly unstamped: boolean;
  readonly renamed: boolean;
  readonly gitChanged: boolean;
  readonly drift: readonly string[];
  /** Nobody can tell whether that was edited there; more may be known where git's history has a gap. */
  readonly unproven?: { readonly gap: HistoryGap | null } | undefined;
  readonly failedVerification: boolean;
  readonly refusedRecordType: Cause | undefined;
  readonly ambiguousIngress: readonly string[];
  readonly missing: readonly MissingPrerequisite[];
};

export type ActionDecision = {
  readonly action: PlanAction;
  readonly reason: Reason | null;
  readonly fact: Cause | null;
  /** What a push would do once a skipped story may go. */
  readonly would?: 'create' | 'update';
};

/** One story, one decision. The first blocker wins; a detached story is only compared. */
export function decideAction(facts: ActionInput): ActionDecision {
  if (facts.detached) {
    const detached: Cause = { kind: 'detached', detachment: facts.detachment ?? null, absent: false };
    return {
      ...becauseOf('skip', detached),
      ...(facts.differs ? { would: facts.listed ? 'update' : 'create' } : {}),
    };
  }
  if (!facts.differs && !facts.unstamped && !facts.forced) return decision('unchanged', null);
  const blocker = findBlocker(facts);
  if (blocker) return becauseOf('blocked', blocker);
  if (!facts.listed) return decision('create', facts.recreated ? 'recreated' : 'new');
  if (facts.drift.length > 0 && facts.destination.onDrift === 'keep') {
    return becauseOf('skip', editedThere('keep', facts));
  }
  return decision('update', reasonToUpdate(facts));
}

/** None for a story that gets our stamp and nothing else: the plan says of it that it is taken over. */
function reasonToUpdate(facts: ActionInput): Reason | null {
  if (!facts.differs) return facts.forced ? 'forced' : null;
  if (facts.renamed) return 'renamed';
  return facts.drift.length > 0 && !facts.gitChanged ? 'drift' : 'content_changed';
}

function findBlocker(facts: ActionInput): Cause | undefined {
  const { destination, listed } = facts;
  if (listed?.changeControl) return { kind: 'change_control' };
  if (facts.failedVerification && !facts.forced) return { kind: 'failed_verification_before' };
  if (facts.drift.length > 0 && destination.onDrift === 'fail') return editedThere('fail', facts);
  if (facts.refusedRecordType) return facts.refusedRecordType;
  if (facts.ambiguousIngress.length > 0) return { kind: 'addresses_ambiguous', places: facts.ambiguousIngress };
  if (facts.missing.length > 0 && destination.prerequisites === 'fail') {
    return { kind: 'prerequisites_missing', missing: facts.missing };
  }
  return undefined;
}

function editedThere(onDrift: 'keep' | 'fail', { drift, unproven }: ActionInput): StoryFact {
  return { kind: 'edited_there', onDrift, places: drift, unproven: unproven ?? null };
}

function becauseOf(action: PlanAction, fact: Cause): ActionDecision {
  return { action, reason: reasonOf(fact), fact };
}

function decision(action: PlanAction, reason: Reason | null): ActionDecision {
  return { action, reason, fact: null };
}
