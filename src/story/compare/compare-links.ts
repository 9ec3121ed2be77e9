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
  const waiting = Map.groupBy(live, linkText);
  const changes: StoryChange[] = [];
  const report = (link: NormalLink, op: StoryChange['op'], done: string): void => {
    const branch = link.rest.link_type === 'secondary' ? ' (no-match branch)' : '';
    const subject = joinedNames(link, op, names);
    changes.push({ path: 'links', op, text: `${subject} ${done}${branch}`, part: 'links', subject });
  };
  for (const link of wanted) {
    const partner = waiting.get(linkText(link))?.shift();
    if (partner === undefined) report(link, 'add', 'connected');
    else if (!sameWhereBothSay(partner, link)) report(link, 'update', 'connected differently');
  }
  for (const link of [...waiting.values()].flat()) report(link, 'remove', 'disconnected');
  return changes;
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
