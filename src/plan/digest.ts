import { contentHash } from '../json/canonical.ts';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { DestinationWork } from './assess-destination.ts';
import type { StoryWork } from './story-work.ts';

/** Covers all that would be pushed (carried-over and random values excepted) and all that was observed. */
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

export function digestPlan(
  commit: string | null,
  destinations: readonly { readonly name: string; readonly digest: string }[],
): string {
  return contentHash({ commit, destinations: destinations.map(({ name, digest }) => ({ name, digest })) });
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
  if (!live) return planned.destinationStoryId;
  const { id, name, changeControl } = live.listed;
  return { id, name, changeControl, parts: live.read?.parts ?? state?.observed ?? null };
}
