import { isArray, isObject, type JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { allActions, isTool } from './actions.ts';
import { actionLabels, keyStep } from './label.ts';

export type Visit = (text: string, path: string) => void;

/** Every text of a story and its place, keys of objects too; embedded sub-stories left out. */
export function visitTexts(story: Story, visit: Visit): void {
  const labels = actionLabels(story);
  for (const { action, top, steps } of allActions(story)) {
    for (const [key, value] of Object.entries(action)) {
      visitStrings(withoutTools(key, value), `agents[${labels[top] ?? ''}]${steps}${keyStep(key)}`, visit);
    }
  }
  for (const [key, value] of Object.entries(story)) {
    if (key !== 'agents' && key !== 'send_to_stories') visitStrings(value, key, visit);
  }
}

/** Tools are actions, and visited for themselves; the others keep their positions. */
export function withoutTools(key: string, value: JsonValue): JsonValue {
  return isArray(value) ? value.map((entry) => (isTool(key, entry) ? null : entry)) : value;
}

/** Every text inside a value, keys of objects too. */
export function visitStrings(value: JsonValue, path: string, visit: Visit): void {
  if (typeof value === 'string') visit(value, path);
  else if (isArray(value)) {
    for (const [index, entry] of value.entries()) visitStrings(entry, `${path}[${index}]`, visit);
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      visit(key, `${path}${keyStep(key)}`);
      visitStrings(entry, `${path}${keyStep(key)}`, visit);
    }
  }
}
