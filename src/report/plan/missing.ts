import type { Plan } from '../../model/plan.ts';
import type { MissingPrerequisite } from '../../model/prerequisite.ts';
import { byText } from '../../model/text/order.ts';
import { CREATE_IT } from '../explain/explain-story.ts';
import { type Phrase, say } from '../phrase.ts';
import { someNames } from '../reason-words.ts';
import { missing } from './story-notes.ts';

/** More than a reader works through at once; each story names its own. */
const SHOWN = 20;

/** What stands above the list, and what to do about it. */
export const MISSING_TITLE = 'Missing at the destinations:';
export const MISSING_HINT = `hint: ${CREATE_IT}`;

type MissingThing = {
  readonly thing: MissingPrerequisite;
  readonly destinations: ReadonlySet<string>;
  readonly stories: ReadonlySet<string>;
};

/** One line for each thing that destinations lack, however many of them and however many stories need it. */
export function missingPhrases({ destinations }: Plan): readonly Phrase[] {
  const found = new Map<string, { thing: MissingPrerequisite; destinations: Set<string>; stories: Set<string> }>();
  for (const destination of destinations) {
    for (const { key, action, missing: lacks } of destination.stories) {
      for (const thing of action === 'unchanged' ? [] : lacks) {
        const id = `${thing.kind} ${thing.slug}`;
        const known = found.get(id) ?? { thing, destinations: new Set<string>(), stories: new Set<string>() };
        known.destinations.add(destination.name);
        known.stories.add(key);
        found.set(id, known);
      }
    }
  }
  const all = [...found.values()].toSorted(mostWanted).map(phraseOf);
  if (all.length <= SHOWN + 1) return all;
  return [...all.slice(0, SHOWN), [`… ${all.length - SHOWN} more`]];
}

function mostWanted(left: MissingThing, right: MissingThing): number {
  return (
    right.destinations.size - left.destinations.size ||
    byText(left.thing.kind + left.thing.slug, right.thing.kind + right.thing.slug)
  );
}

function phraseOf({ thing, destinations, stories }: MissingThing): Phrase {
  const at = someNames([...destinations].toSorted(byText));
  return say`${missing(thing)}: ${at} (for ${someNames([...stories].toSorted(byText))})`;
}
