import type { OrphanNative, PlannedNative, RecordTypeStep } from '../../model/plan.ts';
import { explain } from '../../report/explain/explain.ts';
import type { WireLeftBehindNative, WireNative, WireStory } from './plan-schema.ts';

/** With its keys in a fixed order. */
export function recordTypeToJson({
  name,
  action,
  target,
  fields,
  because,
}: RecordTypeStep): WireStory['record_types'][number] {
  return { name, action, target, fields, because };
}

/** What becomes of a destination at the vendor, as a plan file has it. */
export function nativeToJson(native: PlannedNative): WireNative {
  const { engine, action, id, consent, from, subscribe, unsubscribe, manualSyncOnly, keyVersion, steps } = native;
  const { forecast, warnings } = native;
  return {
    engine,
    action,
    id,
    consent,
    from: from && { destination_tenant_url: from.tenantUrl, destination_team_id: from.teamId },
    subscribe,
    unsubscribe,
    manual_sync_only: manualSyncOnly,
    key_version: keyVersion,
    steps,
    ...(forecast === undefined ? {} : { record_types: forecast.map(recordTypeToJson) }),
    warnings: warnings.map((warning) => explain(warning).message),
  };
}

export function nativeFromJson(wire: WireNative): PlannedNative {
  const { from, manual_sync_only, key_version, record_types, warnings, ...rest } = wire;
  return {
    ...rest,
    from: from && { tenantUrl: from.destination_tenant_url, teamId: from.destination_team_id },
    manualSyncOnly: manual_sync_only,
    keyVersion: key_version,
    ...(record_types === undefined ? {} : { forecast: record_types }),
    warnings: warnings.map((message) => ({ kind: 'recorded', message, hint: null })),
  };
}

export function orphanNativeToJson(orphan: OrphanNative): WireLeftBehindNative {
  const { id, name, tenantUrl, teamId, stories, keptBecause } = orphan;
  return {
    id,
    name,
    destination_tenant_url: tenantUrl,
    destination_team_id: teamId,
    stories: stories.length,
    story_names: [...stories],
    kept_because: keptBecause,
  };
}

export function orphanNativeFromJson(wire: WireLeftBehindNative): OrphanNative {
  const { id, name, destination_tenant_url: tenantUrl, destination_team_id: teamId } = wire;
  return { id, name, tenantUrl, teamId, stories: wire.story_names, keptBecause: wire.kept_because };
}
