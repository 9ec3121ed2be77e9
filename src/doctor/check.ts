import type { Destination } from '../model/destination.ts';
import type { CheckFact, CheckName, FoundCheck } from '../model/diagnosis.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { Warning } from '../model/fact/warning.ts';
import { pathFor } from '../model/keys/vault.ts';

export function found(
  check: CheckName,
  result: FoundCheck['result'],
  fact: CheckFact,
  stories: readonly string[] = [],
): FoundCheck {
  return { check, result, fact, stories };
}

/** As a plan says it. */
export function asPlanned(
  check: CheckName,
  result: FoundCheck['result'],
  by: Cause | Warning,
  stories: readonly string[] = [],
): FoundCheck {
  return found(check, result, { kind: 'as_planned', by }, stories);
}

export const IN_ORDER: CheckFact = { kind: 'in_order' };

/** The key was accepted, wherever it comes from. */
export function acceptedKey({ vaultKey }: Destination): FoundCheck {
  if (vaultKey === undefined) return found('key', 'ok', IN_ORDER);
  const { address, roles } = vaultKey.vault;
  const [role = null, writing = null] = [roles.read, roles.write];
  const isSame = role === writing && pathFor(vaultKey, 'read') === pathFor(vaultKey, 'write');
  return found('key', 'ok', { kind: 'key_in_vault', address, role, forSync: isSame ? 'same' : { role: writing } });
}

/** As a plan says it: what is not read blocks the destination. */
export function unreadableBy({ keyName, tenantUrl, teamId }: Destination, failure: TenantFailure): Cause {
  return { kind: 'destination_unreadable', failure, keyName, tenantUrl, teamId };
}

/** What a check says when the list that it needs was not read. Our own bound is nothing that would fail. */
export function unreadList(check: CheckName, failure: TenantFailure, destination: Destination): FoundCheck {
  return failure.kind === 'not_asked'
    ? found(check, 'unknown', { kind: 'out_of_reach' })
    : asPlanned(check, 'fails', unreadableBy(destination, failure));
}
