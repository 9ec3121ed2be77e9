import type { OrphanNative } from '../model/plan.ts';
import { name, type Phrase, say } from './phrase.ts';

/** `sync destination 44, once old (https://old.example, team 9)`: one of the vendor's that the manifest does not have. */
export function vendorDestination({
  id,
  name: own,
  tenantUrl,
  teamId,
}: Pick<OrphanNative, 'id' | 'name' | 'tenantUrl' | 'teamId'>): Phrase {
  const once = own === null ? [] : say`, once ${name(own)}`;
  return say`sync destination ${String(id)}${once} (${name(tenantUrl)}, team ${String(teamId)})`;
}
