import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Story } from '../model/story.ts';
import { readStory } from '../story/read.ts';

/** What a story's file held in another commit; undefined where it held no story. */
export function earlierStory(bytes: Uint8Array): Story | undefined {
  return readStory(bytes, 'earlier').story;
}

/** A version of a story as somebody asked for it: the story, or what is wrong with its file. */
export function storyVersion(bytes: Uint8Array, shown: string): Result<Story, readonly Problem[]> {
  const { story, problems } = readStory(bytes, shown);
  return story === undefined ? fail(problems) : ok(story);
}
