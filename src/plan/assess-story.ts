import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Subscription } from '../model/destination.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { ListedStory, Readings } from '../model/observed.ts';
import type { Story } from '../model/story.ts';
import { DETACHED_TAG } from '../model/tags.ts';
import { pointRecordActions } from '../records/rewrite.ts';
import { compareStories } from '../story/compare.ts';
import { type IngressMatching, matchIngress } from '../story/ingress.ts';
import { fingerprint } from '../story/parts.ts';
import { compareAddresses } from './addresses.ts';
import { driftedParts, driftedPlaces, sameParts } from './drift.ts';
import { describeMissing, judge } from './judge.ts';
import { type Location, locate } from './locate.ts';
import type { Need } from './need.ts';
import { plannedStory, urlChanges } from './planned-story.ts';
import type { Policy } from './policy.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { decisionsFor, type RecordTypeDecisions, recordTargets, staleMentions, stepOf } from './record-types.ts';
import type { StoryWork } from './story-work.ts';
import { describeTagChange, tagChange } from './tags.ts';

export type StoryContext = {
  readonly desired: DesiredStory;
  readonly subscription: Subscription;
  readonly destination: Destination;
  readonly readings: Readings;
  readonly state: StoryState | undefined;
  /** Absent until the team's record types are read. */
  readonly decisions: RecordTypeDecisions | undefined;
  /** Slugs of sub-stories that this run brings. */
  readonly broughtSlugs: ReadonlySet<string>;
  readonly policy: Policy;
};

export type StoryAssessment =
  | { readonly kind: 'unread'; readonly needs: readonly Need[] }
  | { readonly kind: 'assessed'; readonly work: StoryWork };

/** Decides about one story at one destination, or says what must be read first. */
export function assessStory(context: StoryContext): StoryAssessment {
  const { desired, subscription, readings, state } = context;
  const unmoved = findUnmoved(context);
  if (unmoved) return assessUnmoved(context, unmoved);

  const location = locate({ desired, subscription, readings, state });
  if (location.kind === 'unread') return location;
  if (location.kind === 'refused') return assessRefused(context, location);
  const listed = location.kind === 'ours' ? location.listed : undefined;
  const detached = isDetached(subscription, listed);
  if (detached && !listed) return assessDetachedAbsent(context);
  if (desired.recordTypes.length > 0 && !context.decisions)
    return { kind: 'unread', needs: [{ kind: 'record_types' }] };
  return assessContent(context, location, detached);
}

function isDetached(subscription: Subscription, listed: ListedStory | undefined): boolean {
  return subscription.detached !== undefined || (listed?.tags.includes(DETACHED_TAG) ?? false);
}

/** Our last push is still what is live: same content in git, no edit there since. Spares reading the export. */
function findUnmoved({ desired, readings, state, policy }: StoryContext): ListedStory | undefined {
  if (!state || policy.refresh || policy.force) return undefined;
  const listed = readings.listing.find((story) => story.id === state.destinationStoryId);
  if (!listed || state.editedAt === '' || state.editedAt !== listed.editedAt) return undefined;
  if (state.pushed !== desired.contentHash || state.reason === 'verify_failed') return undefined;
  const twins = readings.listing.filter((story) => story.name === desired.story.name);
  if (listed.name !== desired.story.name || twins.length > 1) return undefined;
  const tags = tagChange(desired.story, listed.tags, state.tags);
  return tags.add.length + tags.remove.length === 0 ? listed : undefined;
}

function assessUnmoved(context: StoryContext, listed: ListedStory): StoryAssessment {
  const { desired, subscription } = context;
  const detached = isDetached(subscription, listed);
  const planned = plannedStory(desired, {
    action: detached ? 'skip' : 'unchanged',
    reason: detached ? 'detached' : null,
    message: subscription.detached?.reason ?? null,
    detached,
    destinationStoryId: listed.id,
  });
  return assessed(context, { planned, wanted: desired.story, equal: true, live: { listed } });
}

function assessRefused(context: StoryContext, location: Extract<Location, { kind: 'refused' }>): StoryAssessment {
  const { refusal, storyId } = location;
  const detached = isDetached(context.subscription, undefined);
  const planned = plannedStory(context.desired, {
    ...(detached
      ? { action: 'skip', reason: 'detached', message: refusal.message }
      : { action: 'blocked', reason: refusal.reason, message: refusal.message, hint: refusal.hint }),
    detached,
    destinationStoryId: storyId ?? null,
  });
  return assessed(context, { planned, wanted: context.desired.story, equal: false });
}

function assessDetachedAbsent(context: StoryContext): StoryAssessment {
  const message = 'not at the destination';
  const planned = plannedStory(context.desired, { action: 'skip', reason: 'detached', detached: true, message });
  return assessed(context, { planned, wanted: context.desired.story, equal: false });
}

