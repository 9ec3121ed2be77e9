import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { LastStatus, RecordTypeState, StateContent, StoryState } from '../../model/destination-state.ts';
import type { FieldDefinition } from '../../model/record-type.ts';
import { REASONS, type SyncStatus } from '../../model/status.ts';

const STATUSES: readonly [SyncStatus, ...SyncStatus[]] = ['synced', 'failed', 'requires_sync'];
const HEADER_KEYS = [
  'format',
  'destination',
  'destination_tenant_url',
  'destination_team_id',
  'stories',
  'record_types',
  'last',
];
const STORY_KEYS =
  'destination_story_id name stamp lineage pushed since equal observed edited_at edited_at_trusted actions tags commit status reason error_message synced_at'.split(
    ' ',
  );
const LAST_KEYS = ['status', 'reason', 'message', 'hint', 'at', 'commit', 'content', 'detached_there'];

const LONGEST_MISFIT = 200;

/** The state in a parsed file, or the first place where the file is not as we write it. */
export function readStateContent(file: JsonObject): Result<StateContent, string> {
  const reader = new ShapeReader();
  reader.onlyKeys(file, HEADER_KEYS, 'the file');
  const state: StateContent = {
    tenantUrl: reader.text(file.destination_tenant_url, 'destination_tenant_url'),
    teamId: reader.id(file.destination_team_id, 'destination_team_id'),
    stories: reader.stories(file.stories, 'stories', readStoryState),
    recordTypes: reader.map(file.record_types, 'record_types', readRecordTypeState),
    last: file.last === undefined ? {} : reader.stories(file.last, 'last', readLastStatus),
  };
  // A key of a forged file may be megabytes long.
  return reader.misfit === undefined ? ok(state) : fail(reader.misfit.slice(0, LONGEST_MISFIT));
}

function readStoryState(reader: ShapeReader, value: JsonValue, at: string): StoryState {
  const story = reader.object(value, at, STORY_KEYS);
  const text = (key: string): string => reader.text(story[key], `${at}.${key}`);
  return {
    destinationStoryId: reader.id(story.destination_story_id, `${at}.destination_story_id`),
    name: text('name'),
    stamp: text('stamp'),
    ...(story.lineage === undefined ? {} : { lineage: text('lineage') }),
    pushed: text('pushed'),
    ...(story.since === undefined ? {} : { since: text('since') }),
    equal: reader.list(story.equal, `${at}.equal`, readText),
    observed: reader.map(story.observed, `${at}.observed`, readText),
    editedAt: text('edited_at'),
    ...(story.edited_at_trusted === undefined
      ? {}
      : { editedAtTrusted: reader.yes(story.edited_at_trusted, `${at}.edited_at_trusted`) }),
    actions: reader.map(story.actions, `${at}.actions`, readText),
    tags: reader.list(story.tags, `${at}.tags`, readText),
    ...(story.commit === undefined ? {} : { commit: text('commit') }),
    status: reader.oneOf(story.status, `${at}.status`, STATUSES),
    reason: story.reason === null ? null : reader.oneOf(story.reason, `${at}.reason`, REASONS),
    errorMessage: story.error_message === null ? null : text('error_message'),
    syncedAt: text('synced_at'),
  };
}

function readLastStatus(reader: ShapeReader, value: JsonValue, at: string): LastStatus {
  const last = reader.object(value, at, LAST_KEYS);
  const text = (key: string): string => reader.text(last[key], `${at}.${key}`);
  return {
    status: reader.oneOf(last.status, `${at}.status`, STATUSES),
    reason: last.reason === null ? null : reader.oneOf(last.reason, `${at}.reason`, REASONS),
    message: last.message === null ? null : text('message'),
    ...(last.hint === undefined ? {} : { hint: text('hint') }),
    at: text('at'),
    ...(last.commit === undefined ? {} : { commit: text('commit') }),
    content: text('content'),
    ...(last.detached_there === undefined
      ? {}
      : { detachedThere: reader.yes(last.detached_there, `${at}.detached_there`) }),
  };
}

