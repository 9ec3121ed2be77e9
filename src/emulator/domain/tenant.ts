import type { Positions } from '../faults/switches.ts';
import type { JsonRecord } from './json.ts';

/** Everything here is plain data, so that a tenant can be written to disk and read back as it is. */

export type Role = 'viewer' | 'editor' | 'team_admin';
export type KeyKind = 'personal' | 'team' | 'tenant_owner' | 'service';

export type Key = {
  key: string;
  kind: KeyKind;
  user_id: number;
  team?: number;
  role?: Role;
  permissions: string[];
  revoked: boolean;
};

export type RateLimits = {
  default: number;
  record_types: number;
  records: number;
  audit_logs: number;
  actions: number;
};

export type Team = { id: number; name: string; slug: string };
export type Folder = { id: number; name: string; team_id: number; content_type: string };

/** A credential or a resource; only resources have a value. */
export type EmulatedObject = {
  id: number;
  slug: string;
  name: string;
  team_id: number;
  folder_id: number | null;
  read_access: 'TEAM' | 'GLOBAL' | 'SPECIFIC_TEAMS';
  shared_team_slugs: string[];
  value?: JsonRecord[string];
  created_at: string;
  updated_at: string;
};

export type Field = { id: number; name: string; result_type: string; fixed_values: string[] };
export type StoredRecord = {
  id: number;
  test_mode: boolean;
  case_ids: number[];
  parent_id: number | null;
  created_at: string;
  updated_at: string;
  values: { [fieldId: string]: JsonRecord[string] };
};

export type EmulatedRecordType = {
  id: number;
  name: string;
  description: string | null;
  team_id: number;
  editable: boolean;
  ttl_days: number | null;
  retention_column_name: string;
  on_limit_reached: string;
  max_records_limit: number | null;
  fields: Field[];
  default_fields: Field[];
  records: StoredRecord[];
};

/** A live story. `content` is what an export shows (name, guid, slug, tags …); the rest is what no export holds. */
export type EmulatedStory = {
  id: number;
  team_id: number;
  folder_id: number | null;
  user_id: number;
  disabled: boolean;
  priority: boolean;
  locked: boolean;
  change_control_enabled: boolean;
  owners: number[];
  shared_team_slugs: string[];
  created_at: string;
  updated_at: string;
  edited_at: string;
  content: JsonRecord;
  /** The tenant and story that a sync destination copied it from. */
  copy_of?: string;
};

export type Draft = {
  id: number;
  story_id: number;
  name: string;
  content: JsonRecord;
  created_at: string;
  updated_at: string;
  edited_at: string;
};

export type ChangeRequest = {
  id: number;
  story_id: number;
  draft_id: number;
  name: string;
  description: string | null;
  status: 'PENDING' | 'APPROVED';
  opened_by: number;
  participants: number[];
};

export type EmulatedVersion = {
  id: number;
  story_id: number;
  name: string;
  description: string;
  timestamp: string;
  export_file: JsonRecord;
};

export type EmulatedSubscription = {
  story_id: number;
  status: 'synced' | 'failed' | 'requires_sync';
  error_message: string | null;
  /** The copy on the destination, once there is one. */
  copy_id: number | null;
  /** The destination has taken the copy out of sync. */
  detached?: true;
};

export type SyncDestination = {
  id: number;
  destination_tenant_url: string;
  destination_tenant_api_key: string | null;
  destination_team_id: number;
  origin_team_id: number;
  manual_sync_only: boolean;
  subscriptions: EmulatedSubscription[];
};

export type AuditEntry = {
  id: number;
  created_at: string;
  operation_name: string;
  inputs: JsonRecord;
  story_id: number | null;
  user_id: number;
  request_user_agent: string;
};

export type IdKind =
  | 'team'
  | 'folder'
  | 'user'
  | 'shared_object'
  | 'record_type'
  | 'field'
  | 'record'
  | 'story'
  | 'draft'
  | 'change_request'
  | 'version'
  | 'sync_destination'
  | 'audit';

export type EmulatedTenant = {
  name: string;
  /** The middle part of this tenant's lineage stamps. */
  hex: string;
  switches: Positions;
  rate_limits: RateLimits;
  keys: Key[];
  tags: string[];
  teams: Team[];
  folders: Folder[];
  credentials: EmulatedObject[];
  resources: EmulatedObject[];
  record_types: EmulatedRecordType[];
  stories: EmulatedStory[];
  /** The trash of all teams. */
  archived: EmulatedStory[];
  drafts: Draft[];
  change_requests: ChangeRequest[];
  versions: EmulatedVersion[];
  sync_destinations: SyncDestination[];
  audit: AuditEntry[];
  next_id: { [Kind in IdKind]: number };
};

/** The next id of a kind. Tenants count from different thousands, so an id of one tenant never fits another by chance. */
export function newId(tenant: EmulatedTenant, kind: IdKind): number {
  const id = tenant.next_id[kind];
  tenant.next_id[kind] = id + 1;
  return id;
}

/** Tells the counter of a kind that an id was chosen by hand. */
export function reserveId(tenant: EmulatedTenant, kind: IdKind, id: number): void {
  tenant.next_id[kind] = Math.max(tenant.next_id[kind], id + 1);
}
