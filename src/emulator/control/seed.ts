import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { nameOf } from '../domain/actions.ts';
import { seconds } from '../domain/clock.ts';
import { withFreshActionGuids } from '../domain/guids.ts';
import { emulatedSlug, hexOf, isStamp, randomHex } from '../domain/identity.ts';
import { randomizeIngress } from '../domain/ingress.ts';
import { isRecord, type Json, type JsonRecord, parseText, textOr, textsIn } from '../domain/json.ts';
import { bindRecordTypes } from '../domain/record-binding.ts';
import { createType } from '../domain/record-types.ts';
import { newStory } from '../domain/stories.ts';
import {
  type EmulatedObject,
  type EmulatedTenant,
  type Field,
  type IdKind,
  type Key,
  newId,
  reserveId,
} from '../domain/tenant.ts';
import { DEFAULT_RATE_LIMITS } from '../faults/limits.ts';
import { positionsOf } from '../faults/switches.ts';
import type {
  EmulatorConfig,
  KeyConfig,
  RecordTypeConfig,
  SharedObjectConfig,
  StoryConfig,
  TeamConfig,
} from './config.ts';

const ID_KINDS: readonly IdKind[] = [
  'team',
  'folder',
  'user',
  'shared_object',
  'record_type',
  'field',
  'record',
  'story',
  'draft',
  'change_request',
  'version',
  'sync_destination',
  'audit',
];

/** Builds the tenants that a config describes. Throws when a story file cannot be read. */
export function seedTenants(config: EmulatorConfig, configDir: string, now: number): EmulatedTenant[] {
  const files = new Map<string, string>();
  const read = (file: string): JsonRecord => {
    const text = files.get(file) ?? readFileSync(resolve(configDir, file), 'utf8');
    files.set(file, text);
    const content = parseText(text);
    if (!isRecord(content)) throw new Error(`The emulator's story file ${file} holds no JSON object.`);
    return content;
  };
  return Object.entries(config.tenants).map(([name, written], index) => {
    const first = (index + 1) * 10_000;
    const tenant: EmulatedTenant = {
      name,
      hex: hexOf(`tenant ${name}`),
      switches: positionsOf({ ...config.switches, ...written.switches }),
      rate_limits: { ...DEFAULT_RATE_LIMITS, ...written.rate_limits },
      keys: [],
      tags: [...(written.tags ?? [])],
      teams: [],
      folders: [],
      credentials: [],
      resources: [],
      record_types: [],
      stories: [],
      archived: [],
      drafts: [],
      change_requests: [],
      versions: [],
      sync_destinations: [],
      audit: [],
      next_id: Object.fromEntries(ID_KINDS.map((kind) => [kind, first + 1])) as EmulatedTenant['next_id'],
    };
    for (const key of written.keys ?? []) addKey(tenant, key);
    // All teams first: an object can be shared with a team that stands later in the file.
    for (const team of written.teams ?? []) addTeam(tenant, team);
    for (const team of written.teams ?? []) fillTeam(tenant, team, read, now);
    return tenant;
  });
}

export function addKey(tenant: EmulatedTenant, written: KeyConfig): Key {
  const key: Key = {
    key: written.key,
    kind: written.kind ?? 'tenant_owner',
    user_id: newId(tenant, 'user'),
    ...(written.team === undefined ? {} : { team: written.team }),
    ...(written.role === undefined ? {} : { role: written.role }),
    permissions: [...(written.permissions ?? [])],
    revoked: false,
  };
  tenant.keys.push(key);
  return key;
}

function addTeam(tenant: EmulatedTenant, team: TeamConfig): void {
  const name = team.name ?? `Team ${team.id}`;
  reserveId(tenant, 'team', team.id);
  tenant.teams.push({ id: team.id, name, slug: emulatedSlug(name) });
  for (const folder of team.folders ?? []) {
    reserveId(tenant, 'folder', folder.id);
    const { id, name: folderName, content_type: type = 'STORY' } = folder;
    tenant.folders.push({ id, name: folderName, team_id: team.id, content_type: type });
  }
}

