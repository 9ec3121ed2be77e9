import { sha256 } from '../json/canonical.ts';
import { isArray, isObject, type JsonObject } from '../json/value.ts';
import type { PlacedAction } from './actions.ts';
import { isHexWord } from './hex-words.ts';

/** 32 hex digits that name an action inside its story: its guid, or what stands for one where a tool or an odd file has none. */
export function actionRef(story: JsonObject, { action, top, trail }: PlacedAction): string {
  if (isHexWord(action.guid)) return action.guid.toLowerCase();
  const outer = isArray(story.agents) ? story.agents[top] : undefined;
  const guid = isObject(outer) ? (outer.guid ?? top) : top;
  return sha256(JSON.stringify(['storysync action', guid, trail])).slice('sha256:'.length, 'sha256:'.length + 32);
}
