import { ok, type Result } from '../../diagnostics/result.ts';
import type { JsonObject } from '../../json/value.ts';
import type {
  LastStatus,
  NativeState,
  RecordTypeState,
  StateContent,
  StoryState,
} from '../../model/destination-state.ts';
import { documentReader } from '../read-document.ts';
import {
  STATE_FORMAT,
  stateSchema,
  type WireLastStatus,
  type WireNativeState,
  type WireRecordType,
  type WireStateContent,
  type WireStoryState,
} from './state-schema.ts';

/** Whose state a file says it is, beside what it says. */
export type NamedState = { readonly destination: string; readonly content: StateContent };

/** The state of one destination, `storysync.state/2`, before the envelope is put around it. */
export function stateToJson({ destination, content }: NamedState): WireStateContent {
  return {
    format: STATE_FORMAT,
    destination,
    destination_tenant_url: content.tenantUrl,
    destination_team_id: content.teamId,
    stories: mapEntries(content.stories, writeStory),
    record_types: mapEntries(content.recordTypes, writeRecordType),
    ...(content.native === undefined ? {} : { native: writeNative(content.native) }),
    last: mapEntries(content.last, writeLastStatus),
  };
}

const readState = documentReader(stateSchema, 'the file');

/** The state in a whole state file, envelope and all, or the first place where the file is not as we write it. */
export function stateFromJson(file: JsonObject): Result<NamedState, string> {
  const read = readState(file);
  if (!read.ok) return read;
  const wire = read.value;
  const content: StateContent = {
    tenantUrl: wire.destination_tenant_url,
    teamId: wire.destination_team_id,
    stories: mapEntries(wire.stories, readStory),
    recordTypes: mapEntries(wire.record_types, readRecordType),
    ...(wire.native === undefined ? {} : { native: readNative(wire.native) }),
    last: mapEntries(wire.last ?? {}, readLastStatus),
  };
  return ok({ destination: wire.destination, content });
}

// Key by key: what the model knows besides is not written.
function writeStory(story: StoryState): WireStoryState {
  return {
    destination_story_id: story.destinationStoryId,
    name: story.name,
    stamp: story.stamp,
    ...(story.lineage === undefined ? {} : { lineage: story.lineage }),
    pushed: story.pushed,
    ...(story.since === undefined ? {} : { since: story.since }),
    equal: story.equal,
    observed: story.observed,
    edited_at: story.editedAt,
    ...(story.editedAtTrusted === undefined ? {} : { edited_at_trusted: story.editedAtTrusted }),
    actions: story.actions,
    tags: story.tags.toSorted(),
    ...(story.commit === undefined ? {} : { commit: story.commit }),
    status: story.status,
    reason: story.reason,
    error_message: story.errorMessage,
    synced_at: story.syncedAt,
  };
}

function readStory(wire: WireStoryState): StoryState {
  const { destination_story_id, edited_at, edited_at_trusted, error_message, synced_at, ...same } = wire;
  return {
    ...same,
    destinationStoryId: destination_story_id,
    editedAt: edited_at,
    ...(edited_at_trusted === undefined ? {} : { editedAtTrusted: edited_at_trusted }),
    errorMessage: error_message,
    syncedAt: synced_at,
  };
}

function writeLastStatus(last: LastStatus): WireLastStatus {
  const { status, reason, message, hint, at, commit, content, detachedThere, failing } = last;
  return {
    status,
    reason,
    message,
    ...(hint === undefined ? {} : { hint }),
    at,
    ...(commit === undefined ? {} : { commit }),
    content,
    ...(detachedThere === undefined ? {} : { detached_there: detachedThere }),
    ...(failing === undefined ? {} : { failing }),
  };
}

function readLastStatus({ detached_there, ...same }: WireLastStatus): LastStatus {
  return { ...same, ...(detached_there === undefined ? {} : { detachedThere: detached_there }) };
}

function writeNative({ vendorId, manualSyncOnly, keyVersion, carried, enabled }: NativeState): WireNativeState {
  return {
    vendor_id: vendorId,
    manual_sync_only: manualSyncOnly,
    key_version: keyVersion,
    carried: carried.toSorted((a, b) => a - b),
    ...(enabled === undefined ? {} : { enabled: enabled.toSorted((a, b) => a - b) }),
  };
}

function readNative(wire: WireNativeState): NativeState {
  const { vendor_id: vendorId, manual_sync_only: manualSyncOnly, key_version: keyVersion, carried, enabled } = wire;
  return { vendorId, manualSyncOnly, keyVersion, carried, ...(enabled === undefined ? {} : { enabled }) };
}

function writeRecordType({ target, definition }: RecordTypeState): WireRecordType {
  const fields = definition.fields.map(({ name, resultType, fixedValues }) => ({
    name,
    result_type: resultType,
    fixed_values: fixedValues,
  }));
  return { target, definition: { name: definition.name, fields } };
}

function readRecordType({ target, definition }: WireRecordType): RecordTypeState {
  const fields = definition.fields.map(({ name, result_type, fixed_values }) => ({
    name,
    resultType: result_type,
    fixedValues: fixed_values,
  }));
  return { target, definition: { name: definition.name, fields } };
}

// fromEntries, not assignment: a record type may be called `__proto__`.
function mapEntries<F, T>(map: { readonly [key: string]: F }, convert: (value: F) => T): { readonly [key: string]: T } {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value)]));
}