function assessContent(
  context: StoryContext,
  location: Extract<Location, { kind: 'absent' | 'ours' }>,
  detached: boolean,
): StoryAssessment {
  const { desired, subscription, destination, readings, state, policy } = context;
  const listed = location.kind === 'ours' ? location.listed : undefined;
  const story = listed && readings.exports.get(listed.id);
  if (listed && !story) return { kind: 'unread', needs: [{ kind: 'export', storyId: listed.id }] };

  const types = decisionsFor(desired, context.decisions);
  const wanted = desiredContent(desired, recordTargets(types.decisions, readings.recordTypes ?? []));
  const ingress = story ? matchIngress(wanted, story, state?.actions ?? {}) : undefined;
  const matching: IngressMatching | undefined = ingress?.ok ? ingress.value : undefined;
  const content = [
    ...(story ? compareStories(story, wanted) : []),
    ...(matching && destination.webhookUrls === 'export' ? compareAddresses(matching) : []),
  ];
  const tags = tagChange(desired.story, listed?.tags ?? [], state?.tags ?? []);
  const changes = [...content, ...describeTagChange(tags)];
  const pending = types.decisions.some((decision) => decision.action !== 'reuse') || types.refusal !== undefined;
  const differs = !listed || changes.length > 0 || pending;

  const touched = (differs || policy.force) && !detached;
  const prerequisites = touched
    ? checkPrerequisites(desired, { teamId: destination.teamId, readings, broughtSlugs: context.broughtSlugs })
    : { missing: [], warnings: [], needs: [] };
  if (prerequisites.needs.length > 0) return { kind: 'unread', needs: prerequisites.needs };

  const parts = story ? fingerprint(story) : {};
  const drift = driftedPlaces(content, driftedParts(parts, state));
  const verdict = judge({
    destination,
    listed,
    recreated: location.kind === 'absent' && location.recreated,
    detached,
    detachment: subscription.detached,
    forced: policy.force,
    differs,
    renamed: listed !== undefined && listed.name !== desired.story.name,
    gitChanged: state?.pushed !== desired.contentHash,
    drift,
    failedVerification: failedBefore(desired, state, parts),
    refusedRecordType: types.refusal,
    ambiguousIngress: ingress && !ingress.ok && destination.webhookUrls === 'keep' ? ingress.error.ambiguous : [],
    missing: prerequisites.missing,
  });
  const warnings = [
    ...prerequisites.warnings,
    ...(destination.prerequisites === 'warn' && prerequisites.missing.length > 0
      ? [`missing there: ${describeMissing(prerequisites.missing)}`]
      : []),
    ...(touched
      ? [...types.decisions.flatMap((decision) => decision.warnings), ...staleMentions(desired, types.decisions)]
      : []),
  ];
  const planned = plannedStory(desired, {
    ...verdict,
    detached,
    destinationStoryId: listed?.id ?? null,
    changes: changes.map(({ path, op, text }) => ({ path, op, text })),
    drift,
    missing: prerequisites.missing,
    recordTypes: touched ? types.decisions.map(stepOf) : [],
    urls: touched ? urlChanges(wanted, story ? (matching ?? NOTHING_MATCHED) : undefined) : [],
    warnings,
  });
  return assessed(context, {
    planned,
    wanted,
    equal: !differs,
    decisions: types.decisions,
    tags,
    ...(listed && story
      ? { live: { listed, read: { story, parts, ...(matching ? { ingress: matching } : {}) } } }
      : {}),
    // Content that is not proven to be our own last push may be somebody's work: it is kept as a version.
    saveVersion: listed !== undefined && (state === undefined || drift.length > 0 || isAdopted(location)),
  });
}

const NOTHING_MATCHED: IngressMatching = { pairs: [], appearing: [], disappearing: [] };

function desiredContent(desired: DesiredStory, targets: Parameters<typeof pointRecordActions>[1]): Story {
  return { ...pointRecordActions(desired.story, targets), origin_story_identifier: desired.stamp };
}

function isAdopted(location: Location): boolean {
  return location.kind === 'ours' && location.adopted;
}

function failedBefore(
  desired: DesiredStory,
  state: StoryState | undefined,
  parts: Readonly<Record<string, string>>,
): boolean {
  if (state?.reason !== 'verify_failed' || state.pushed !== desired.contentHash) return false;
  return sameParts(parts, state.observed);
}

type Found = Pick<StoryWork, 'planned' | 'wanted' | 'equal'> & Partial<StoryWork>;

function assessed({ desired, state }: StoryContext, found: Found): StoryAssessment {
  const defaults = { desired, decisions: [], tags: { add: [], remove: [] }, saveVersion: false };
  return { kind: 'assessed', work: { ...defaults, ...(state ? { state } : {}), ...found } };
}
