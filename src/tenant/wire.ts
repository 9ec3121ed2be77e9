import { isArray, isObject, type JsonObject } from '../json/value.ts';
import type { SharedObject, StoryInfo, TeamInfo } from '../model/actual.ts';
import type { FieldDefinition, RecordField, RecordType } from '../model/record-type.ts';
import { isTrustedStamp } from './edit-stamp.ts';
import type { FieldUpsert, StoryImport, StoryPatch } from './port.ts';

/**
 * The vendor's objects, read by hand. Unknown keys are tolerated, missing ones that we rely on are not: the reader
 * then answers undefined. Whatever is not copied here, such as a resource's value, is gone once it returns.
 */
export function readStoryObject(wire: unknown, readAt: number | undefined): StoryInfo | undefined {
  if (!isObject(wire)) return undefined;
  const id = integer(wire.id);
  const teamId = integer(wire.team_id);
  const name = wireText(wire.name);
  const tags = texts(wire.tags);
  const editedAt = wireText(wire.edited_at) ?? '';
  const changeControl = wire.change_control_enabled;
  if (id === undefined || teamId === undefined || name === undefined || tags === undefined) return undefined;
  // Taken as "off" when absent, we would write past a customer's approvers.
  if (typeof changeControl !== 'boolean') return undefined;
  return {
    id,
    name,
    slug: wireText(wire.slug) ?? '',
    teamId,
    tags,
    changeControl,
    disabled: wire.disabled === true,
    priority: wire.priority === true,
    locked: wire.locked === true,
    folderId: integer(wire.folder_id) ?? null,
    ...(typeof wire.published === 'boolean' ? { published: wire.published } : {}),
    editedAt,
    editedAtTrusted: isTrustedStamp(editedAt, readAt),
  };
}

export function readTeam(wire: unknown, readAt: number | undefined): TeamInfo | undefined {
  const id = isObject(wire) ? integer(wire.id) : undefined;
  return id === undefined ? undefined : { id, ...(readAt === undefined ? {} : { readAt }) };
}

export function readRecordType(wire: unknown): RecordType | undefined {
  if (!isObject(wire)) return undefined;
  const id = integer(wire.id);
  const name = wireText(wire.name);
  const teamId = integer(wire.team_id);
  const fields = readAll(wire.record_fields, readRecordField);
  const defaultFields = readAll(wire.default_record_fields ?? [], readRecordField);
  if (id === undefined || name === undefined || teamId === undefined) return undefined;
  return fields && defaultFields && { id, name, teamId, fields, defaultFields };
}

function readRecordField(wire: unknown): RecordField | undefined {
  if (!isObject(wire)) return undefined;
  const id = integer(wire.id);
  const name = wireText(wire.name);
  const resultType = wireText(wire.result_type);
  const fixedValues = texts(wire.fixed_values ?? []);
  if (id === undefined || name === undefined || resultType === undefined || fixedValues === undefined) return undefined;
  return { id, name, resultType, fixedValues };
}

const ACCESS: { readonly [wire: string]: SharedObject['access'] | undefined } = { TEAM: 'team', GLOBAL: 'global' };

export function readSharedObject(wire: unknown): SharedObject | undefined {
  if (!isObject(wire)) return undefined;
  const id = integer(wire.id);
  const name = wireText(wire.name);
  const slug = wireText(wire.slug);
  // A personal one belongs to no team; 0 is no team's id.
  const teamId = integer(wire.team_id ?? 0);
  if (id === undefined || name === undefined || slug === undefined || teamId === undefined) return undefined;
  // Sharing that we do not know is treated like sharing that we cannot see through.
  const access = ACCESS[wireText(wire.read_access) ?? ''] ?? 'specific_teams';
  return { id, name, slug, teamId, access };
}

export type StoryVersion = { readonly id: number; readonly name: string | undefined };

/** The vendor's pages and real answers disagree whether a version comes wrapped. */
export function readVersion(wire: unknown): StoryVersion | undefined {
  if (!isObject(wire)) return undefined;
  const version = isObject(wire.story_version) ? wire.story_version : wire;
  const id = integer(version.id);
  return id === undefined ? undefined : { id, name: wireText(version.name) };
}

export function importBody(story: StoryImport): JsonObject {
  return {
    new_name: story.name,
    data: { ...story.data, name: story.name },
    team_id: story.teamId,
    mode: story.mode,
    ...(story.folderId === undefined ? {} : { folder_id: story.folderId }),
  };
}

export function patchBody(patch: StoryPatch): JsonObject {
  return {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    ...(patch.addTags === undefined || patch.addTags.length === 0 ? {} : { add_tag_names: patch.addTags }),
    ...(patch.removeTags === undefined || patch.removeTags.length === 0 ? {} : { remove_tag_names: patch.removeTags }),
    ...(patch.disabled === undefined ? {} : { disabled: patch.disabled }),
    ...(patch.priority === undefined ? {} : { priority: patch.priority }),
    ...(patch.locked === undefined ? {} : { locked: patch.locked }),
    ...(patch.folderId === undefined ? {} : { folder_id: patch.folderId }),
  };
}

export function fieldBody(field: FieldDefinition | FieldUpsert): JsonObject {
  return {
    ...('id' in field ? { id: field.id } : {}),
    name: field.name,
    result_type: field.resultType,
    ...(field.resultType === 'TEXT_ENUM' || field.fixedValues.length > 0 ? { fixed_values: field.fixedValues } : {}),
  };
}

/** An id that a double cannot hold exactly would name something else. */
export function integer(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

export function wireText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function texts(value: unknown): readonly string[] | undefined {
  return readAll(value, wireText);
}

function readAll<T>(value: unknown, read: (entry: unknown) => T | undefined): readonly T[] | undefined {
  if (!isArray(value)) return undefined;
  const entries: T[] = [];
  for (const entry of value) {
    const known = read(entry);
    if (known === undefined) return undefined;
    entries.push(known);
  }
  return entries;
}
