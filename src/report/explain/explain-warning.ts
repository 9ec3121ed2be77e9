import { unreachable } from '../../diagnostics/result.ts';
import type { Warning } from '../../model/fact/warning.ts';
import { explainNativeWarning } from './explain-native.ts';
import { describeMissing, moreHistory } from './explain-story.ts';

const SAVED = 'its content is saved as a version first';
const MAY_BE_ONE = 'differ in upper and lower case only; the tenant may treat them as one';

/** What went well enough but should be known. */
export function explainWarning(fact: Warning): string {
  switch (fact.kind) {
    case 'key_renamed':
      return `renamed in the manifest from "${fact.from}"; its recorded state is kept`;
    case 'key_reused':
      return `this key used to name another story: "${fact.name}" (id ${fact.id}) stays there, left behind after this run`;
    case 'takes_over':
      return 'takes over a story that was not created from this repository (listed under "adopt")';
    case 'taken_over':
      return fact.keepsOwnStamp
        ? 'the tenant keeps a stamp of its own on the story: leave it under "adopt"'
        : 'the story carries our stamp now: its "adopt" entry can be removed from the manifest';
    case 'maybe_edited':
      return `the live content matches no version in git${moreHistory(fact.gap)}, and no proven state says whether it was edited there: ${SAVED}`;
    case 'other_stamp':
      return `its stamp is not ours, and only recorded state says that the story is: ${SAVED}`;
    case 'locked_there':
      return 'the story is locked there: the tenant may refuse the push until it is unlocked';
    case 'no_versions':
      return 'the tenant keeps no versions: the overwritten content could not be saved';
    case 'name_computed':
      return `${fact.path}: the name is computed at run time and cannot be checked`;
    case 'shared_with_teams':
      return `${fact.thing.kind} "${fact.thing.slug}" is shared with chosen teams; the key cannot tell whether this team is one of them`;
    case 'sub_story_elsewhere':
      return `sub-story "${fact.slug}" is in team ${fact.teamId}; the key cannot tell whether this team may call it`;
    case 'prerequisites_absent':
      return describeMissing(fact.missing);
    case 'record_mention':
      return `${fact.path}: INFO.record.${fact.slug} keeps pointing at "${fact.name}", not at "${fact.target}"`;
    case 'record_types_alike':
      return `record types "${fact.names[0]}" and "${fact.names[1]}" ${MAY_BE_ONE}`;
    case 'record_fields_alike':
      return `record type "${fact.type}": fields "${fact.fields[0]}" and "${fact.fields[1]}" ${MAY_BE_ONE}`;
    case 'record_field_repeated':
      return `record type "${fact.type}" of the destination has more than one field "${fact.field}"`;
    case 'record_type_switched':
      return `record type "${fact.to}" is used from now on; "${fact.from}" stays as it is, with all its fields and rows; no rows move to "${fact.to}"`;
    case 'withdrawn':
      return `another run created this story at the same moment: story ${fact.by} stays; story ${fact.id}, which this run created, was deleted again (its copy: git show ${fact.keptAs})`;
    case 'created_elsewhere':
      return `another run created this story in the meantime (story ${fact.id})`;
    case 'not_compared':
      return fact.lastPush === null
        ? 'not compared with the tenant; nothing is recorded of it'
        : `not compared with the tenant; last pushed on ${fact.lastPush}`;
    case 'saving_may_sync':
    case 'key_not_sent':
    case 'copies_left_to_vendor':
    case 'flag_unknown':
    case 'disabled_by_vendor':
    case 'no_forecast':
    case 'vendor_failed':
      return explainNativeWarning(fact);
    default:
      return unreachable(fact);
  }
}
