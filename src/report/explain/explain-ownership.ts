import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { OwnershipFact } from '../../model/fact/ownership-fact.ts';
import { describeTenantFailure } from './explain-tenant.ts';

/** Why no live story can be told to be the one that git asks for. */
export function explainOwnership(fact: OwnershipFact): Words {
  switch (fact.kind) {
    case 'name_repeated':
      return {
        message: `the team has ${fact.amount} stories named "${fact.name}"`,
        hint: 'rename or remove the others',
      };
    case 'stamp_repeated':
      return {
        message: `${fact.ids.length} stories there carry our stamp (ids ${fact.ids.join(', ')}) and none is named "${fact.name}"`,
        hint: 'give the one to keep in sync that name again',
      };
    case 'name_taken': {
      const { ours, other } = fact;
      return {
        message: `our story (id ${ours.id}) is named "${ours.name}" there, and another story (id ${other.id}) has the name "${other.name}"`,
        hint: `rename or remove story ${other.id}, or rename ours back`,
      };
    }
    case 'not_managed':
      return {
        message: `a story with this name exists there (id ${fact.live.id}) and was not created by storysync`,
        hint: `rename it, or list "${fact.key}" under "adopt" of this destination to take it over`,
      };
    case 'moved_away':
      return {
        message: `our story "${fact.live.name}" (id ${fact.live.id}) was moved to team ${fact.teamId}`,
        hint: 'move it back, or point the destination at that team',
      };
    case 'owner_unknown':
      return {
        message: `story ${fact.live.id} ("${fact.live.name}") could not be exported, so its owner is unknown: ${describeTenantFailure(fact.failure)}`,
        hint: 'check that the key may export this story, then run again',
      };
    default:
      return unreachable(fact);
  }
}
