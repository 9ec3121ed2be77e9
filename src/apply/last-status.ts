import type { DestinationState, LastStatus } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';

type Moment = { readonly at: string; readonly commit: string | null };

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
    if (!outcome || content === undefined) return known ? [[storyKey, known] as const] : [];
    const there = outcome.detached && detached === undefined;
    return [[storyKey, renew(known, newsOf(outcome, content, there, moment), outcome.did)] as const];
  });
  return Object.fromEntries(entries);
}

/** The words of a bug are not ours and may quote what was at hand: they go to that run's report, never into git. */
const INTERNAL = 'an internal error of storysync; the report of that run has its words';

function newsOf(
  { status, reason, message, hint, detached }: Outcome,
  content: string,
  detachedThere: boolean,
  { at, commit }: Moment,
): LastStatus {
  // In sync is in sync: whether this run brought it there is no news of the next one.
  const inSync = status === 'synced' && !detached;
  return {
    status,
    reason: inSync ? null : reason,
    message: inSync ? null : reason === 'internal' ? INTERNAL : message,
    ...(inSync || hint === null ? {} : { hint }),
    at,
    ...(commit === null ? {} : { commit }),
    content,
    ...(detachedThere ? { detachedThere } : {}),
  };
}

/** No news: it keeps the time and the commit since when it is so, and a silent run writes nothing. */
function renew(known: LastStatus | undefined, news: LastStatus, did: Outcome['did']): LastStatus {
  if (!known || known.status !== news.status || known.reason !== news.reason) return news;
  // What was refused a second push because the first one failed has nothing to add to why that failed.
  if (news.reason === 'verify_failed' && did === 'nothing' && known.content === news.content) return known;
  if (known.message !== news.message) return news;
  const { commit: _, ...rest } = news;
  return { ...rest, at: known.at, ...(known.commit === undefined ? {} : { commit: known.commit }) };
}
