import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { startEmulator } from '../../src/emulator/control/start.ts';
import type { JsonRecord } from '../../src/emulator/domain/json.ts';

/** An answer, and ways to look into its body without knowing its type. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;

  constructor(status: number, headers: Headers, text: string) {
    this.status = status;
    this.headers = headers;
    this.text = text;
  }

  get body(): unknown {
    return JSON.parse(this.text);
  }

  /** The value at a path of keys and indexes; `undefined` when it leads nowhere. */
  at(...path: (string | number)[]): unknown {
    return path.reduce<unknown>(
      (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
      this.body,
    );
  }

  get id(): number {
    return Number(this.at('id'));
  }

  /** One text of each item of a list. */
  texts(list: string, key: string): string[] {
    return this.each(list, key).map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  }

  /** The text at a path; empty when there is none. */
  textAt(...path: (string | number)[]): string {
    const value = this.at(...path);
    return typeof value === 'string' ? value : '';
  }

  /** The number at a path. */
  idAt(...path: (string | number)[]): number {
    return Number(this.at(...path));
  }

  /** One value of each item of a list. */
  each(list: string, key: string): unknown[] {
    const items = this.at(...list.split('.'));
    return Array.isArray(items) ? items.map((item) => Reflect.get(item, key)) : [];
  }
}

export type Client = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<Answer>;

export type Rig = AsyncDisposable & {
  readonly url: string;
  /** Calls a tenant's API; with the tenant owner's key, unless told otherwise. */
  readonly tenant: (name: string, key?: string) => Client;
  readonly control: Client;
};

/** An emulator for one test, gone at its end. */
export async function rig(config: EmulatorConfig = world({})): Promise<Rig> {
  const emulator = await startEmulator({ port: 0, config });
  const client =
    (base: string, key?: string): Client =>
    async (method, path, body, headers = {}) => {
      const response = await fetch(`${base}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(body === undefined && (method === 'GET' || method === 'DELETE')
            ? {}
            : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return new Answer(response.status, response.headers, await response.text());
    };
  return {
    url: emulator.url,
    tenant: (name, key = `${name}-key`) => client(`${emulator.url}/${name}/api/v1`, key),
    control: client(`${emulator.url}/_emulator`),
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/** Tenant `acme` with the teams 7 and 8, and whatever a test adds. */
export function world(
  team: NonNullable<EmulatorConfig['tenants'][string]['teams']>[number] | object,
  tenant: EmulatorConfig['tenants'][string] = {},
): EmulatorConfig {
  return {
    tenants: {
      acme: {
        tags: ['soc'],
        ...tenant,
        keys: [{ key: 'acme-key', kind: 'tenant_owner' }, ...(tenant.keys ?? [])],
        teams: [
          { id: 7, name: 'SOC', ...team },
          { id: 8, name: 'IR' },
        ],
      },
      beta: { keys: [{ key: 'beta-key', kind: 'tenant_owner' }], teams: [{ id: 42, name: 'SOC' }] },
    },
  };
}

export const hex = (digit: string): string => digit.repeat(32);
export const STAMP = `cloud:${hex('a')}:${hex('b')}`;

/** An export of a story with a webhook, a page and a transform, and what a test changes of it. */
export function storyFile(changes: JsonRecord = {}): JsonRecord {
  return {
    schema_version: 28,
    name: 'Contain host',
    description: null,
    guid: hex('b'),
    slug: 'contain_host',
    agents: [
      {
        type: 'Agents::WebhookAgent',
        name: 'Receive',
        guid: hex('1'),
        disabled: false,
        options: { path: hex('c'), secret: hex('d'), verbs: 'get,post' },
      },
      {
        type: 'Agents::EventTransformationAgent',
        name: 'Extract',
        guid: hex('2'),
        disabled: false,
        options: { mode: 'extract', path: '=receive.body' },
      },
      {
        type: 'Agents::FormAgent',
        name: 'Page',
        guid: hex('3'),
        disabled: false,
        options: { url_identifier: hex('e') },
      },
    ],
    links: [{ source: 0, receiver: 1 }],
    diagram_layout: `{"${hex('1')}":[15,30],"${hex('2')}":[15,120]}`,
    pages: [{ agent_guid: hex('3'), fields: [] }],
    integrations: [
      {
        action_guid: hex('2'),
        product: 'X',
        action_inputs: [{ name: 'q', type: 'TEXT', value: '""', llm_json_schema: '{}' }],
      },
    ],
    tags: [],
    recipients: ['owner@acme.invalid'],
    origin_story_identifier: STAMP,
    ...changes,
  };
}

/** The same story with an action that writes records of the type `Alert`. */
export function recordStory(fields: { name: string; result_type: string }[]): JsonRecord {
  const embedded = [{ name: 'Story name', result_type: 'TEXT' }, ...fields].map((field, index) => ({
    id: 900 + index,
    fixed_values: [],
    ...field,
  }));
  return storyFile({
    agents: [
      {
        type: 'Agents::RecordAgent',
        name: 'Save',
        guid: hex('4'),
        options: { mode: 'create', record_type_id: '', record_writers: '', record_result_mode: '' },
        record_type: { id: 512, name: 'Alert', editable: true, record_fields: embedded },
        record_writers: embedded.map((field) => ({
          formula: 'x',
          include_in_update: false,
          record_field: { ...field },
        })),
      },
    ],
    links: [],
    pages: [],
    integrations: [],
    diagram_layout: '{}',
  });
}

/** Imports a file the way storysync does: both names equal. */
export function importing(data: JsonRecord, more: object = {}): object {
  return { new_name: data.name, data, team_id: 7, mode: 'new', ...more };
}
