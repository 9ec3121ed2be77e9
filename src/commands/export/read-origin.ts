import type { ProblemCode } from '../../diagnostics/catalogue/index.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Readers } from '../../keys/tenants.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Manifest, Origin } from '../../model/destination.ts';
import type { TenantFailure, TenantReader } from '../../tenant/port.ts';
import type { Binding } from '../../trust/bind.ts';
import { originUnbound } from '../../trust/problems.ts';

/** The origin, ready to be read, and the complete listing of its team. */
export type OriginTeam = {
  readonly origin: Origin;
  readonly reader: TenantReader;
  readonly listing: readonly StoryInfo[];
};

/** Lists the origin team, or says why that cannot be. Nothing is exported from a listing that is not complete. */
export async function readOriginTeam(
  { origin, file }: Pick<Manifest, 'origin' | 'file'>,
  keys: Binding,
  tenants: Readers,
): Promise<Result<OriginTeam, Problem>> {
  if (origin === undefined) {
    const hint = 'add "origin:" with "tenant_url", "team_id" and "api_key", and the "id" of each story';
    return fail(problem('EXP001', `${file} names no origin, and an export reads stories from there`, hint));
  }
  const use = keys.ofOrigin(origin);
  if (!use.ok) return fail(originUnbound(use.error));
  const reader = await tenants.reader(use.value);
  if (!reader.ok) {
    return fail(problem('EXP002', `the origin cannot be read: ${reader.error.message}`, reader.error.hint));
  }
  const listing = await reader.value.listStories(origin.teamId);
  if (listing.ok) return ok({ origin, reader: reader.value, listing: listing.value });
  const { request, detail } = listing.error;
  const message = `the stories of team ${origin.teamId} of the origin could not be listed: ${request}: ${detail}; nothing was written`;
  return fail(problem('EXP003', message, hintFor(listing.error, origin)));
}

function hintFor({ kind, hint }: TenantFailure, { tenantUrl, teamId, keyName }: Origin): string {
  if (kind === 'unauthorized')
    return `check the key in ${keyName}: it may be wrong, revoked, or its owner may have left`;
  if (kind === 'not_found') return `check "team_id: ${teamId}" of the origin, and that the key may see this team`;
  if (kind === 'redirected')
    return 'a key only goes to the host it is bound to: put the final address into "tenant_url"';
  if (kind === 'rate_limited') return 'retry later';
  return hint ?? `check that ${tenantUrl} answers, then run again`;
}

function problem(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'error', message, hint };
}
