import { createHash } from 'node:crypto';
import { isObject, type JsonObject, type JsonValue } from '../../src/json/value.ts';
import type { SharedObject, StoryInfo } from '../../src/model/actual.ts';
import { DEFAULT_FIELD_NAMES, type FieldDefinition, type RecordType } from '../../src/model/record-type.ts';
import { DESTINATION_OWNED, type Story } from '../../src/model/story.ts';
import type { VendorDestination } from '../../src/model/tenant/vendor-destination.ts';
import type {
  FieldUpsert,
  NewSyncDestination,
  StoryImport,
  StoryPatch,
  SyncDestinationPatch,
} from '../../src/tenant/port.ts';

/** A story of the fake: what the listing says of it, and its content. */
export type FakeStory = StoryInfo & { readonly data: Story };

export type FakeWorldSetup = {
  /** Teams that exist; a write to any other is refused. */
  readonly teams?: readonly number[];
  readonly credentials?: readonly SharedObject[];
  readonly resources?: readonly SharedObject[];
  /** Tags that exist in the tenant: an import naming another one fails. */
  readonly tags?: readonly string[];
};

/** Why the fake refuses, by the status the vendor would use. */
export type Refusal = { readonly refused: 404 | 422 | 500; readonly words: string };

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value;
}

/** Plain data behind the fake tenant. It behaves as the vendor's documentation says, and where it is silent as the emulator's defaults do. */
export class FakeWorld {
  readonly stories = new Map<number, FakeStory>();
  readonly recordTypes = new Map<number, RecordType>();
  readonly versions = new Map<number, string[]>();
  /** They carry nothing anywhere: a test sets what becomes of a sync. */
  readonly syncDestinations = new Map<number, VendorDestination>();
  readonly credentials: SharedObject[];
  readonly resources: SharedObject[];
  readonly teams: Set<number>;
  readonly tags: Set<string>;
  #count = 0;

  constructor(setup: FakeWorldSetup) {
    this.teams = new Set(setup.teams ?? [42, 8]);
    this.tags = new Set(setup.tags);
    this.credentials = [...(setup.credentials ?? [])];
    this.resources = [...(setup.resources ?? [])];
  }

  /** Puts a story there as its customer would, with an own stamp unless the data has one. */
  add(teamId: number, data: Story, settings: Partial<StoryInfo> = {}): FakeStory {
    const id = this.#next();
    const guid = hex(`story ${id}`);
    const stamp = data.origin_story_identifier ?? `cloud:${hex('tenant')}:${guid}`;
    const created: FakeStory = {
      id,
      name: data.name,
      slug: slugOf(data.name),
      teamId,
      tags: [],
      changeControl: false,
      disabled: false,
      priority: false,
      locked: false,
      folderId: null,
      editedAt: this.#now(),
      editedAtTrusted: true,
      ...settings,
      data: this.#bindRecords(teamId, { ...data, guid, origin_story_identifier: stamp }),
    };
    this.stories.set(id, created);
    for (const tag of created.tags) this.tags.add(tag);
    return created;
  }

