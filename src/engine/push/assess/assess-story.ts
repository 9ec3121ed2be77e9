import type { StoryInfo } from '../../../model/actual.ts';
import type { Subscription } from '../../../model/destination.ts';
import { reasonOf } from '../../../model/fact/reason.ts';
import { DETACHED_TAG } from '../../../model/tags.ts';
import { findOwnership, type Ownership } from '../../../plan/ownership/ownership.ts';
import { asPinned, blockedByPin } from '../../../plan/pinned-work.ts';
import { plannedStory, renamedFrom } from '../../../plan/planned-story.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import { tagChange } from '../difference/tags.ts';
import type { FoundStory, PushStory } from '../push-work.ts';
import { assessContent } from './assess-content.ts';
import { evidenceOf } from './evidence.ts';
import { decisionsFor } from './record-types.ts';
import type { StoryContext } from './story-context.ts';

export type StoryAssessment =
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] }
  | { readonly kind: 'assessed'; readonly work: PushStory };

/** Decides about one story at one destination, or says what must be read first. */
export function assessStory(context: StoryContext): StoryAssessment {
  const { desired, subscription, readings, state, proven } = context;
  if (context.unusablePin) return assessed(context, blockedByPin(desired, context.unusablePin, state));
  const { refresh, force } = context.policy;
  const unmoved = refresh || force ? undefined : findUnmoved(context);
  const typesDue = desired.recordTypes.length > 0 && !context.decisions;
  if (unmoved && typesDue) return { kind: 'unread', needs: RECORD_TYPES };
  if (unmoved && recordTypesHold(context)) return assessUnmoved(context, unmoved);

  const location = findOwnership({ desired, subscription, readings, entry: state && { state, proven } });
  if (location.kind === 'unread') {
    // Where our record has it as listed it is ours, as a rule: what is due next is asked for along with the proof.
    const isListed = readings.listing.some(({ id }) => id === state?.destinationStoryId);
    return typesDue && isListed ? { ...location, needs: [...RECORD_TYPES, ...location.needs] } : location;
  }
  if (location.kind === 'refused') return assessRefused(context, location);
  const listed = location.kind === 'ours' ? location.listed : undefined;
  const detached = isDetached(subscription, listed);
  if (detached && !listed) return assessDetachedAbsent(context);
  if (typesDue) {
    // Its export is due next: asked for along with the types, it spares a round of reading.
    const unread = listed && !readings.exports.has(listed.id) && !readings.unreadableExports.has(listed.id);
    return {
      kind: 'unread',
      needs: [...RECORD_TYPES, ...(unread ? [{ kind: 'export', storyId: listed.id } as const] : [])],
    };
  }
  const content = assessContent(context, location, detached);
  return content.kind === 'unread' ? content : assessed(context, content.found);
}

const RECORD_TYPES: readonly ReadRequest[] = [{ kind: 'record_types' }];

function isDetached(subscription: Subscription, listed: StoryInfo | undefined): boolean {
  return subscription.detached !== undefined || (listed?.tags.includes(DETACHED_TAG) ?? false);
}

/**
 * Our last push is still what is live: same content in git, no edit there since. Spares reading the export. A hint is
 * enough for that, as long as it agrees with the tenant's own time of the last edit: nothing is written on its word.
 */
export function findUnmoved({
  desired,
  destination,
  readings,
  state,
}: Pick<StoryContext, 'desired' | 'destination' | 'readings' | 'state'>): StoryInfo | undefined {
  if (!state) return undefined;
  // State holds no addresses, so it cannot tell whether those of the file are live.
  if (destination.webhookUrls === 'export') return undefined;
  const listed = readings.listing.find((story) => story.id === state.destinationStoryId);
  if (!listed || !state.editedAtTrusted || state.editedAt !== listed.editedAt) return undefined;
  if (state.pushed !== desired.contentHash || state.reason === 'verify_failed') return undefined;
  const twins = readings.listing.filter((story) => story.name === desired.story.name);
  if (listed.name !== desired.story.name || twins.length > 1) return undefined;
  const tags = tagChange(desired.story, listed.tags, state.tags);
  return tags.add.length + tags.remove.length === 0 ? listed : undefined;
}

/** An edit of a record type moves no time stamp of the stories that use it. */
function recordTypesHold({ desired, decisions, rememberedTypes }: StoryContext): boolean {
  const types = decisionsFor(desired, decisions);
  return (
    !types.refusal &&
    types.decisions.every(({ name, action, target }) => action === 'reuse' && rememberedTypes[name]?.target === target)
  );
}

function assessUnmoved(context: StoryContext, listed: StoryInfo): StoryAssessment {
  const { desired, subscription } = context;
  const detached = isDetached(subscription, listed);
  const planned = plannedStory(desired, {
    action: detached ? 'skip' : 'unchanged',
    reason: detached ? 'detached' : null,
    fact: detached ? { kind: 'detached', detachment: subscription.detached ?? null, absent: false } : null,
    detached,
    destinationStoryId: listed.id,
    warnings: renamedFrom(context.knownAs),
  });
  return assessed(context, { planned, equal: true, live: { listed } });
}

function assessRefused(context: StoryContext, location: Extract<Ownership, { kind: 'refused' }>): StoryAssessment {
  const { refusal, storyId } = location;
  const detached = isDetached(context.subscription, undefined);
  const planned = plannedStory(context.desired, {
    ...(detached
      ? { action: 'skip', reason: 'detached', fact: refusal }
      : { action: 'blocked', reason: reasonOf(refusal), fact: refusal }),
    detached,
    destinationStoryId: storyId ?? null,
  });
  return assessed(context, { planned, equal: false });
}

function assessDetachedAbsent(context: StoryContext): StoryAssessment {
  const planned = plannedStory(context.desired, {
    action: 'skip',
    reason: 'detached',
    would: 'create',
    detached: true,
    fact: { kind: 'detached', detachment: context.subscription.detached ?? null, absent: true },
  });
  return assessed(context, { planned, equal: false });
}

function assessed({ desired, state, proven, knownAs, pin }: StoryContext, found: FoundStory): StoryAssessment {
  const defaults = { desired, decisions: [], tags: { add: [], remove: [] }, saveVersion: false };
  const recorded = { ...(state ? { state, proven } : {}), ...(knownAs === undefined ? {} : { knownAs }) };
  const work = asPinned({ ...defaults, ...recorded, ...found }, pin);
  return { kind: 'assessed', work: { ...work, evidence: evidenceOf(work) } };
}
