import type { DestinationWork } from '../plan/destination-work.ts';
import { isDue } from '../plan/planned-story.ts';
import { explainIfAny } from '../report/explain/explain.ts';

/** What was found at a destination, for whoever watches the reading. */
export function foundLine({ stories, refreshed }: DestinationWork): string {
  const [first] = stories;
  if (!refreshed && first?.planned.action === 'blocked') {
    return explainIfAny(first.planned.fact).message ?? 'could not be read';
  }
  const changes = stories.filter(({ planned }) => isDue(planned)).length;
  const blocked = stories.filter(({ planned }) => planned.action === 'blocked').length;
  const parts = [changes > 0 && `${changes} to push`, blocked > 0 && `${blocked} blocked`].filter((text) => text);
  return parts.length > 0 ? parts.join(', ') : 'nothing to push';
}
