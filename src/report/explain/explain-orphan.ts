import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { NotDeletedFact, OrphanFact } from '../../model/fact/orphan-fact.ts';
import { describeNote } from './explain-story.ts';

const SHOWN = 5;

/** Why a story left behind stays in any case, or what deleting it means. */
export function explainOrphan(fact: OrphanFact): string {
  switch (fact.kind) {
    case 'neighbour_unreadable':
      return `story "${fact.name}" there could not be read, so nothing is deleted at this destination`;
    case 'orphan_tagged':
      return 'it is tagged "detached-from-sync" there';
    case 'orphan_under_change_control':
      return 'under change control there: storysync never bypasses approval';
    case 'orphan_locked':
      return 'it is locked there';
    case 'maybe_wanted': {
      const absent = fact.inCommit ? '' : ', which is not in the commit';
      return `it may be the story that this destination subscribes to as "${fact.key}"${absent}`;
    }
    case 'orphan_not_proven':
      return NOT_PROVEN[fact.because];
    case 'called_by':
      return `"${fact.name}" stays there and calls it`;
    case 'orphan_manual_only':
      return 'manual sync only: name the destination with --destination, or give --manual';
    case 'orphan_held':
      return `held: ${describeNote(fact.hold)}`;
    case 'orphan_edited': {
      const places = fact.places.length === 0 ? '' : ` (${some(fact.places, '')})`;
      return `edited there since our last push${places}; the copy keeps the edit`;
    }
    case 'callers_unread':
      return 'stories there from outside this repository were not read; one of them may call it';
    default:
      return unreachable(fact);
  }
}

const NOT_PROVEN = {
  stamp_stored_otherwise: 'the tenant stored a stamp that is not ours, so nothing proves that the story is ours',
  stamp_unknown:
    'git no longer has a story with its stamp, and recorded state is unsigned: nothing else says that it is ours',
  other_origin:
    'its stamp belongs to another origin than the stories in git, so only recorded state says that it is ours',
  stamp_gone: 'it no longer carries our stamp: what is there now is not ours',
} as const;

/** Why a story was not deleted that might have been. */
export function explainNotDeleted(fact: NotDeletedFact): Words {
  switch (fact.kind) {
    case 'no_copy':
      if (fact.problem === null) return { message: 'no copy of it was kept', hint: null };
      return { message: `no copy of it could be kept: ${fact.problem.message}`, hint: fact.problem.hint };
    case 'copy_holds_secrets': {
      const places = fact.literals.map(({ path, kind }) => `${path} (${kind})`);
      return {
        message: `it contains what looks like a credential at ${some(places, ' places')}, so it may not be copied into git`,
        hint: 'make it a credential there, or delete the story by hand',
      };
    }
    case 'push_failed':
      return { message: `the push of "${fact.key}" to this destination did not go through`, hint: null };
    case 'caller_remains':
      return { message: 'a story that calls it is still there', hint: null };
    case 'maybe_deleted':
      return { message: 'an internal error interrupted the delete', hint: 'check whether it is still there' };
    default:
      return unreachable(fact);
  }
}

function some(texts: readonly string[], noun: string): string {
  const more = texts.length > SHOWN ? ` and ${texts.length - SHOWN} more${noun}` : '';
  return `${texts.slice(0, SHOWN).join(', ')}${more}`;
}
