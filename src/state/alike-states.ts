import type { StateContent, StoryState } from '../model/destination-state.ts';

type Observed = StoryState['observed'];

/** Versions of one story that a fleet has at a time: what was pushed last, what some still have, and edits here and there. */
const MOST = 8;

/**
 * What was read back of a story is the same at every destination that nobody edited, and the largest part of a record.
 * Kept once for all of them, a fleet's records take a fraction of the memory.
 */
export class AlikeStates {
  readonly #known = new Map<string, readonly Observed[]>();

  /** The same content, on the parts that were seen before. */
  share(content: StateContent): StateContent {
    const stories = Object.entries(content.stories).map(([key, story]) => [
      key,
      { ...story, observed: this.#observed(key, story.observed) },
    ]);
    return { ...content, stories: Object.fromEntries(stories) };
  }

  #observed(key: string, observed: Observed): Observed {
    const known = this.#known.get(key) ?? [];
    const alike = known.find((each) => isAlike(each, observed));
    if (alike !== undefined) return alike;
    this.#known.set(key, [observed, ...known].slice(0, MOST));
    return observed;
  }
}

function isAlike(one: Observed, other: Observed): boolean {
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && one[name] === other[name]);
}
