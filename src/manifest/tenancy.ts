import type { Origin } from '../model/destination.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import { readKeyReference } from './key-reference.ts';
import type { NamedCursor } from './read.ts';
import { flagAt, idAt, textAt } from './read.ts';
import { parseTenantUrl } from './tenant-url.ts';
import type { Cursor } from './tree.ts';
import { childOf, keySpotOf } from './tree.ts';
import type { DefaultKey, KeyContext, NamedKey } from './vault/fill-key.ts';
import { fillKey } from './vault/fill-key.ts';
import type { VaultReading } from './vault/read-vault.ts';
import type { Filling } from './vault/vault-reference.ts';

/** Tenant, team and key of one side; what has a mistake is absent. */
export type Tenancy = {
  readonly url?: string;
  readonly teamId?: number;
  readonly key?: NamedKey;
  /** A key field is there, whatever it holds. */
  readonly hasKey: boolean;
};

type Reading<T> = { readonly value: T; readonly findings: readonly Finding[] };

export function readOriginTenancy(root: Cursor, vault: VaultReading): Reading<Tenancy> | undefined {
  const origin = childOf(root, 'origin');
  return origin?.node.kind === 'map' ? readTenancy(origin, ['origin'], '', { vault }) : undefined;
}

export type DestinationKeys = {
  readonly origin: Tenancy | undefined;
  readonly vault: VaultReading;
  readonly defaultKey: DefaultKey | undefined;
  readonly filling: Filling;
};

/** Without a key of its own a destination in the origin's tenant uses the origin's, and any other the default. */
export function readDestinationTenancy(
  { name, cursor, at }: NamedCursor,
  { origin, vault, defaultKey, filling }: DestinationKeys,
): Reading<Tenancy> {
  const context = { vault, filling };
  const { value: tenancy, findings } = readTenancy(cursor, ['destinations', name], 'destination_', context);
  if (tenancy.hasKey || cursor.node.kind !== 'map') return { value: tenancy, findings };
  const sameTenant = tenancy.url !== undefined && tenancy.url === origin?.url;
  if (sameTenant) return { value: { ...tenancy, ...(origin?.key ? { key: origin.key } : {}) }, findings };
  // Without both URLs nobody knows whether it is the same tenant; the URL's own message comes first.
  const unsure = tenancy.url === undefined || (origin !== undefined && origin.url === undefined);
  if (defaultKey !== undefined) {
    if (unsure || defaultKey.reference === undefined) return { value: tenancy, findings };
    const key = fillKey(defaultKey.reference, context);
    if (!key.ok) return { value: tenancy, findings: [...findings, ...key.error] };
    return { value: { ...tenancy, key: key.value }, findings };
  }
  return { value: tenancy, findings: unsure ? findings : [...findings, missingKey(name, at, origin)] };
}

function missingKey(name: string, at: Spot, origin: Tenancy | undefined): Finding {
  const why = origin === undefined ? 'there is no origin whose key it could use' : "it is not the origin's tenant";
  return {
    code: 'MAN029',
    message: `destination ${quoted(name)} lacks "destination_tenant_api_key", and ${why}`,
    hint: 'add destination_tenant_api_key: ${NAME}, or a default with {destination} in its path',
    at,
  };
}

function readTenancy(
  cursor: Cursor,
  path: readonly string[],
  prefix: 'destination_' | '',
  context: KeyContext,
): Reading<Tenancy> {
  const findings: Finding[] = [];
  const keyField = `${prefix === '' ? '' : 'destination_tenant_'}api_key`;
  const written = textAt(cursor, `${prefix}tenant_url`);
  const subject = path[0] === 'origin' ? 'the origin' : `destination ${quoted(path[1] ?? '')}`;
  let url: string | undefined;
  if (written !== undefined) {
    const parsed = parseTenantUrl(written.value);
    if (parsed.ok) url = parsed.value;
    else {
      const { message, ...rest } = parsed.error;
      findings.push({ ...rest, message: `"${prefix}tenant_url" of ${subject} ${message}`, at: written.at });
    }
  }
  const teamId = idAt(cursor, `${prefix}team_id`)?.value;
  const key = childOf(cursor, keyField);
  const reference = key === undefined ? undefined : readKeyReference(key, [...path, keyField]);
  if (reference?.ok === false) findings.push(reference.error);
  const named = reference?.ok === true ? fillKey(reference.value, context) : undefined;
  if (named?.ok === false) findings.push(...named.error);
  const value = {
    hasKey: key !== undefined,
    ...(url === undefined ? {} : { url }),
    ...(teamId === undefined ? {} : { teamId }),
    ...(named?.ok === true ? { key: named.value } : {}),
  };
  return { value, findings };
}

/** The origin as the model has it; undefined while anything about it is wrong. */
export function originOf(root: Cursor, { url, teamId, key }: Tenancy): Origin | undefined {
  if (url === undefined || teamId === undefined || key === undefined) return undefined;
  const requireChangeControl = flagAt(childOf(root, 'origin'), 'require_change_control') ?? true;
  return { tenantUrl: url, teamId, ...key, requireChangeControl };
}

/** Two places that would overwrite each other: the origin and a destination, or two destinations. */
export function findSharedTeams(
  destinations: readonly { readonly name: string; readonly at: Spot; readonly tenancy: Tenancy }[],
  origin: { readonly tenancy: Tenancy; readonly cursor: Cursor } | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, { readonly name: string; readonly at: Spot }>();
  const originTeam = origin === undefined ? undefined : teamOf(origin.tenancy);
  for (const { name, at, tenancy } of destinations) {
    const team = teamOf(tenancy);
    if (team === undefined) continue;
    const where = `team ${tenancy.teamId} of ${tenancy.url}`;
    const other = first.get(team);
    if (origin !== undefined && team === originTeam) {
      const also = [{ message: 'the origin is here', at: keySpotOf(origin.cursor).span }];
      const message = `destination ${quoted(name)} is the origin itself (${where})`;
      findings.push({ code: 'MAN046', message, hint: 'choose another team, or remove the destination', at, also });
    } else if (other !== undefined) {
      const also = [{ message: `destination ${quoted(other.name)} is here`, at: other.at.span }];
      const message = `destination ${quoted(name)} is the same team as ${quoted(other.name)} (${where})`;
      findings.push({ code: 'MAN047', message, hint: 'merge the two, or correct the URL or team id', at, also });
    } else first.set(team, { name, at });
  }
  return findings;
}

function teamOf({ url, teamId }: Tenancy): string | undefined {
  return url === undefined || teamId === undefined ? undefined : `${url} ${teamId}`;
}
