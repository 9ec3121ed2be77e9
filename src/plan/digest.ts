import { contentHash } from '../json/canonical.ts';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { Plan } from '../model/plan.ts';
import type { DestinationWork } from './assess-destination.ts';
import type { StoryWork } from './story-work.ts';

/**
 * Covers all that would be pushed (carried-over and random values excepted) and all that was observed. Not who made a
 * difference: after a merge the same plan starts from another commit, and must still be the one that was approved.
 */
export function digestDestination({ destination, stories }: DestinationWork): string {
  return contentHash({
    name: destination.name,
    tenantUrl: destination.tenantUrl,
    teamId: destination.teamId,
    folderId: destination.folderId ?? null,
    webhookUrls: destination.webhookUrls,
    stories: stories.map(storyEvidence),
  });
}

/** Covers the destinations' digests and every word of the plan, so that a plan edited by hand is told from the one that was made. */
export function digestPlan({
  commit,
  destinations,
  leftBehindDestinations,
}: Pick<Plan, 'commit' | 'destinations' | 'leftBehindDestinations'>): string {
  return contentHash({ commit, destinations, leftBehindDestinations });
}

function storyEvidence(work: StoryWork): JsonObject {
  const { planned, desired, decisions, tags } = work;
  return {
    key: planned.key,
    action: planned.action,
    reason: planned.reason,
    content: desired.contentHash,
    stamp: desired.stamp,
    recordTypes: decisions.map(({ name, action, target, targetId, add }) => ({
      name,
      action,
      target,
      targetId: targetId ?? null,
      add: add.map((field) => ({ ...field })),
    })),
    tags: { add: tags.add, remove: tags.remove },
    live: liveEvidence(work),
  };
}

function liveEvidence({ live, state, planned }: StoryWork): JsonValue {
  // Nothing was observed (offline), or nothing is there: neither digest is that of a plan that saw the story.
  if (!live) return { id: planned.destinationStoryId, warnings: planned.warnings };
  const { id, name, changeControl } = live.listed;
  return { id, name, changeControl, parts: live.read?.parts ?? state?.observed ?? null };
}
