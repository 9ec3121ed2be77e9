import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';

/** What the customer's own tenant says, through its public API, with the customer's own key. */
export class Customer {
  readonly #url: string;
  readonly #key: string;
  readonly #team: number;

  constructor(emulatorUrl: string, tenant: string, key: string, team: number) {
    this.#url = `${emulatorUrl}/${tenant}/api/v1`;
    this.#key = key;
    this.#team = team;
  }

  /** The customer's stories run and keep records. */
  async keepRecords(typeName: string, count: number): Promise<void> {
    const type = (await this.#types()).find((candidate) => candidate.name === typeName);
    for (let index = 0; type && index < count; index += 1) {
      await this.#call('POST', '/records', { record_type_id: type.id ?? null, field_values: [] });
    }
  }

  /** One line per record type: its name, fields and how many records it holds. */
  async describeTypes(): Promise<readonly string[]> {
    const lines: string[] = [];
    for (const type of await this.#types()) {
      const id = wordOf(type.id);
      const fields = objects(type.record_fields).map((field) => `${wordOf(field.name)} ${wordOf(field.result_type)}`);
      const held = await this.#call('GET', `/records?record_type_id=${id}`);
      const meta = isObject(held) && isObject(held.meta) ? held.meta : {};
      const records = wordOf(meta.count).padStart(2);
      lines.push(`${wordOf(type.name).padEnd(10)} id ${id.padEnd(5)} ${records} records   ${fields.join(', ')}`);
    }
    return lines;
  }

  async #types(): Promise<readonly JsonObject[]> {
    const answer = await this.#call('GET', `/record_types?team_id=${this.#team}&per_page=500`);
    return objects(isObject(answer) ? answer.record_types : undefined);
  }

  async #call(method: string, path: string, body?: JsonObject): Promise<JsonValue> {
    const headers = { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    const response = await fetch(`${this.#url}${path}`, init);
    if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${method} ${path.split('?')[0]}`);
    return (await response.json()) as JsonValue;
  }
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

function wordOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
