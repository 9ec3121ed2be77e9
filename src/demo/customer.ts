import { isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { bodyObjects, TenantApi, wordOf } from './tenant-api.ts';

/** What the customer's own tenant says, with the customer's own key. */
export class Customer {
  readonly #api: TenantApi;
  readonly #team: number;

  constructor(emulatorUrl: string, tenant: string, key: string, team: number) {
    this.#api = new TenantApi(emulatorUrl, tenant, key);
    this.#team = team;
  }

  /** The customer's stories run and keep records. */
  async keepRecords(typeName: string, count: number): Promise<void> {
    const type = (await this.#types()).find((candidate) => candidate.name === typeName);
    for (let index = 0; type && index < count; index += 1) {
      await this.#api.call('POST', '/records', { record_type_id: type.id ?? null, field_values: [] });
    }
  }

  /** Somebody opens the story in the product's editor and changes one option of one action. */
  async editOption(story: string, action: string, option: string, value: JsonValue): Promise<void> {
    const path = ['agents', action, 'options', option];
    await this.#api.backDoor('edit', { story_id: await this.#storyId(story), set: { path, value } });
  }

  /** The versions of a story that have a name, as its history there shows them. */
  async namedVersions(story: string): Promise<readonly string[]> {
    const { story_versions } = await this.#api.call('GET', `/stories/${await this.#storyId(story)}/versions`);
    return bodyObjects(story_versions).flatMap(({ name }) => (name ? [wordOf(name)] : []));
  }

  /** One line per record type: its name, fields and how many records it holds. */
  async describeTypes(): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const type of await this.#types()) {
      const id = wordOf(type.id);
      const fields = bodyObjects(type.record_fields).map(
        (field) => `${wordOf(field.name)} ${wordOf(field.result_type)}`,
      );
      const { meta } = await this.#api.call('GET', `/records?record_type_id=${id}`);
      const records = wordOf(isObject(meta) ? meta.count : undefined).padStart(2);
      lines.push(`${wordOf(type.name).padEnd(10)} id ${id.padEnd(5)} ${records} records   ${fields.join(', ')}`);
    }
    return lines;
  }

  async #storyId(name: string): Promise<number> {
    const { stories } = await this.#api.call('GET', `/stories?team_id=${this.#team}&per_page=500`);
    const id = bodyObjects(stories).find((candidate) => candidate.name === name)?.id;
    if (typeof id !== 'number') throw new Error(`the demo's customer has no story "${name}"`);
    return id;
  }

  async #types(): Promise<readonly JsonObject[]> {
    const { record_types } = await this.#api.call('GET', `/record_types?team_id=${this.#team}&per_page=500`);
    return bodyObjects(record_types);
  }
}
