import { parseDocument } from 'yaml';
import {
  bool,
  type Check,
  choiceCheck,
  filled,
  int,
  type Known,
  listCheck,
  nullCheck,
  object,
  textCheck,
} from '../api/body.ts';
import { isRecord, type Json, type JsonRecord } from '../domain/json.ts';
import type { KeyKind, RateLimits, Role } from '../domain/tenant.ts';
import { type Positions, switchProblem } from '../faults/switches.ts';

export { SWITCHES } from '../faults/switches.ts';

export type KeyConfig = {
  readonly key: string;
  readonly kind?: KeyKind;
  readonly team?: number;
  readonly role?: Role;
  readonly permissions?: readonly string[];
};
export type SharedObjectConfig = {
  readonly slug: string;
  readonly name?: string;
  readonly read_access?: 'TEAM' | 'GLOBAL' | 'SPECIFIC_TEAMS';
  readonly shared_team_slugs?: readonly string[];
  readonly value?: unknown;
};
export type RecordTypeConfig = {
  readonly name: string;
  readonly fields: readonly {
    readonly name: string;
    readonly result_type: string;
    readonly fixed_values?: readonly string[];
  }[];
  /** How many rows the type starts with. */
  readonly records?: number;
};
export type StoryConfig = {
  /** An export file, relative to the directory of the config; or the export itself. */
  readonly file?: string;
  readonly content?: { readonly [key: string]: unknown };
  readonly id?: number;
  readonly name?: string;
  readonly tags?: readonly string[];
  readonly folder_id?: number;
  readonly owners?: readonly number[];
  readonly change_control?: boolean;
  readonly disabled?: boolean;
  readonly priority?: boolean;
  readonly locked?: boolean;
  /** Keep the guids of story and actions as the file has them. */
  readonly keep_guid?: boolean;
  /** Keep webhook and page URL parts as the file has them. */
  readonly keep_ingress?: boolean;
};
export type TeamConfig = {
  readonly id: number;
  readonly name?: string;
  readonly credentials?: readonly (string | SharedObjectConfig)[];
  readonly resources?: readonly (string | SharedObjectConfig)[];
  readonly folders?: readonly { readonly id: number; readonly name: string; readonly content_type?: string }[];
  readonly record_types?: readonly RecordTypeConfig[];
  readonly stories?: readonly StoryConfig[];
};
export type TenantConfig = {
  readonly switches?: Partial<Positions>;
  readonly rate_limits?: Partial<RateLimits>;
  readonly tags?: readonly string[];
  readonly keys?: readonly KeyConfig[];
  readonly teams?: readonly TeamConfig[];
};
/** The emulator's config file (docs/emulator.md). */
export type EmulatorConfig = {
  readonly latency_ms?: number;
  readonly switches?: Partial<Positions>;
  readonly tenants: { readonly [name: string]: TenantConfig };
};

const whole: Check = (value) => (typeof value === 'number' && value >= 0 ? int(value) : 'must be a whole number');
const KINDS = choiceCheck('personal', 'team', 'tenant_owner', 'service');
const ROOT: Known = { latency_ms: whole, switches: object, tenants: object };
const TENANT: Known = {
  switches: object,
  rate_limits: object,
  tags: listCheck(textCheck),
  keys: listCheck(object),
  teams: listCheck(object),
};
const LIMITS: Known = { default: whole, record_types: whole, records: whole, audit_logs: whole, actions: whole };
const KEY: Known = {
  key: filled,
  kind: KINDS,
  team: int,
  role: choiceCheck('viewer', 'editor', 'team_admin'),
  permissions: listCheck(textCheck),
};
const textOrObject: Check = (value) => (typeof value === 'string' ? filled(value) : object(value));
const TEAM: Known = {
  id: int,
  name: filled,
  credentials: listCheck(textOrObject),
  resources: listCheck(textOrObject),
  folders: listCheck(object),
  record_types: listCheck(object),
  stories: listCheck(object),
};
const SHARED: Known = {
  slug: filled,
  name: filled,
  read_access: choiceCheck('TEAM', 'GLOBAL', 'SPECIFIC_TEAMS'),
  shared_team_slugs: listCheck(textCheck),
};
const FOLDER: Known = { id: int, name: filled, content_type: choiceCheck('STORY', 'CREDENTIAL', 'RESOURCE') };
const TYPE: Known = { name: filled, fields: listCheck(object), records: whole };
const FIELD: Known = { name: filled, result_type: filled, fixed_values: nullCheck(listCheck(textCheck)) };
const STORY: Known = {
  file: filled,
  content: object,
  id: int,
  name: filled,
  tags: listCheck(textCheck),
  folder_id: int,
  owners: listCheck(int),
  change_control: bool,
  disabled: bool,
  priority: bool,
  locked: bool,
  keep_guid: bool,
  keep_ingress: bool,
};

