import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';

/** The public API of one tenant of the emulator, as somebody who works there uses it. */
export class TenantApi {
  readonly #emulator: string;
  readonly #tenant: string;
  readonly #key: string;

  constructor(emulatorUrl: string, tenant: string, key: string) {
    this.#emulator = emulatorUrl;
    this.#tenant = tenant;
    this.#key = key;
  }

  async call(method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    return this.#send(`${this.#tenant}/api/v1${path}`, method, body);
  }

  /** What the API does not offer: people edit actions in the product's editor, here through the emulator's back door. */
  async backDoor(path: string, body: JsonObject): Promise<JsonObject> {
    return this.#send(`_emulator/${path}`, 'POST', { tenant: this.#tenant, ...body });
  }

  async #send(path: string, method: string, body?: JsonObject): Promise<JsonObject> {
    const headers = { authorization: `Bearer ${this.#key}`, 'content-type': 'application/json' };
    const init = body ? { method, headers, body: JSON.stringify(body) } : { method, headers };
    const response = await fetch(`${this.#emulator}/${path}`, init);
    if (!response.ok) throw new Error(`the emulator answered ${response.status} to ${method} ${path.split('?')[0]}`);
    const answer = (await response.json()) as JsonValue;
    return isObject(answer) ? answer : {};
  }
}

export function bodyObjects(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}

export function wordOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
