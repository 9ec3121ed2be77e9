import type { ProblemCode } from '../../diagnostics/catalogue/index.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Readers } from '../../keys/tenants.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Manifest, Origin } from '../../model/destination.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import { explainDestination } from '../../report/explain/explain-destination.ts';
import { describeTenantFailure, hintForTenantFailure } from '../../report/explain/explain-tenant.ts';
import { count } from '../../report/reason-words.ts';
import type { ReadTime, TenantReader } from '../../tenant/port.ts';
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
  { origin: written, file }: Pick<Manifest, 'origin' | 'file'>,
  keys: Binding,
  tenants: Readers,
  time: ReadTime,
): Promise<Result<OriginTeam, Problem>> {
  if (written === undefined) {
    const hint = 'add "origin:" with "tenant_url", "team_id" and "api_key", and the "id" of each story';
    return fail(problem('EXP001', `${file} names no origin, and an export reads stories from there`, hint));
  }
  const bound = keys.ofOrigin(written);
  if (!bound.ok) return fail(originUnbound(bound.error));
  const { use, origin } = bound.value;
  const reader = await tenants.reader(use, time);
  if (!reader.ok) {
    const { message, hint } = explainDestination(reader.error);
    return fail(problem('EXP002', `the origin cannot be read: ${message}`, hint));
  }
  const listing = await reader.value.listStories(origin.teamId);
  if (listing.ok) return ok({ origin, reader: reader.value, listing: listing.value });
  const cause = describeTenantFailure(listing.error);
  const message = `the stories of team ${origin.teamId} of the origin could not be listed: ${cause}; nothing was written`;
  const hint = hintForTenantFailure(listing.error, { ...origin, purpose: 'read', of: 'origin' });
  return fail(problem('EXP003', message, hint));
}

/** The time for reading was over before all stories were read; `failure` is of the first one that was not. */
export function originTooSlow(
  origin: Origin,
  failure: TenantFailure,
  { late, of }: { readonly late: number; readonly of: number },
): Problem {
  const message = `the origin was too slow: ${late} of ${count(of, 'story', 'stories')} could not be exported (${describeTenantFailure(failure)}); their files are kept as they are`;
  return problem('EXP017', message, hintForTenantFailure(failure, { ...origin, purpose: 'read', of: 'origin' }));
}

function problem(code: ProblemCode, message: string, hint: string): Problem {
  return { code, severity: 'error', message, hint };
}