  /** A real edit: the stamp of the last edit moves. */
  edit(id: number, change: (story: FakeStory) => FakeStory): FakeStory {
    const story = this.stories.get(id);
    if (story === undefined) throw new Error(`The fake has no story ${id}.`);
    const edited = { ...change(story), editedAt: this.#now() };
    this.stories.set(id, edited);
    return edited;
  }

  export(id: number): Story | Refusal {
    const story = this.stories.get(id);
    if (story === undefined) return { refused: 404, words: 'story' };
    return { ...story.data, name: story.name, tags: story.tags, exported_at: this.#now() };
  }

  import({ teamId, mode, name, data, folderId }: StoryImport): FakeStory | Refusal {
    if (!this.teams.has(teamId)) return { refused: 422, words: 'team "must exist"' };
    if (JSON.stringify(data).includes(DESTINATION_OWNED)) return { refused: 422, words: 'options "is invalid"' };
    const tags = tagsOf(data);
    if (tags.some((tag) => !this.tags.has(tag))) return { refused: 500, words: 'tag' };
    const content = { ...data, name };
    const target = mode === 'new' ? undefined : this.#named(teamId, name);
    const settings = folderId === undefined ? { tags } : { tags, folderId };
    if (target === undefined) return this.add(teamId, withNewActionGuids(content, this.#next()), settings);
    if (target.locked) return { refused: 422, words: 'story "is locked"' };
    // It lands in a draft, which this fake does not keep.
    if (target.changeControl) return target;
    const kept = { guid: target.data.guid };
    return this.edit(target.id, (story) => ({
      ...story,
      ...settings,
      data: this.#bindRecords(teamId, { ...content, ...kept }),
    }));
  }

  update(id: number, patch: StoryPatch): FakeStory | Refusal {
    const story = this.stories.get(id);
    if (story === undefined) return { refused: 404, words: 'story' };
    if (story.locked && patch.locked !== false) return { refused: 422, words: 'story "is locked"' };
    if (story.changeControl) return story;
    for (const tag of patch.addTags ?? []) this.tags.add(tag);
    const removed = new Set(patch.removeTags);
    const updated: FakeStory = {
      ...story,
      name: patch.name ?? story.name,
      slug: slugOf(patch.name ?? story.name),
      tags: [...new Set([...story.tags, ...(patch.addTags ?? [])])].filter((tag) => !removed.has(tag)),
      disabled: patch.disabled ?? story.disabled,
      priority: patch.priority ?? story.priority,
      locked: patch.locked ?? story.locked,
      folderId: patch.folderId === undefined ? story.folderId : patch.folderId,
      // Settings and tags are no edits; another name is.
      editedAt: patch.name === undefined || patch.name === story.name ? story.editedAt : this.#now(),
      data: { ...story.data, name: patch.name ?? story.name },
    };
    this.stories.set(id, updated);
    return updated;
  }

  delete(id: number): null | Refusal {
    const story = this.stories.get(id);
    if (story === undefined) return { refused: 404, words: 'story' };
    if (story.locked) return { refused: 422, words: 'story "is locked"' };
    this.stories.delete(id);
    return null;
  }

  createRecordType(teamId: number, name: string, fields: readonly FieldDefinition[]): RecordType | Refusal {
    if (!this.teams.has(teamId)) return { refused: 422, words: 'team "must exist"' };
    const taken = [...this.recordTypes.values()].some((type) => type.teamId === teamId && type.name === name);
    if (taken) return { refused: 422, words: 'name "has already been taken"' };
    const defaultFields = DEFAULT_FIELD_NAMES.map((field) => ({
      id: this.#next(),
      name: field,
      resultType: field === 'Story name' ? 'TEXT' : 'TIMESTAMP',
      fixedValues: [],
    }));
    const type: RecordType = {
      id: this.#next(),
      name,
      teamId,
      fields: fields.map((field) => ({ ...field, id: this.#next() })),
      defaultFields,
    };
    this.recordTypes.set(type.id, type);
    return type;
  }

  updateRecordType(id: number, upserts: readonly FieldUpsert[]): RecordType | Refusal {
    const type = this.recordTypes.get(id);
    if (type === undefined) return { refused: 404, words: 'record type' };
    const fields = [...type.fields];
    for (const upsert of upserts) {
      const at = 'id' in upsert ? fields.findIndex((field) => field.id === upsert.id) : -1;
      const known = fields[at];
      if (known === undefined) {
        if ('id' in upsert) return { refused: 422, words: 'record field "not found"' };
        fields.push({ ...upsert, id: this.#next() });
      } else if (changesKind(known.resultType, upsert.resultType)) {
        return { refused: 422, words: 'result_type "cannot be changed"' };
      } else {
        fields[at] = { ...upsert, id: known.id };
      }
    }
    const updated = { ...type, fields };
    this.recordTypes.set(id, updated);
    return updated;
  }

  createSyncDestination({ key: _key, storyIds, ...written }: NewSyncDestination): VendorDestination | Refusal {
    const { tenantUrl, teamId, originTeamId } = written;
    if (!this.teams.has(originTeamId)) return { refused: 422, words: 'team "must exist"' };
    const twin = [...this.syncDestinations.values()].some(
      (other) => other.tenantUrl === tenantUrl && other.teamId === teamId && other.originTeamId === originTeamId,
    );
    if (twin) return { refused: 422, words: '"has already been taken"' };
    return this.#subscribe({ ...written, id: this.#next(), subscriptions: [] }, storyIds);
  }

  updateSyncDestination(id: number, { storyIds, manualSyncOnly }: SyncDestinationPatch): VendorDestination | Refusal {
    const destination = this.syncDestinations.get(id);
    if (destination === undefined) return { refused: 404, words: '' };
    const changed = { ...destination, manualSyncOnly: manualSyncOnly ?? destination.manualSyncOnly };
    return this.#subscribe(changed, storyIds ?? destination.subscriptions.map(({ storyId }) => storyId));
  }

  deleteSyncDestination(id: number): null | Refusal {
    return this.syncDestinations.delete(id) ? null : { refused: 404, words: '' };
  }

  /** A sync that is begun is done at once. */
  syncStory(id: number, storyId: number): null | Refusal {
    const destination = this.syncDestinations.get(id);
    const known = destination?.subscriptions.some((one) => one.storyId === storyId);
    if (destination === undefined || known !== true) return { refused: 404, words: 'story' };
    const subscriptions = destination.subscriptions.map((one) =>
      one.storyId === storyId ? { ...one, status: 'synced' as const, errorMessage: null } : one,
    );
    this.syncDestinations.set(id, { ...destination, subscriptions });
    return null;
  }

  #subscribe(destination: VendorDestination, storyIds: readonly number[]): VendorDestination | Refusal {
    const subscriptions = [];
    for (const storyId of storyIds) {
      const story = this.stories.get(storyId);
      if (story?.teamId !== destination.originTeamId) return { refused: 422, words: 'story "must exist"' };
      if (!story.changeControl) return { refused: 422, words: 'story "change control"' };
      const known = destination.subscriptions.find((one) => one.storyId === storyId);
      const fresh = { storyId, storyName: story.name, status: 'requires_sync', errorMessage: null } as const;
      subscriptions.push(known ?? fresh);
    }
    const subscribed = { ...destination, subscriptions };
    this.syncDestinations.set(destination.id, subscribed);
    return subscribed;
  }

  #named(teamId: number, name: string): FakeStory | undefined {
    return [...this.stories.values()].find((story) => story.teamId === teamId && story.name === name);
  }

  /** Record actions get the team's type of the same name and its ids; a type that is missing is created. */
  #bindRecords(teamId: number, data: Story): Story {
    const agents = data.agents.map((action) => {
      const embedded = action.record_type;
      if (!isObject(embedded) || typeof embedded.name !== 'string') return action;
      const type = this.#typeNamed(teamId, embedded.name, embedded);
      const fields = [...type.defaultFields, ...type.fields].map((field) => ({
        id: field.id,
        name: field.name,
        result_type: field.resultType,
        fixed_values: field.fixedValues,
      }));
      const writers = (Array.isArray(action.record_writers) ? action.record_writers : []).map((writer) => {
        const named = isObject(writer) && isObject(writer.record_field) ? writer.record_field.name : undefined;
        return { ...writer, record_field: fields.find((field) => field.name === named) ?? null };
      });
      return { ...action, record_type: { ...embedded, id: type.id, record_fields: fields }, record_writers: writers };
    });
    return { ...data, agents };
  }

  #typeNamed(teamId: number, name: string, embedded: JsonObject): RecordType {
    const known = [...this.recordTypes.values()].find((type) => type.teamId === teamId && type.name === name);
    if (known !== undefined) return known;
    const wire = Array.isArray(embedded.record_fields) ? embedded.record_fields : [];
    const fields = wire.flatMap((field: JsonValue): FieldDefinition[] =>
      isObject(field) &&
      typeof field.name === 'string' &&
      typeof field.result_type === 'string' &&
      !DEFAULT_FIELD_NAMES.includes(field.name)
        ? [
            {
              name: field.name,
              resultType: field.result_type,
              fixedValues: strings(field.fixed_values),
            },
          ]
        : [],
    );
    const created = this.createRecordType(teamId, name, fields);
    if (isRefusal(created)) throw new Error('The fake could not create a record type.');
    return created;
  }

  #next(): number {
    this.#count += 1;
    return 1000 + this.#count;
  }

  /** Two edits never carry the same stamp. */
  #now(): string {
    return new Date(Date.parse('2026-03-01T12:00:00Z') + this.#next() * 1000).toISOString();
  }
}

function changesKind(before: string, after: string): boolean {
  const texts = ['TEXT', 'TEXT_ENUM'];
  return before !== after && !(texts.includes(before) && texts.includes(after));
}

/** A first import renames every action, everywhere the export quotes it. */
function withNewActionGuids(data: Story, seed: number): Story {
  let text = JSON.stringify(data);
  for (const { guid } of data.agents) text = text.replaceAll(guid, hex(`${seed} ${guid}`));
  return JSON.parse(text) as Story;
}

function tagsOf(data: Story): readonly string[] {
  return strings(data.tags);
}

function strings(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

function hex(seed: string): string {
  return createHash('md5').update(seed).digest('hex');
}
