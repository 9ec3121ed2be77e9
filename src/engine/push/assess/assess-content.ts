import type { StoryInfo } from '../../../model/actual.ts';
import type { DesiredStory } from '../../../model/desired.ts';
import type { StoryState } from '../../../model/destination-state.ts';
import type { Story } from '../../../model/story.ts';
import type { Ownership } from '../../../plan/ownership/ownership.ts';
import { sameParts } from '../../../plan/part-hashes.ts';
import { displacedBy, plannedStory, renamedFrom } from '../../../plan/planned-story.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import type { IngressMatching } from '../../../story/addresses/carry-addresses.ts';
import { changeSetOf } from '../difference/change-set.ts';
import { compareWithLive } from '../difference/compare-live.ts';
import { assessEdits, countedEdits, isOurLastPush, NO_EDITS, whySaved } from '../difference/drift.ts';
import { describeTagChange, tagChange, tagsSetByUs } from '../difference/tags.ts';
import type { FoundStory } from '../push-work.ts';
import { composeContent, wantedThere } from './content.ts';
import { decideAction } from './decide-action.ts';
import { checkPrerequisites } from './prerequisites.ts';
import { decisionsFor, staleMentions, stepOf } from './record-types.ts';
import type { StoryContext } from './story-context.ts';
import { urlChanges } from './url-changes.ts';

export type ContentAssessment =
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] }
  | { readonly kind: 'found'; readonly found: FoundStory };

/** Compares what is live with what git asks for, and decides what the difference means. */
export function assessContent(
  context: StoryContext,
  location: Extract<Ownership, { kind: 'absent' | 'ours' }>,
  detached: boolean,
): ContentAssessment {
  const { desired, subscription, destination, readings, state, policy } = context;
  const listed = location.kind === 'ours' ? location.listed : undefined;
  const adopted = location.kind === 'ours' && location.adopted;
  const story = listed && readings.exports.get(listed.id);
  if (listed && !story) return { kind: 'unread', needs: [{ kind: 'export', storyId: listed.id }] };

  const types = decisionsFor(desired, context.decisions);
  const wanted = wantedThere(desired, types.decisions);
  const live = story && compareWithLive(context, story, wanted);
  // Who takes over a story means what stands there to go, once: what state has as taken over may hold edits since.
  const unstamped = adopted && !keepsItsStamp(context, listed, story);
  const edits = live && !unstamped && !detached ? assessEdits(context, live) : NO_EDITS;
  const ownTags = tagsSetByUs(context, listed?.tags ?? []);
  const unread = [edits, ownTags].flatMap((known) => (known.kind === 'unread' ? known.needs : []));
  if (unread.length > 0) return { kind: 'unread', needs: unread };
  const tags = tagChange(desired.story, listed?.tags ?? [], ownTags.tags);
  const changes = [...(live?.changes ?? []), ...describeTagChange(tags, changeSetOf(desired))];
  const pending = types.refusal !== undefined || types.decisions.some(({ action }) => action !== 'reuse');
  const differs = !listed || changes.length > 0 || pending;
  const touched = (differs || unstamped || policy.force) && !detached;
  const prerequisites = touched
    ? checkPrerequisites(desired, { teamId: destination.teamId, readings, broughtSlugs: context.broughtSlugs })
    : { missing: [], warnings: [], needs: [] };
  if (prerequisites.needs.length > 0) return { kind: 'unread', needs: prerequisites.needs };

  const counted = countedEdits(edits, context);
  const hinted = edits.kind === 'unknown' ? edits.hinted : counted;
  const drift = detached ? (live?.drift ?? []) : counted.length > 0 ? counted : hinted;
  const decision = decideAction({
    destination,
    listed,
    recreated: location.kind === 'absent' && location.recreated,
    detached,
    detachment: subscription.detached,
    forced: policy.force,
    differs,
    unstamped,
    renamed: listed !== undefined && listed.name !== desired.story.name,
    gitChanged: state?.pushed !== desired.contentHash,
    drift: counted,
    unproven: edits.kind === 'unknown' && edits.hinted.length === 0 ? { gap: edits.cutShort } : undefined,
    failedVerification: live !== undefined && failedBefore(desired, state, live.read.parts),
    refusedRecordType: types.refusal,
    ambiguousIngress: live?.ambiguous ?? [],
    missing: prerequisites.missing,
  });
  const planned = plannedStory(desired, {
    ...decision,
    detached,
    destinationStoryId: listed?.id ?? null,
    changes,
    drift,
    conflict: drift.length > 0 && !detached,
    missing: prerequisites.missing,
    recordTypes: touched ? types.decisions.map(stepOf) : [],
    urls: touched ? urlChanges(wanted, live && (live.read.ingress ?? NOTHING_MATCHED)) : [],
    warnings: [
      ...renamedFrom(context.knownAs),
      ...displacedBy(context.displaced),
      ...(unstamped && touched ? [{ kind: 'takes_over' } as const] : []),
      ...(listed && live && !unstamped && decision.action === 'update' ? whySaved(context, live, edits) : []),
      ...(listed?.locked && touched ? [{ kind: 'locked_there' } as const] : []),
      ...prerequisites.warnings,
      ...(touched ? types.decisions.flatMap(({ warnings }) => warnings) : []),
      ...(touched ? staleMentions(desired, types.decisions) : []),
    ],
  });
  return {
    kind: 'found',
    found: {
      planned,
      content: composeContent(desired, destination, listed && live ? { listed, read: live.read } : undefined),
      equal: !differs,
      ...(unstamped ? { adopts: true } : {}),
      decisions: types.decisions,
      tags,
      ...(listed && live ? { live: { listed, read: live.read } } : {}),
      // Content that is not proven to be our own last push may be somebody's work: it is kept as a version.
      saveVersion: listed !== undefined && !(live && isOurLastPush(context, listed, live, edits)),
    },
  };
}

/** A tenant that writes stamps of its own kept one at our last push of this very story: sending ours again is no use. */
function keepsItsStamp(
  { desired, state }: StoryContext,
  listed: StoryInfo | undefined,
  story: Story | undefined,
): boolean {
  if (!state || state.destinationStoryId !== listed?.id || state.lineage !== desired.stamp) return false;
  return state.stamp !== '' && state.stamp === story?.origin_story_identifier;
}

const NOTHING_MATCHED: IngressMatching = { pairs: [], appearing: [], disappearing: [] };

/** The very content that failed verification is still what is live, and git asks for the same as then. */
function failedBefore(
  desired: DesiredStory,
  state: StoryState | undefined,
  parts: { readonly [part: string]: string },
): boolean {
  if (state?.reason !== 'verify_failed' || state.pushed !== desired.contentHash) return false;
  return sameParts(parts, state.observed);
}
