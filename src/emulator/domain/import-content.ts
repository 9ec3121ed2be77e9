import { ApiRefusal, invalid } from '../api/errors.ts';
import type { Positions } from '../faults/switches.ts';
import { actionsOf } from './actions.ts';
import { withFreshActionGuids } from './guids.ts';
import { emulatedSlug, isStamp, randomHex } from './identity.ts';
import { keepIngress } from './ingress.ts';
import { isRecord, type JsonRecord, parseText, recordsIn, textOr, textsIn } from './json.ts';
import { bindRecordTypes } from './record-binding.ts';
import { missingReference } from './references.ts';
import type { EmulatedTenant } from './tenant.ts';

export type FileImport = {
  readonly data: JsonRecord;
  readonly name: string;
  readonly teamId: number;
  /** The content that is replaced; absent on create. */
  readonly live?: JsonRecord;
  readonly dropLastAction?: boolean;
};

/** What a tenant makes of a file: its own guid, slug, stamp, record types and tags, as its switches say; `firm` positions go before them. */
export function importedContent(tenant: EmulatedTenant, file: FileImport, firm: Partial<Positions> = {}): JsonRecord {
  const { data, name, teamId, live, dropLastAction } = file;
  const switches = { ...tenant.switches, ...firm };
  const missing = switches.import_missing_reference === 'reject' ? missingReference(tenant, teamId, data) : undefined;
  if (missing !== undefined) throw invalid('Data', `names ${missing}, which the team cannot use`);
  let content: JsonRecord = structuredClone(data);
  delete content.exported_at;
  content.name = name;
  // The tags are checked before anything is written: a 500 leaves nothing behind.
  content.tags = importedTags(tenant.tags, switches, content, live);
  if (dropLastAction === true) dropLast(content);
  const guids = switches.import_action_guids;
  if (guids === 'always_new' || (guids === 'new_on_create' && live === undefined)) {
    content = withFreshActionGuids(content, {
      tools: switches.import_tool_guids,
      quoted: switches.import_quoted_guids,
    });
  }
  content.guid = live?.guid ?? randomHex();
  content.slug = importedSlug(switches, content, name, live);
  content.origin_story_identifier = importedStamp(tenant.hex, switches, content, live);
  content.send_to_stories = [];
  if (live !== undefined) {
    if (switches.import_ingress === 'keep_live') keepIngress(content, live);
    if (switches.import_recipients === 'keep_live') content.recipients = textsIn(live.recipients);
  }
  bindRecordTypes(tenant, teamId, content, switches.import_record_types);
  return content;
}

function importedTags(tags: readonly string[], switches: Positions, file: JsonRecord, live?: JsonRecord): string[] {
  const wanted = textsIn(file.tags);
  const known = wanted.filter((tag) => tags.includes(tag));
  if (known.length < wanted.length && switches.import_unknown_tag === 'fail_500') {
    throw new ApiRefusal(500, 'Internal server error', 'something went wrong');
  }
  return live !== undefined && switches.import_tags === 'keep_live' ? textsIn(live.tags) : known;
}

function importedSlug(switches: Positions, file: JsonRecord, name: string, live?: JsonRecord): string {
  const given = file.slug;
  if (switches.import_slug === 'from_file' && typeof given === 'string' && given !== '') return given;
  return typeof live?.slug === 'string' ? live.slug : emulatedSlug(name);
}

function importedStamp(hex: string, switches: Positions, content: JsonRecord, live?: JsonRecord): string {
  const own = `cloud:${hex}:${textOr(content.guid)}`;
  const kept = isStamp(live?.origin_story_identifier) ? live.origin_story_identifier : undefined;
  const given = isStamp(content.origin_story_identifier) ? content.origin_story_identifier : own;
  switch (switches.import_stamp) {
    case 'from_file':
      return given;
    case 'keep_live':
      return kept ?? given;
    case 'own':
      return kept ?? own;
  }
}

/** The fault `drop_action`: the last action is lost, with its links and its place. */
function dropLast(content: JsonRecord): void {
  const actions = actionsOf(content);
  const last = actions.length - 1;
  const layout = parseText(textOr(content.diagram_layout, '{}'));
  const dropped = actions[last];
  if (dropped === undefined) return;
  content.agents = actions.slice(0, last);
  content.links = recordsIn(content.links).filter((link) => link.source !== last && link.receiver !== last);
  if (isRecord(layout)) {
    delete layout[textOr(dropped.guid)];
    content.diagram_layout = JSON.stringify(layout);
  }
}
