import { statusToJson } from '../../documents/status/status-json.ts';
import type { WireStatus } from '../../documents/status/status-schema.ts';
import type { JsonObject } from '../../json/value.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import type { Seal } from '../../state/envelope.ts';

/** A sync as a document. That of a shard is signed where there is a state key: a report with the key takes no other. */
export function statusDocument(report: SyncReport, seal: Seal | undefined): WireStatus {
  const unsigned = statusToJson(report);
  if (!seal || report.shard === undefined) return unsigned;
  return { ...unsigned, signature: seal.keys.sign(covered(unsigned, seal)) };
}

/** Whether a document is as a run with the state key wrote it. */
export function isSignedStatus(document: JsonObject, seal: Seal): boolean {
  const { signature, ...status } = document;
  return typeof signature === 'string' && seal.keys.isSigned(covered(status, seal), signature);
}

function covered(status: JsonObject, { repository }: Seal): JsonObject {
  return { purpose: 'storysync status', repository, status };
}
