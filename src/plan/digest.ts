import { contentHash } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';
import { keyIdentity } from '../model/keys/vault.ts';
import type { DestinationWork } from './destination-work.ts';
import type { StoryWork } from './story-work.ts';

/**
 * Covers all that would be pushed (carried-over and random values excepted) and all that was observed. Not who made a
 * difference: after a merge the same plan starts from another commit, and must still be the one that was approved.
 */
export function digestDestination({ destination, stories }: DestinationWork): string {
  return contentHash({
    ...decidedBy(destination),
    stories: stories.map(storyEvidence),
  });
}

/** What the manifest says of a destination and a sync goes by, also where it makes no difference to this plan. */
function decidedBy(destination: DestinationWork['destination']): JsonObject {
  const { name, tenantUrl, teamId, folderId, webhookUrls } = destination;
  const { changeControl, onDrift, prerequisites, manualSyncOnly, hold, pin, engine, keyVersion } = destination;
  const { subscriptions } = destination;
  return {
    name,
    tenantUrl,
    teamId,
    keyName: keyIdentity(destination),
    folderId: folderId ?? null,
    webhookUrls,
    changeControl,
    onDrift,
    prerequisites,
    manualSyncOnly,
    ...(engine === 'push' ? {} : { engine, keyVersion: keyVersion ?? null }),
    ...(hold === undefined ? {} : { held: true }),
    ...(pin === undefined ? {} : { pin: { commit: pin.commit, stories: pin.stories?.toSorted() ?? null } }),
    adopt: subscriptions.flatMap(({ storyKey, adopt }) => (adopt ? [storyKey] : [])).sort(),
    detached: subscriptions.flatMap(({ storyKey, detached }) => (detached ? [storyKey] : [])).sort(),
  };
}

function storyEvidence({ planned, desired, evidence }: StoryWork): JsonObject {
  return {
    key: planned.key,
    action: planned.action,
    reason: planned.reason,
    content: desired.contentHash,
    stamp: desired.stamp,
    // Nothing was observed (offline), or nothing is there: neither digest is that of a plan that saw the story.
    live: { id: planned.destinationStoryId, warnings: planned.warnings },
    ...evidence,
  };
}
