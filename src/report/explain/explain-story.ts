import { unreachable } from '../../diagnostics/result.ts';
import type { Detachment } from '../../model/destination.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { HistoryGap, StoryFact } from '../../model/fact/story-fact.ts';
import type { MissingPrerequisite } from '../../model/prerequisite.ts';

/** Why the plan does not push a story. */
export function explainStory(fact: StoryFact): Words {
  switch (fact.kind) {
    case 'detached':
      return { message: `${fact.absent ? 'not at the destination; ' : ''}${describeDetachment(fact)}`, hint: null };
    case 'edited_there':
      return explainEdit(fact);
    case 'change_control':
      return {
        message: 'under change control there: storysync never bypasses approval',
        hint: 'switch change control off for this story at the destination, or detach the story',
      };
    case 'failed_verification_before':
      return {
        message: 'the same content was pushed before and failed verification; it is not pushed again',
        hint: 'compare the story at the destination, then push it again with --force',
      };
    case 'record_type_repeated':
      return {
        message: `the team has more than one record type named "${fact.name}"`,
        hint: 'rename all but one of them at the destination',
      };
    case 'enum_without_values':
      return {
        message: `record type "${fact.type}": field "${fact.field}" is a TEXT_ENUM without values, which a tenant cannot create`,
        hint: 'give the field its values at the origin and export the story again',
      };
    case 'addresses_ambiguous':
      return {
        message: `cannot tell which address belongs to which action: ${fact.places.join(', ')}`,
        hint: 'give each of these webhooks and pages a unique name, the same at the origin and at the destination',
      };
    case 'prerequisites_missing':
      return {
        message: describeMissing(fact.missing),
        // Without the team's number: what a thousand teams lack is told once.
        hint: CREATE_IT,
      };
    default:
      return unreachable(fact);
  }
}

export const CREATE_IT =
  'create it in the team under this name (values stay in the tenant), or set "prerequisites: warn"';

export function describeMissing(missing: readonly MissingPrerequisite[]): string {
  const things = missing.map(({ kind, slug }) => `${kind === 'story' ? 'sub-story' : kind} "${slug}"`);
  return `missing there: ${things.join(', ')}`;
}

/** More history may tell. */
export function moreHistory(gap: HistoryGap | null): string {
  return gap === 'shallow' ? ' (this clone is shallow; "fetch-depth: 0" may find it)' : '';
}

function describeDetachment({ detachment }: Extract<StoryFact, { kind: 'detached' }>): string {
  return detachment ? describeNote(detachment) : 'tagged "detached-from-sync" at the destination';
}

/** A detachment or a hold in the manifest's own words: `audit (@acme/soc, until 2027-01-31)`. */
export function describeNote({ reason, owner, until }: Detachment): string {
  const details = [owner, until && `until ${until}`].filter((text) => text);
  return details.length > 0 ? `${reason} (${details.join(', ')})` : reason;
}

function explainEdit({ onDrift, places, unproven }: Extract<StoryFact, { kind: 'edited_there' }>): Words {
  const kept = '"on_drift: keep" leaves it as it is';
  if (unproven) {
    const unknown = `the live content matches no version in git${moreHistory(unproven.gap)}, and no proven state says who changed it: it counts as an edit`;
    return {
      message: onDrift === 'keep' ? `${unknown}; ${kept}` : `${unknown}: ${places.join(', ')}`,
      hint: 'overwrite it with --force: the live content is saved as a version first',
    };
  }
  if (onDrift === 'keep') return { message: `edited there; ${kept}`, hint: null };
  return {
    message: `edited there since the last push: ${places.join(', ')}; "on_drift: fail" stops the push`,
    hint: 'bring the edit into the origin story, or set "on_drift: overwrite" for this destination',
  };
}
