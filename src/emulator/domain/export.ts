import { actionOptions, actionsOf } from './actions.ts';
import { seconds } from './clock.ts';
import { randomizeIngress } from './ingress.ts';
import type { JsonRecord } from './json.ts';
import { embedRecordTypes } from './record-embedding.ts';
import { asReleased } from './release.ts';
import type { EmulatedTenant } from './tenant.ts';

export type ExportRequest = { readonly randomizeUrls?: boolean; readonly clearRecipients?: boolean };

/** The export file of some content: stamped with the time, record types embedded, nothing of credentials or settings. */
export function exportContent(
  tenant: EmulatedTenant,
  content: JsonRecord,
  now: number,
  { randomizeUrls = false, clearRecipients = false }: ExportRequest = {},
): JsonRecord {
  const copy = structuredClone(content);
  embedRecordTypes(tenant, copy);
  if (randomizeUrls) randomizeIngress(copy, 'all');
  if (clearRecipients) clearAllRecipients(copy);
  return asReleased(copy, tenant.switches.release, seconds(now));
}

function clearAllRecipients(content: JsonRecord): void {
  content.recipients = [];
  for (const action of actionsOf(content)) {
    if (action.type === 'Agents::EmailAgent') action.options = { ...actionOptions(action), recipients: [] };
  }
}