/** Reads the config file; every problem of it is named by its place. */
export function readConfig(yamlText: string): EmulatorConfig | { problems: string[] } {
  const document = parseDocument(yamlText, { merge: true });
  if (document.errors.length > 0) return { problems: document.errors.map((error) => error.message) };
  return checkConfig(document.toJS({ maxAliasCount: -1 }));
}

/** The same checks for a config that was not read from a file. */
export function checkConfig(written: unknown): EmulatorConfig | { problems: string[] } {
  const value = written; // narrowed below, while `written` stays what the last line makes of it
  if (!isRecord(value)) return { problems: ['the config must be a map with "tenants"'] };
  const problems: string[] = [];
  check(value, '', ROOT, ['tenants'], problems);
  checkSwitches(value.switches, 'switches', problems);
  for (const [name, tenant] of Object.entries(isRecord(value.tenants) ? value.tenants : {})) {
    const place = `tenants.${name}`;
    if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) problems.push(`${place}: a tenant is named by a-z, 0-9 and "-"`);
    if (isRecord(tenant)) checkTenant(tenant, place, problems);
    else problems.push(`${place} must be a map`);
  }
  // Every part has just been checked against its type.
  return problems.length > 0 ? { problems } : (written as EmulatorConfig);
}

function checkTenant(tenant: JsonRecord, place: string, problems: string[]): void {
  check(tenant, place, TENANT, [], problems);
  checkSwitches(tenant.switches, `${place}.switches`, problems);
  if (isRecord(tenant.rate_limits)) check(tenant.rate_limits, `${place}.rate_limits`, LIMITS, [], problems);
  each(tenant.keys, `${place}.keys`, (key, at) => {
    check(key, at, KEY, ['key'], problems);
    if (key.kind === 'team' && key.team === undefined) problems.push(`${at}: a team key needs a "team"`);
  });
  each(tenant.teams, `${place}.teams`, (team, at) => {
    check(team, at, TEAM, ['id'], problems);
    each(team.credentials, `${at}.credentials`, (one, spot) => check(one, spot, SHARED, ['slug'], problems));
    each(team.resources, `${at}.resources`, (one, spot) =>
      check(one, spot, { ...SHARED, value: () => undefined }, ['slug'], problems),
    );
    each(team.folders, `${at}.folders`, (one, spot) => check(one, spot, FOLDER, ['id', 'name'], problems));
    each(team.record_types, `${at}.record_types`, (one, spot) => {
      check(one, spot, TYPE, ['name', 'fields'], problems);
      each(one.fields, `${spot}.fields`, (field, inner) =>
        check(field, inner, FIELD, ['name', 'result_type'], problems),
      );
    });
    each(team.stories, `${at}.stories`, (one, spot) => {
      check(one, spot, STORY, [], problems);
      if ((one.file === undefined) === (one.content === undefined)) {
        problems.push(`${spot} needs either "file" or "content"`);
      }
    });
  });
}

function check(value: JsonRecord, place: string, known: Known, required: readonly string[], problems: string[]): void {
  const at = (name: string): string => (place === '' ? name : `${place}.${name}`);
  for (const name of required) if (value[name] === undefined) problems.push(`${at(name)} is missing`);
  for (const [name, inner] of Object.entries(value)) {
    const problem = known[name] === undefined ? 'is unknown' : known[name](inner);
    if (problem !== undefined) problems.push(`${at(name)} ${problem}`);
  }
}

function checkSwitches(switches: Json | undefined, place: string, problems: string[]): void {
  for (const [name, position] of Object.entries(isRecord(switches) ? switches : {})) {
    const problem = switchProblem(name, position);
    if (problem !== undefined) problems.push(`${place}: ${problem}`);
  }
}

function each(list: Json | undefined, place: string, visit: (item: JsonRecord, at: string) => void): void {
  if (!Array.isArray(list)) return;
  for (const [index, item] of list.entries()) if (isRecord(item)) visit(item, `${place}[${index}]`);
}
