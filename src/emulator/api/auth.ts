import type { EmulatedTenant, Key, Role } from '../domain/tenant.ts';
import type { EmulatorCall } from './call.ts';
import { ApiRefusal, notFound } from './errors.ts';

const RANK: { readonly [R in Role]: number } = { viewer: 0, editor: 1, team_admin: 2 };

/** The key of a request, from either header the vendor takes. Exactly one space after `Bearer`. */
export function presentedKey(headers: Headers): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  return bearer ?? headers.get('x-user-token') ?? undefined;
}

export function authenticate(tenant: EmulatedTenant, presented: string | undefined): Key {
  const key = tenant.keys.find((candidate) => candidate.key === presented && !candidate.revoked);
  if (key === undefined) throw new ApiRefusal(401, 'API key', 'is missing or not valid');
  return key;
}

/** What a key may do in a team; `undefined` when it does not see the team at all. */
export function roleIn(key: Key, teamId: number): Role | undefined {
  switch (key.kind) {
    case 'tenant_owner':
      return 'team_admin';
    case 'team':
      return key.team === teamId ? (key.role ?? 'editor') : undefined;
    case 'personal':
      return key.team === undefined || key.team === teamId ? (key.role ?? 'editor') : undefined;
    case 'service':
      return undefined;
  }
}

export function sees(call: EmulatorCall, teamId: number): boolean {
  return roleIn(call.key, teamId) !== undefined;
}

/** Throws unless the key has at least this role in the team. A team it does not see does not exist for it. */
export function demandRole(call: EmulatorCall, teamId: number, least: Role): void {
  const role = call.tenant.teams.some((team) => team.id === teamId) ? roleIn(call.key, teamId) : undefined;
  if (role === undefined) throw notFound('Team');
  if (RANK[role] < RANK[least]) throw missingPermission(call);
}

/** Whether a listing of this team has anything to show; see the switch `unseen_team` for one that the key does not see. */
export function mayList(call: EmulatorCall, teamId: number): boolean {
  const seen = call.tenant.teams.some((team) => team.id === teamId) && sees(call, teamId);
  if (!seen && call.tenant.switches.unseen_team === 'not_found') throw notFound('Team');
  return seen;
}

export function demandOwner(call: EmulatorCall): void {
  if (call.key.kind !== 'tenant_owner') throw missingPermission(call);
}

export function demandPermission(call: EmulatorCall, permission: string): void {
  if (call.key.kind !== 'tenant_owner' && !call.key.permissions.includes(permission)) throw missingPermission(call);
}

function missingPermission(call: EmulatorCall): ApiRefusal {
  return call.tenant.switches.missing_permission === 'forbidden'
    ? new ApiRefusal(403, 'API key', 'is not authorized')
    : notFound('Record');
}
