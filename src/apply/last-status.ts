import type { DestinationState, LastStatus } from '../model/destination-state.ts';
import type { Explain } from '../model/fact/fact.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';

type Moment = { readonly at: string; readonly commit: string | null; readonly explain: Explain };

/**
 * What the next status query is told of a destination: the outcomes of this run, and what earlier runs said of stories
 * that it did not touch. Stories that the manifest no longer asks for are forgotten.
 */
export function lastStatuses(
  { destination, stories }: Pick<DestinationWork, 'destination' | 'stories'>,
  outcomes: readonly Outcome[],
  previous: DestinationState['last'],
  moment: Moment,
): DestinationState['last'] {
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.storyKey, outcome]));
  const contentOf = new Map(stories.map(({ desired }) => [desired.key, desired.contentHash]));
  const entries = destination.subscriptions.flatMap(({ storyKey, detached }) => {
    const known = Object.hasOwn(previous, storyKey) ? previous[storyKey] : undefined;
    const outcome = outcomeOf.get(storyKey);
    const content = contentOf.get(storyKey);
    // What waits for its ring is told anew by the rollout each time: numbers and times in it would be written each time.
    const waits = outcome?.fact?.kind === 'rollout_waits';
    if (!outcome || content === undefined || waits) return known ? [[storyKey, known] as const] : [];
    const there = outcome.detached && detached === undefined;
    const now = stillFailing(known, statusNow(outcome, content, there, moment));
    // Of what the vendor carries nothing else says since when this very content is there.
    const isOther = destination.engine === 'native' && known?.content !== content;
    return [[storyKey, isOther ? now : renew(known, now, outcome.fact)] as const];
  });
  return Object.fromEntries(entries);
}

function statusNow(
  { status, reason, fact, detached }: Outcome,
  content: string,
  detachedThere: boolean,
  { at, commit, explain }: Moment,
): LastStatus {
  // In sync is in sync: that this run brought it there changes nothing for the next one.
  const inSync = status === 'synced' && !detached;
  const kept = fact?.kind === 'internal' ? ({ kind: 'internal', text: null } as const) : fact;
  const words = inSync || !kept ? undefined : explain(kept);
  return {
    status,
    reason: inSync ? null : reason,
    message: words?.message ?? null,
    ...(words?.hint ? { hint: words.hint } : {}),
    at,
    ...(commit === null ? {} : { commit }),
    content,
    ...(detachedThere ? { detachedThere } : {}),
  };
}

/** Whoever was told of a failure is to hear of its end, whatever the pair waits for in between. */
function stillFailing(known: LastStatus | undefined, now: LastStatus): LastStatus {
  const failed = known?.status === 'failed' || known?.failing === true;
  return failed && now.status === 'requires_sync' ? { ...now, failing: true } : now;
}

/** As before: it keeps the time and the commit since when it is so, and a silent run writes nothing. */
function renew(known: LastStatus | undefined, now: LastStatus, fact: Outcome['fact']): LastStatus {
  if (!known || known.status !== now.status || known.reason !== now.reason) return now;
  // What was refused a second push because the first one failed has nothing to add to why that failed.
  if (fact?.kind === 'failed_verification_before' && known.content === now.content) return known;
  // A state file holds words alone, so words are compared.
  if (known.message !== now.message) return now;
  const { commit: _, ...rest } = now;
  return { ...rest, at: known.at, ...(known.commit === undefined ? {} : { commit: known.commit }) };
}
