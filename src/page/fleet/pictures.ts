import type { Picture } from '../../picture/picture.ts';

/** A story as it stands in git, beside what most of those have that are behind. */
export type PagePicture = {
  readonly story: string;
  /** Absent where nobody is behind, or git does not have it any more: then the story is drawn as it is. */
  readonly before: { readonly commit: string; readonly destinations: number } | null;
  readonly picture: Picture;
};

export type PagePictures = {
  readonly pictures: readonly PagePicture[];
  /** Keys of the stories whose pictures were too large. */
  readonly leftOut: readonly string[];
};
