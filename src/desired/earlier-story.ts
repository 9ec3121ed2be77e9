import type { Story } from '../model/story.ts';
import { readStory } from '../story/read.ts';

/** What a story's file held in another commit; undefined where it held no story. */
export function earlierStory(bytes: Uint8Array): Story | undefined {
  return readStory(bytes, 'earlier').story;
}
