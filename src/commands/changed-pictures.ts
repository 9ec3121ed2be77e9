import { shownPicture } from '../export/shown-picture.ts';
import type { Picture } from '../picture/picture.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** More pictures than this are no help to a reviewer. */
const MOST = 10;

export type ChangedPicture = { readonly key: string; readonly picture: Picture };

/** A picture of each story that the change set touches, from git alone; none where its base is not known. */
export async function changedPictures({ desired }: Workspace): Promise<readonly ChangedPicture[]> {
  const pictures: ChangedPicture[] = [];
  for (const { key, story, before } of desired.stories.values()) {
    // The same object is the same file.
    if (before === undefined || before === story || pictures.length === MOST) continue;
    const picture = await shownPicture(before ?? undefined, story);
    if (differs(picture)) pictures.push({ key, picture });
  }
  return pictures;
}

function differs({ nodes, links }: Picture): boolean {
  return [...nodes, ...links].some(({ mark }) => mark !== 'unchanged');
}
