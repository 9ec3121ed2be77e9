import type { Problem } from '../../diagnostics/problem.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { Readers } from '../../keys/tenants.ts';
import type { Manifest, Origin } from '../../model/destination.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { explainNative } from '../../report/explain/explain-native.ts';
import { describeTenantFailure, hintForTenantFailure } from '../../report/explain/explain-tenant.ts';
import type { ReadTime } from '../../tenant/port.ts';
import type { Binding } from '../../trust/bind.ts';
import { readOriginTeam } from '../export/read-origin.ts';

/** All sync destinations of the origin tenant, which it shows to the key of a tenant owner alone. */
export async function readVendorDestinations(
  manifest: Pick<Manifest, 'origin' | 'file'>,
  keys: Binding,
  tenants: Readers,
  time: ReadTime,
): Promise<Result<readonly VendorDestination[], Problem>> {
  const bound = manifest.origin && keys.ofOrigin(manifest.origin);
  const reader = bound?.ok === true ? await tenants.reader(bound.value.use, time) : undefined;
  const listed = reader?.ok === true ? await reader.value.listSyncDestinations() : undefined;
  if (listed?.ok === true) return listed;
  // What does not even list its stories to this key says better what is wrong with it.
  const team = await readOriginTeam(manifest, keys, tenants, time);
  if (!team.ok) return team;
  if (listed === undefined) throw new Error('Internal error: the origin was not asked for its sync destinations.');
  return fail(unlisted(team.value.origin, listed.error));
}

const ASK_OWNER = 'use the key of a tenant owner';

function unlisted(origin: Origin, failure: TenantFailure): Problem {
  const { message, hint } =
    failure.kind === 'not_found'
      ? explainNative({ kind: 'owner_key_needed', ...origin })
      : {
          message: `the sync destinations of the origin could not be listed: ${describeTenantFailure(failure)}`,
          hint: hintForTenantFailure(failure, { ...origin, purpose: 'read', of: 'origin' }),
        };
  return { code: 'INI005', severity: 'error', message: `${message}; nothing was written`, hint: hint ?? ASK_OWNER };
}
