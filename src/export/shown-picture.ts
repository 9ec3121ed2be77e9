import { isArray, isObject, type JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import type { DiffChange } from '../model/story-diff.ts';
import { pictureOf } from '../picture/compose/picture-of.ts';
import { pictureOfPush } from '../picture/compose/picture-of-push.ts';
import type { Picture } from '../picture/picture.ts';
import { findLiterals } from '../secret-scan/find-literals.ts';
import { neutralise } from '../story/addresses/neutralise.ts';

const NOT_SHOWN = '(text not shown: it may hold a secret)';

/** Two versions in git as one picture, without notes that may hold a secret. */
export async function shownPicture(
  before: Story | undefined,
  after: Story | undefined,
  told: readonly DiffChange[] = [],
): Promise<Picture> {
  return pictureOf(before && (await withoutSecrets(before)), after && (await withoutSecrets(after)), told);
}

/** The same for what a push would change in a destination's copy. */
export async function shownPictureOfPush(wanted: Story, told: readonly DiffChange[]): Promise<Picture> {
  return pictureOfPush(await withoutSecrets(wanted), told);
}

async function withoutSecrets(story: Story): Promise<Story> {
  const notes = story.diagram_notes;
  if (!isArray(notes) || notes.length === 0) return story;
  const found = await findLiterals(neutralise({ ...story, agents: [], links: [] }));
  const hidden = new Set(found.flatMap(({ path }) => /^diagram_notes\[(\d+)\]/.exec(path)?.[1] ?? []));
  if (hidden.size === 0) return story;
  const shown = (note: JsonValue, at: number): JsonValue =>
    isObject(note) && hidden.has(`${at}`) ? { ...note, content: NOT_SHOWN } : note;
  return { ...story, diagram_notes: notes.map(shown) };
}
