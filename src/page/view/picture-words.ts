import { shortId } from '../../model/text/short-id.ts';
import { cropPicture } from '../../picture/crop.ts';
import { descriptionOf } from '../../picture/draw/titles.ts';
import type { Picture } from '../../picture/picture.ts';
import { count } from '../../report/reason-words.ts';
import type { PagePicture } from '../fleet/pictures.ts';

/** Which two versions a picture shows. */
export function versionsWords({ before }: PagePicture): string {
  if (before === null) return 'As it stands in git.';
  const those = count(before.destinations, 'destination that is', 'destinations that are');
  return `As it stands in git, compared with commit ${shortId(before.commit)}, which ${those} behind ${before.destinations === 1 ? 'has' : 'have'}.`;
}

/** What changed, line by line, for those who see no picture. */
export function changeLines(picture: Picture): readonly string[] {
  return descriptionOf(picture)
    .split('\n')
    .filter((line) => line !== '');
}

/** What of a picture is shown only when it is asked for. */
export function hiddenIn(picture: Picture): { readonly rest: number; readonly moved: number } {
  return {
    rest: cropPicture(picture).leftOut - cropPicture(picture, { whole: true }).leftOut,
    moved: picture.counts.moved,
  };
}

/** What a reader without script is told of pictures: that there are some, and which there are not. */
export function picturesWords({ drawn, leftOut }: { readonly drawn: number; readonly leftOut: number }): string {
  const there =
    drawn === 0 ? '' : `With its script this page also has a picture of ${count(drawn, 'story', 'stories')}. `;
  return `${there}${leftOut === 0 ? '' : `It leaves out ${leftOutWords(leftOut)}.`}`.trim();
}

export function leftOutWords(leftOut: number): string {
  return leftOut === 1 ? 'the picture of the largest story' : `the pictures of the ${leftOut} largest stories`;
}

/** Where other names stand for those of destinations. */
export const NO_PICTURES_UNDER_ALIAS =
  'Pictures of stories are left out: names, notes and addresses in a story are its author’s words, and may tell who it is for.';
