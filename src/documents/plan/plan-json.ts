import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { contentHashWithList } from '../../json/canonical.ts';
import { isObject, type JsonValue } from '../../json/value.ts';
import type { Recorded } from '../../model/fact/fact.ts';
import type {
  Onboarding,
  OrphanDestination,
  Plan,
  PlanContent,
  PlannedDestination,
  PlannedStory,
  Waits,
} from '../../model/plan.ts';
import type { Forecast } from '../../model/tenant/forecast.ts';
import { ungated } from '../../model/ungated.ts';
import { explain, explainIfAny } from '../../report/explain/explain.ts';
import { tally } from '../../report/reason-words.ts';
import { noteFromJson, noteToJson, pinFromJson, pinToJson } from '../note-json.ts';
import { documentReader } from '../read-document.ts';
import { progressFromJson, progressToJson } from '../rollout-json.ts';
import {
  nativeFromJson,
  nativeToJson,
  orphanNativeFromJson,
  orphanNativeToJson,
  recordTypeToJson,
} from './native-json.ts';
import {
  planSchema,
  type WireDestination,
  type WireLeftBehindDestination,
  type WirePlan,
  type WireStory,
} from './plan-schema.ts';

/** The plan file, `storysync.plan/1`. Keys in a fixed order: the same plan gives the same bytes. */
export function planToJson(plan: Plan): WirePlan {
  const { create, update, unchanged, skip, blocked } = plan.totals;
  return {
    format: 'storysync.plan/1',
    digest: plan.digest,
    commit: plan.commit,
    manifest: plan.manifest,
    totals: { create, update, unchanged, skip, blocked },
    destinations: plan.destinations.map(writeDestination),
    left_behind_destinations: plan.leftBehindDestinations.map(writeOrphanDestination),
    ...writeOrphansNative(plan),
    ...(plan.rollout === undefined ? {} : { rollout: plan.rollout.map(progressToJson) }),
    ...(plan.forecast === undefined ? {} : { forecast: writeForecast(plan.forecast) }),
  };
}

/**
 * Covers the manifest's name, the destinations' digests and every word of the plan, so that neither a plan file edited by
 * hand nor one of another manifest is taken for the one that was made. Not what only the time changes: where a rollout
 * stands, and whom it keeps waiting.
 */
export function digestPlan(plan: PlanContent): string {
  const { manifest, commit, destinations, leftBehindDestinations } = plan;
  // One after the other: a plan of many pairs as a text is larger than all that it was made from.
  const written = destinations
    .values()
    .map((each) => writeDestination({ ...each, stories: each.stories.map(ungated) }));
  const left = { left_behind_destinations: leftBehindDestinations.map(writeOrphanDestination) };
  return contentHashWithList({ manifest, commit, ...left, ...writeOrphansNative(plan) }, 'destinations', written);
}

export function withDigest(plan: PlanContent): Plan {
  return { ...plan, digest: digestPlan(plan) };
}

type WireForecast = NonNullable<WirePlan['forecast']>;

function writeForecast({ busiest, ...forecast }: Forecast): WireForecast {
  return { ...forecast, busiest: { destination_tenant_url: busiest.tenantUrl, calls: busiest.calls } };
}

function readForecast({ busiest, ...forecast }: WireForecast): Forecast {
  return { ...forecast, busiest: { tenantUrl: busiest.destination_tenant_url, calls: busiest.calls } };
}

function writeOrphanDestination({ name, tenantUrl, teamId, stories }: OrphanDestination): WireLeftBehindDestination {
  return { name, destination_tenant_url: tenantUrl, destination_team_id: teamId, stories };
}

function writeOrphansNative({ leftBehindNative }: PlanContent): Pick<WirePlan, 'left_behind_native'> {
  return leftBehindNative === undefined ? {} : { left_behind_native: leftBehindNative.map(orphanNativeToJson) };
}

function writeDestination(destination: PlannedDestination): WireDestination {
  return {
    name: destination.name,
    digest: destination.digest,
    destination_tenant_url: destination.tenantUrl,
    destination_team_id: destination.teamId,
    manual_sync_only: destination.manualSyncOnly,
    ...(destination.hold === undefined ? {} : { hold: noteToJson(destination.hold) }),
    ...(destination.pin === undefined ? {} : { pin: pinToJson(destination.pin) }),
    ...(destination.ring === undefined ? {} : { ring: destination.ring }),
    stories: destination.stories.map(writeStory),
    left_behind: destination.leftBehind.map(({ key, name, destinationStoryId, prunable, keptBecause, warnings }) => ({
      key,
      name,
      destination_story_id: destinationStoryId,
      prunable,
      kept_because: explainIfAny(keptBecause).message,
      warnings: warnings.map((warning) => explain(warning).message),
    })),
    ...(destination.onboarding === undefined ? {} : { onboarding: writeOnboarding(destination.onboarding) }),
    ...(destination.native === undefined ? {} : { native: nativeToJson(destination.native) }),
  };
}

function writeOnboarding({
  keyName,
  needs,
  tags,
  recordTypes,
}: Onboarding): NonNullable<WireDestination['onboarding']> {
  return { key: keyName, needs: needs.map(({ kind, slug }) => ({ kind, slug })), tags, record_types: recordTypes };
}

