import type { DesiredStory } from '../model/desired.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { ListedStory } from '../model/observed.ts';
import type { Story } from '../model/story.ts';
import { pointRecordActions } from '../records/rewrite.ts';
import type { IngressMatching } from '../story/ingress.ts';
import type { StoryContext } from './assess-story.ts';
import { changeSetOf } from './change-set.ts';
import { compareWithLive, type LiveComparison } from './compare-live.ts';
import { sameParts } from './drift.ts';
import { judge } from './judge.ts';
import type { Location } from './locate.ts';
import type { Need } from './need.ts';
import { displacedBy, plannedStory, rememberedAs, urlChanges } from './planned-story.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { decisionsFor, recordTargets, staleMentions, stepOf } from './record-types.ts';
import type { FoundStory } from './story-work.ts';
import { describeTagChange, tagChange } from './tags.ts';

export type ContentAssessment =
  | { readonly kind: 'unread'; readonly needs: readonly Need[] }
  | { readonly kind: 'found'; readonly found: FoundStory };

/** Compares what is live with what git asks for, and judges the difference. */
export function assessContent(
  context: StoryContext,
  location: Extract<Location, { kind: 'absent' | 'ours' }>,
  detached: boolean,
): ContentAssessment {
  const { desired, subscription, destination, readings, state, policy } = context;
  const listed = location.kind === 'ours' ? location.listed : undefined;
  const adopted = location.kind === 'ours' && location.adopted;
  const story = listed && readings.exports.get(listed.id);
  if (listed && !story) return { kind: 'unread', needs: [{ kind: 'export', storyId: listed.id }] };

  const types = decisionsFor(desired, context.decisions);
  const wanted = withStamp(
    desired,
    pointRecordActions(desired.story, recordTargets(types.decisions, readings.recordTypes ?? [])),
  );
  const live = story && compareWithLive(context, story, wanted);
  const tags = tagChange(desired.story, listed?.tags ?? [], state?.tags ?? []);
  const changes = [...(live?.changes ?? []), ...describeTagChange(tags, changeSetOf(desired))];
  const pending = types.refusal !== undefined || types.decisions.some(({ action }) => action !== 'reuse');
  const differs = !listed || changes.length > 0 || pending;
  const touched = (differs || policy.force) && !detached;
  const prerequisites = touched
    ? checkPrerequisites(desired, { teamId: destination.teamId, readings, broughtSlugs: context.broughtSlugs })
    : { missing: [], warnings: [], needs: [] };
  if (prerequisites.needs.length > 0) return { kind: 'unread', needs: prerequisites.needs };

  const drift = live?.drift ?? [];
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
    failedVerification: live !== undefined && failedBefore(desired, state, live.read.parts),
    refusedRecordType: types.refusal,
    ambiguousIngress: live?.ambiguous ?? [],
    missing: prerequisites.missing,
  });
  const planned = plannedStory(desired, {
    ...verdict,
    detached,
    destinationStoryId: listed?.id ?? null,
    changes,
    drift,
    conflict: drift.length > 0 && !detached,
    missing: prerequisites.missing,
    recordTypes: touched ? types.decisions.map(stepOf) : [],
    urls: touched ? urlChanges(wanted, live && (live.read.ingress ?? NOTHING_MATCHED)) : [],
    warnings: [
      ...rememberedAs(context.knownAs),
      ...displacedBy(context.displaced),
      ...(adopted ? ['takes over a story that was not created from this repository (listed under "adopt")'] : []),
      ...(listed && live && !adopted && verdict.action === 'update' ? whySaved(context, live) : []),
      ...(listed?.locked && touched
        ? ['the story is locked there: the tenant may refuse the push until it is unlocked']
        : []),
      ...prerequisites.warnings,
      ...(touched ? types.decisions.flatMap(({ warnings }) => warnings) : []),
      ...(touched ? staleMentions(desired, types.decisions) : []),
    ],
  });
  return {
    kind: 'found',
    found: {
      planned,
      wanted,
      equal: !differs,
      decisions: types.decisions,
      tags,
      ...(listed && live ? { live: { listed, read: live.read } } : {}),
      // Content that is not proven to be our own last push may be somebody's work: it is kept as a version.
      saveVersion: listed !== undefined && !(live && isOurLastPush(context, listed, live)),
    },
  };
}

/**
 * Proven by the stamp that is live, and by nothing having been touched since: neither what fingerprints cover, nor what
 * only a newer release knows, which moves the time of the last edit alone. State is a file that others may write: what
 * nothing but state calls ours is saved like a stranger's.
 */
function isOurLastPush(
  { desired, state }: StoryContext,
  listed: ListedStory,
  { read, edited }: LiveComparison,
): boolean {
  if (!state || edited || state.editedAt !== listed.editedAt) return false;
  return read.story.origin_story_identifier === desired.stamp;
}

/** An edit that is seen is a conflict, and told as one. */
function whySaved({ desired, destination, state }: StoryContext, { read }: LiveComparison): readonly string[] {
  const saved = 'its content is saved as a version first';
  if (!state) {
    const rule = destination.onDrift === 'overwrite' ? '' : ` (so "on_drift: ${destination.onDrift}" has no effect)`;
    return [`without recorded state an edit there cannot be told from an old push${rule}; ${saved}`];
  }
  if (read.story.origin_story_identifier === desired.stamp) return [];
  return [`it carries another stamp than ours; only recorded state says that it is ours, so ${saved}`];
}

const NOTHING_MATCHED: IngressMatching = { pairs: [], appearing: [], disappearing: [] };

function withStamp(desired: DesiredStory, story: Story): Story {
  return { ...story, origin_story_identifier: desired.stamp };
}

/** The very content that failed verification is still what is live, and git asks for the same as then. */
function failedBefore(
  desired: DesiredStory,
  state: StoryState | undefined,
  parts: { readonly [part: string]: string },
): boolean {
  if (state?.reason !== 'verify_failed' || state.pushed !== desired.contentHash) return false;
  return sameParts(parts, state.observed);
}
