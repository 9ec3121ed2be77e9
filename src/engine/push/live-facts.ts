import type { DesiredStory } from '../../model/desired.ts';
import type { StoryState } from '../../model/destination-state.ts';
import type { Story } from '../../model/story.ts';
import { allActions, placeKey } from '../../story/actions.ts';
import { ingressPoints } from '../../story/addresses/carry-addresses.ts';
import { matchActions } from '../../story/compare/match.ts';
import { fingerprint } from '../../story/compare/parts.ts';

/** What is recorded of a live story's content. */
export type LiveFacts = Pick<StoryState, 'stamp' | 'observed' | 'actions'>;

export function liveFacts(
  { story: source }: Pick<DesiredStory, 'story'>,
  live: Story,
  observed: StoryState['observed'] = fingerprint(live),
): LiveFacts {
  const stamp = live.origin_story_identifier;
  return { stamp: typeof stamp === 'string' ? stamp : '', observed, actions: mapAddresses(source, live) };
}

/** Source guid -> destination guid of webhooks and pages: a later rename keeps their addresses by it. */
function mapAddresses(source: Story, live: Story): { readonly [sourceGuid: string]: string } {
  const points = ingressPoints(source);
  if (points.length === 0) return {};
  const partners = new Map(matchActions(source, live).pairs.map(({ before, after }) => [before, after]));
  const theirs = new Map(allActions(live).map((placed) => [placeKey(placed), placed.action.guid]));
  return Object.fromEntries(
    points.flatMap(({ action: { guid }, top, trail }): readonly (readonly [string, string])[] => {
      const partner = partners.get(top);
      const other = partner === undefined ? undefined : theirs.get(placeKey({ top: partner, trail }));
      return typeof guid === 'string' && typeof other === 'string' ? [[guid, other]] : [];
    }),
  );
}