function writeStory(story: PlannedStory): WireStory {
  return {
    key: story.key,
    name: story.name,
    action: story.action,
    reason: story.reason,
    would: story.would,
    ...explainIfAny(story.fact),
    detached: story.detached,
    destination_story_id: story.destinationStoryId,
    changes: story.changes.map(({ path, op, text, cause }) => ({ path, op, text, cause })),
    drift: story.drift,
    conflict: story.conflict,
    missing: story.missing.map(({ kind, slug }) => ({ kind, slug })),
    record_types: story.recordTypes.map(recordTypeToJson),
    urls: story.urls.map(({ action, kind, op }) => ({ action, kind, op })),
    warnings: story.warnings.map((warning) => explain(warning).message),
    ...(story.waits === undefined ? {} : { waits: writeWaits(story.waits) }),
    ...(story.vendorStatus === undefined ? {} : { vendor_status: story.vendorStatus }),
  };
}

function writeWaits({ for: what, until, because }: Waits): NonNullable<WireStory['waits']> {
  return { for: what, until, because };
}

const readPlan = documentReader(planSchema, 'the plan');

/**
 * Reads a plan file strictly: an unknown key, a missing one, totals that do not add up or a pair that stands there twice
 * is an error, said place first. Whether the digests fit their content is for the caller to check.
 */
export function planFromJson(value: JsonValue): Result<Plan, string> {
  if (!isObject(value)) return fail('the plan file holds no JSON object');
  if (typeof value.format !== 'string' || !value.format.startsWith('storysync.plan/')) {
    return fail('it is not a plan that storysync saved');
  }
  // A newer format fails in a hundred places; this one message explains them all.
  if (value.format !== 'storysync.plan/1') return fail('its format is not "storysync.plan/1"');
  const read = readPlan(value);
  if (!read.ok) return read;
  const wire = read.value;
  const plan: Plan = {
    digest: wire.digest,
    commit: wire.commit,
    manifest: wire.manifest,
    totals: wire.totals,
    destinations: wire.destinations.map(readDestination),
    leftBehindDestinations: wire.left_behind_destinations.map((each) => ({
      name: each.name,
      tenantUrl: each.destination_tenant_url,
      teamId: each.destination_team_id,
      stories: each.stories,
    })),
    ...(wire.left_behind_native === undefined
      ? {}
      : { leftBehindNative: wire.left_behind_native.map(orphanNativeFromJson) }),
    ...(wire.rollout === undefined ? {} : { rollout: wire.rollout.map(progressFromJson) }),
    ...(wire.forecast === undefined ? {} : { forecast: readForecast(wire.forecast) }),
  };
  const wrong = contradiction(plan);
  return wrong === undefined ? ok(plan) : fail(wrong);
}

function readDestination(wire: WireDestination): PlannedDestination {
  return {
    name: wire.name,
    digest: wire.digest,
    tenantUrl: wire.destination_tenant_url,
    teamId: wire.destination_team_id,
    manualSyncOnly: wire.manual_sync_only,
    ...(wire.hold === undefined ? {} : { hold: noteFromJson(wire.hold) }),
    ...(wire.pin === undefined ? {} : { pin: pinFromJson(wire.pin) }),
    ...(wire.ring === undefined ? {} : { ring: wire.ring }),
    stories: wire.stories.map(readStory),
    leftBehind: wire.left_behind.map(({ destination_story_id, kept_because, warnings, ...rest }) => ({
      ...rest,
      destinationStoryId: destination_story_id,
      keptBecause: kept_because === null ? null : recorded(kept_because),
      warnings: warnings.map((warning) => recorded(warning)),
    })),
    ...(wire.onboarding === undefined ? {} : { onboarding: readOnboarding(wire.onboarding) }),
    ...(wire.native === undefined ? {} : { native: nativeFromJson(wire.native) }),
  };
}

function readOnboarding({ key, needs, tags, record_types }: NonNullable<WireDestination['onboarding']>): Onboarding {
  return { keyName: key, needs, tags, recordTypes: record_types };
}

function readStory(wire: WireStory): PlannedStory {
  const { destination_story_id, record_types, message, hint, warnings, vendor_status, ...rest } = wire;
  return {
    ...rest,
    ...(vendor_status === undefined ? {} : { vendorStatus: vendor_status }),
    destinationStoryId: destination_story_id,
    recordTypes: record_types,
    fact: message === null ? null : recorded(message, hint),
    warnings: warnings.map((warning) => recorded(warning)),
  };
}

/** A plan file holds the words of the run that made it. */
function recorded(message: string, hint: string | null = null): Recorded {
  return { kind: 'recorded', message, hint };
}

/** What a schema cannot say. */
function contradiction({ destinations, totals }: Plan): string | undefined {
  const counted = tally(destinations);
  for (const action of ['create', 'update', 'unchanged', 'skip', 'blocked'] as const) {
    if (totals[action] !== counted[action]) {
      return `totals.${action} says ${totals[action]}, the stories add up to ${counted[action]}`;
    }
  }
  const names = firstRepeated(destinations.map(({ name }) => name));
  if (names !== undefined) return `destinations[${names}] appears twice`;
  for (const [index, { stories }] of destinations.entries()) {
    const keys = firstRepeated(stories.map(({ key }) => key));
    if (keys !== undefined) return `destinations[${index}].stories[${keys}] appears twice`;
    // What waits is pushed as `would` says, once it may go.
    const odd = stories.findIndex(({ waits, action, would }) => waits && (action !== 'skip' || would === null));
    if (odd !== -1)
      return `destinations[${index}].stories[${odd}] waits, and is not skipped with something it would do`;
  }
  return undefined;
}

function firstRepeated(texts: readonly string[]): number | undefined {
  const seen = new Set<string>();
  const index = texts.findIndex((text) => seen.size === seen.add(text).size);
  return index === -1 ? undefined : index;
}
