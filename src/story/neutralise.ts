import { isArray, isObject, type JsonObject } from '../json/value.ts';
import { DESTINATION_OWNED, type Story } from '../model/story.ts';
import { ingressOptions, mapSubStories } from './ingress-options.ts';

/** The story without the values that belong to its tenant: what `export` writes (spec section 3). */
export function neutralise(story: Story): Story {
  return neutral(story) as Story;
}

// Embedded sub-stories are not checked in shape, so this works on plain objects. It changes values only, never the shape.
function neutral(story: JsonObject): JsonObject {
  const agents = isArray(story.agents)
    ? { agents: story.agents.map((action) => (isObject(action) ? neutralAction(action) : action)) }
    : {};
  const recipients = 'recipients' in story ? { recipients: [] } : {};
  return mapSubStories({ ...story, ...agents, ...recipients }, neutral);
}

function neutralAction(action: JsonObject): JsonObject {
  const options = action.options;
  if (!isObject(options)) return action;
  const owned = ingressOptions(action).filter((key) => key in options);
  if (owned.length === 0) return action;
  return { ...action, options: { ...options, ...Object.fromEntries(owned.map((key) => [key, DESTINATION_OWNED])) } };
}
