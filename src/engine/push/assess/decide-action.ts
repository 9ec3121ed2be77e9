import type { StoryInfo } from '../../../model/actual.ts';
import type { Destination, Detachment } from '../../../model/destination.ts';
import type { MissingPrerequisite, PlanAction } from '../../../model/plan.ts';
import type { Reason } from '../../../model/status.ts';
import type { OwnershipRefusal } from '../../../plan/ownership/ownership.ts';
import { describeDetachment } from '../../../plan/planned-story.ts';

/** All that counts for the verdict on one story, gathered before. */
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
  /** Nobody can tell whether that was edited there; the text says where more may be known. */
  readonly unproven?: string | undefined;
  readonly failedVerification: boolean;
  readonly refusedRecordType: OwnershipRefusal | undefined;
  readonly ambiguousIngress: readonly string[];
  readonly missing: readonly MissingPrerequisite[];
};

export type ActionDecision = {
  readonly action: PlanAction;
  readonly reason: Reason | null;
  readonly message: string | null;
  readonly hint: string | null;
  /** What a push would do once a skipped story may go. */
  readonly would?: 'create' | 'update';
};

/** One story, one verdict. The first blocker wins; a detached story is only compared. */
export function decideAction(facts: ActionInput): ActionDecision {
  if (facts.detached) {
    const message = describeDetachment(facts.detachment);
    return {
      ...verdict('skip', 'detached', message),
      ...(facts.differs ? { would: facts.listed ? 'update' : 'create' } : {}),
    };
  }
  if (!facts.differs && !facts.unstamped && !facts.forced) return verdict('unchanged', null);
  const blocker = findBlocker(facts);
  if (blocker) return { action: 'blocked', ...blocker };
  if (!facts.listed) return verdict('create', facts.recreated ? 'recreated' : 'new');
  if (facts.drift.length > 0 && facts.destination.onDrift === 'keep') {
    if (facts.unproven === undefined) {
      return verdict('skip', 'drift', 'edited there; "on_drift: keep" leaves it as it is');
    }
    const message = `${mayBeEdited(facts.unproven)}; "on_drift: keep" leaves it as it is`;
    return { action: 'skip', reason: 'drift', message, hint: OVERWRITE };
  }
  return verdict('update', reasonToUpdate(facts));
}

/** None for a story that gets our stamp and nothing else: the plan says of it that it is taken over. */
function reasonToUpdate(facts: ActionInput): Reason | null {
  if (!facts.differs) return facts.forced ? 'forced' : null;
  if (facts.renamed) return 'renamed';
  return facts.drift.length > 0 && !facts.gitChanged ? 'drift' : 'content_changed';
}

function findBlocker(facts: ActionInput): OwnershipRefusal | undefined {
  const { destination, listed } = facts;
  if (listed?.changeControl) {
    return {
      reason: 'change_control',
      message: 'under change control there: a live story is never changed behind its approvers',
      hint: 'switch change control off for this story at the destination, or detach the story',
    };
  }
  if (facts.failedVerification && !facts.forced) {
    return {
      reason: 'verify_failed',
      message: 'the same content was pushed before and did not read back equal; it is not pushed again',
      hint: 'compare the story at the destination, then push it once more with --force',
    };
  }
  if (facts.drift.length > 0 && destination.onDrift === 'fail') {
    if (facts.unproven !== undefined) {
      const message = `${mayBeEdited(facts.unproven)}: ${facts.drift.join(', ')}`;
      return { reason: 'drift', message, hint: OVERWRITE };
    }
    return {
      reason: 'drift',
      message: `edited there since the last push: ${facts.drift.join(', ')}; "on_drift: fail" stops the push`,
      hint: 'bring the edit into the origin story, or set "on_drift: overwrite" for this destination',
    };
  }
  if (facts.refusedRecordType) return facts.refusedRecordType;
  if (facts.ambiguousIngress.length > 0) {
    return {
      reason: 'ingress_ambiguous',
      message: `cannot tell which address belongs to which action: ${facts.ambiguousIngress.join(', ')}`,
      hint: 'give each of these webhooks and pages a name of its own, the same at the origin and at the destination',
    };
  }
  if (facts.missing.length > 0 && destination.prerequisites === 'fail') {
    return {
      reason: 'missing_prerequisite',
      message: `missing there: ${describeMissing(facts.missing)}`,
      // Without the team's number: what a thousand teams lack is told once.
      hint: 'create it in the team under this name (values stay in the tenant), or set "prerequisites: warn"',
    };
  }
  return undefined;
}

function mayBeEdited(more: string): string {
  return `what is there is no version of it that git had${more}, and no recorded state that is proven says who made it so: it counts as an edit`;
}

const OVERWRITE = 'push the content of git over it with --force: what is there is saved as a version first';

export function describeMissing(missing: readonly MissingPrerequisite[]): string {
  return missing.map(({ kind, slug }) => `${kind === 'story' ? 'sub-story' : kind} "${slug}"`).join(', ');
}

function verdict(action: PlanAction, reason: Reason | null, message: string | null = null): ActionDecision {
  return { action, reason, message, hint: null };
}
