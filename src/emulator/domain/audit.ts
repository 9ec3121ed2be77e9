import { demandPermission } from '../api/auth.ts';
import type { EmulatorCall, EmulatorReply, Route } from '../api/call.ts';
import { invalid } from '../api/errors.ts';
import { PAGE_PARAMS, paged } from '../api/paging.ts';
import { acceptQuery, listParam } from '../api/query.ts';
import { seconds } from './clock.ts';
import type { JsonRecord } from './json.ts';
import { type AuditEntry, newId } from './tenant.ts';

const KEPT = 5000;

/** Notes what a key did, under an operation name that real audit logs use. */
export function audit(call: EmulatorCall, operation: string, inputs: JsonRecord, storyId: number | null = null): void {
  const { tenant } = call;
  tenant.audit.push({
    id: newId(tenant, 'audit'),
    created_at: seconds(call.world.now()),
    operation_name: operation,
    inputs,
    story_id: storyId,
    user_id: call.key.user_id,
    request_user_agent: call.agent,
  });
  if (tenant.audit.length > KEPT * 2) tenant.audit = tenant.audit.slice(-KEPT);
}

function listAuditLogs(call: EmulatorCall): EmulatorReply {
  demandPermission(call, 'AUDIT_LOG_READ');
  acceptQuery(call, ...PAGE_PARAMS, 'before', 'after', 'user_id', 'operation_name');
  const before = timeParam(call, 'before') ?? Number.POSITIVE_INFINITY;
  const after = timeParam(call, 'after') ?? Number.NEGATIVE_INFINITY;
  const operations = listParam(call, 'operation_name');
  const users = listParam(call, 'user_id');
  const entries = call.tenant.audit.filter((entry) => {
    const at = Date.parse(entry.created_at);
    if (at > before || at < after) return false;
    if (operations.length > 0 && !operations.includes(entry.operation_name)) return false;
    return users.length === 0 || users.includes(String(entry.user_id));
  });
  return paged(call, 'audit_logs', entries.toReversed().map(viewOf));
}

function timeParam(call: EmulatorCall, name: string): number | undefined {
  const value = call.query.get(name);
  if (value === null) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw invalid(name, 'must be a time stamp');
  return time;
}

function viewOf(entry: AuditEntry): object {
  return {
    ...entry,
    updated_at: entry.created_at,
    outputs: {},
    request_ip: '127.0.0.1',
    tenant_id: 1,
    user_email: `user-${entry.user_id}@tenant.invalid`,
    user_name: `User ${entry.user_id}`,
  };
}

export const auditRoutes: readonly Route[] = [{ method: 'GET', path: '/audit_logs', handle: listAuditLogs }];