function readRecordTypeState(reader: ShapeReader, value: JsonValue, at: string): RecordTypeState {
  const type = reader.object(value, at, ['target', 'definition']);
  const definition = reader.object(type.definition, `${at}.definition`, ['name', 'fields']);
  return {
    target: reader.text(type.target, `${at}.target`),
    definition: {
      name: reader.text(definition.name, `${at}.definition.name`),
      fields: reader.list(definition.fields, `${at}.definition.fields`, readField),
    },
  };
}

function readField(reader: ShapeReader, value: JsonValue, at: string): FieldDefinition {
  const field = reader.object(value, at, ['name', 'result_type', 'fixed_values']);
  return {
    name: reader.text(field.name, `${at}.name`),
    resultType: reader.text(field.result_type, `${at}.result_type`),
    fixedValues: reader.list(field.fixed_values, `${at}.fixed_values`, readText),
  };
}

function readText(reader: ShapeReader, value: JsonValue, at: string): string {
  return reader.text(value, at);
}

type Read<T> = (reader: ShapeReader, value: JsonValue, at: string) => T;

/** Goes on with a stand-in after a misfit, to the next map or list at most; nothing read is used once there is one. */
class ShapeReader {
  misfit: string | undefined;

  text(value: JsonValue | undefined, at: string): string {
    return typeof value === 'string' ? value : this.#refuse(at, 'a text', '');
  }

  id(value: JsonValue | undefined, at: string): number {
    const fits = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
    return fits ? value : this.#refuse(at, 'an id', 0);
  }

  yes(value: JsonValue | undefined, at: string): true {
    return value === true ? value : this.#refuse(at, 'true', true);
  }

  oneOf<T extends string>(value: JsonValue | undefined, at: string, allowed: readonly [T, ...T[]]): T {
    return allowed.find((word) => word === value) ?? this.#refuse(at, `one of ${allowed.join(', ')}`, allowed[0]);
  }

  object(value: JsonValue | undefined, at: string, keys: readonly string[]): JsonObject {
    if (!isObject(value)) return this.#refuse(at, 'an object', {});
    this.onlyKeys(value, keys, at);
    return value;
  }

  map<T>(value: JsonValue | undefined, at: string, read: Read<T>): { readonly [key: string]: T } {
    const entries = isObject(value) ? Object.entries(value) : this.#refuse(at, 'an object', []);
    const found: [string, T][] = [];
    for (const [key, entry] of entries) {
      if (this.misfit !== undefined) break;
      found.push([key, read(this, entry, `${at}[${key}]`)]);
    }
    return Object.fromEntries(found);
  }

  /** By story key, as a manifest may have it: it becomes part of a file name, and of what people read. */
  stories<T>(value: JsonValue | undefined, at: string, read: Read<T>): { readonly [key: string]: T } {
    const odd = isObject(value) && Object.keys(value).find((key) => !/^[a-z0-9][a-z0-9-_.]{0,62}$/.test(key));
    if (typeof odd === 'string') this.misfit ??= `${at} has ${JSON.stringify(odd.slice(0, 63))}, which is no story key`;
    return this.map(value, at, read);
  }

  list<T>(value: JsonValue | undefined, at: string, read: Read<T>): readonly T[] {
    const entries = isArray(value) ? value : this.#refuse(at, 'a list', []);
    return entries.map((entry, index) => read(this, entry, `${at}[${index}]`));
  }

  onlyKeys(value: JsonObject, keys: readonly string[], at: string): void {
    const extra = Object.keys(value).find((key) => !keys.includes(key));
    if (extra !== undefined) this.misfit ??= `${at} has an unknown key "${extra}"`;
  }

  #refuse<T>(at: string, expected: string, standIn: T): T {
    this.misfit ??= `${at} is not ${expected}`;
    return standIn;
  }
}