function fillTeam(tenant: EmulatedTenant, team: TeamConfig, read: (file: string) => JsonRecord, now: number): void {
  for (const written of team.credentials ?? []) tenant.credentials.push(sharedObject(tenant, team.id, written, now));
  for (const written of team.resources ?? []) {
    const given = typeof written === 'string' ? `value of ${written}` : (written.value ?? `value of ${written.slug}`);
    const value: Json = parseText(JSON.stringify(given)) ?? '';
    tenant.resources.push({ ...sharedObject(tenant, team.id, written, now), value });
  }
  for (const written of team.record_types ?? []) addRecordType(tenant, team.id, written, now);
  for (const written of team.stories ?? []) {
    addStory(tenant, team.id, written, storyContent(written, read), now);
  }
}

/** A copy of its own for each story, also when many tenants name the same file. */
function storyContent(written: StoryConfig, read: (file: string) => JsonRecord): JsonRecord {
  const copy = parseText(JSON.stringify(written.content ?? read(written.file ?? '')));
  if (!isRecord(copy)) throw new Error('Internal error: the content of a story is no object');
  return copy;
}

function sharedObject(
  tenant: EmulatedTenant,
  teamId: number,
  written: string | SharedObjectConfig,
  now: number,
): EmulatedObject {
  const given: SharedObjectConfig = typeof written === 'string' ? { slug: written } : written;
  const at = seconds(now);
  return {
    id: newId(tenant, 'shared_object'),
    slug: given.slug,
    name: given.name ?? given.slug,
    team_id: teamId,
    folder_id: null,
    read_access: given.read_access ?? 'TEAM',
    shared_team_slugs: [...(given.shared_team_slugs ?? [])],
    created_at: at,
    updated_at: at,
  };
}

function addRecordType(tenant: EmulatedTenant, teamId: number, written: RecordTypeConfig, now: number): void {
  const fields = written.fields.map((field) => ({ ...field, fixed_values: [...(field.fixed_values ?? [])] }));
  const type = createType(tenant, teamId, { name: written.name, fields });
  const at = seconds(now);
  for (let row = 1; row <= (written.records ?? 0); row += 1) {
    const values = Object.fromEntries(type.fields.map((field) => [String(field.id), sampleValue(field, row)]));
    type.records.push({
      id: newId(tenant, 'record'),
      test_mode: false,
      case_ids: [],
      parent_id: null,
      created_at: at,
      updated_at: at,
      values,
    });
  }
}

function sampleValue(field: Field, row: number): Json {
  switch (field.result_type) {
    case 'NUMBER':
      return row;
    case 'BOOLEAN':
      return row % 2 === 0;
    case 'TEXT_ENUM':
      return field.fixed_values[row % field.fixed_values.length] ?? null;
    case 'TIMESTAMP':
      return seconds(row * 86_400_000);
    case 'JSON':
      return { row };
    default:
      return `${field.name} ${row}`;
  }
}

/** A story as if it had lived here for long: unlike an import, no switch changes what becomes of it. */
function addStory(tenant: EmulatedTenant, teamId: number, written: StoryConfig, file: JsonRecord, now: number): void {
  let content = file;
  delete content.exported_at;
  content.name = written.name ?? nameOf(content);
  if (written.keep_guid !== true) {
    content = withFreshActionGuids(content);
    content.guid = randomHex();
  }
  if (typeof content.slug !== 'string' || written.name !== undefined) content.slug = emulatedSlug(nameOf(content));
  randomizeIngress(content, written.keep_ingress === true ? 'masked' : 'all');
  content.tags = [...(written.tags ?? textsIn(content.tags))];
  for (const tag of textsIn(content.tags)) if (!tenant.tags.includes(tag)) tenant.tags.push(tag);
  content.send_to_stories = [];
  if (!isStamp(content.origin_story_identifier)) {
    content.origin_story_identifier = `cloud:${tenant.hex}:${textOr(content.guid)}`;
  }
  bindRecordTypes(tenant, teamId, content, 'by_name');
  const story = newStory(tenant, teamId, 1, now, content);
  if (written.id !== undefined) {
    story.id = written.id;
    reserveId(tenant, 'story', written.id);
  }
  story.folder_id = written.folder_id ?? null;
  story.owners = [...(written.owners ?? [])];
  story.change_control_enabled = written.change_control === true;
  story.disabled = written.disabled === true;
  story.priority = written.priority === true;
  story.locked = written.locked === true;
  tenant.stories.push(story);
}
