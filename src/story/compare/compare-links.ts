import { sameJson } from '../../json/same.ts';
import { spokenLabel } from '../label.ts';
import { alignObjects } from './align.ts';
import type { StoryChange } from './change.ts';
import type { NormalLink } from './normal.ts';
import { linkText } from './parts.ts';

/** Links by the actions they join; their order says nothing. `names` gives the live name for what only the live side has. */
export function compareLinks(
  live: readonly NormalLink[],
  wanted: readonly NormalLink[],
  names: ReadonlyMap<string, string>,
): readonly StoryChange[] {
  return matchLinks(live, wanted).flatMap(({ link, op }): readonly StoryChange[] => {
    if (op === 'same') return [];
    const branch = isSecondary(link) ? ' (no-match branch)' : '';
    const subject = joinedNames(link, op, names);
    return [{ path: 'links', op, text: `${subject} ${DONE[op]}${branch}`, part: 'links', subject }];
  });
}

const DONE = { add: 'connected', update: 'connected differently', remove: 'disconnected' } as const;

/** What became of each link: those of the wanted side in their order, then what only the live side has. */
export function matchLinks(
  live: readonly NormalLink[],
  wanted: readonly NormalLink[],
): readonly { readonly link: NormalLink; readonly op: keyof typeof DONE | 'same' }[] {
  const waiting = Map.groupBy(live, linkText);
  const kept = wanted.map((link) => {
    const partner = waiting.get(linkText(link))?.shift();
    const op = partner === undefined ? 'add' : sameWhereBothSay(partner, link) ? 'same' : 'update';
    return { link, op } as const;
  });
  return [...kept, ...[...waiting.values()].flat().map((link) => ({ link, op: 'remove' as const }))];
}

/** The branch that is taken when nothing matches. */
export function isSecondary({ rest }: NormalLink): boolean {
  return rest.link_type === 'secondary';
}

function joinedNames(link: NormalLink, op: StoryChange['op'], names: ReadonlyMap<string, string>): string {
  const name = (label: string): string => spokenLabel(op === 'remove' ? (names.get(label) ?? label) : label);
  return `${name(link.source)} → ${name(link.receiver)}`;
}

/** Keys of a link that a newer release may add. */
function sameWhereBothSay(live: NormalLink, wanted: NormalLink): boolean {
  const aligned = alignObjects(live.rest, wanted.rest);
  return sameJson(aligned.live, aligned.wanted);
}
