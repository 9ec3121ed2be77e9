import type { PagePast } from '../fleet/past.ts';
import type { PagePicture, PagePictures } from '../fleet/pictures.ts';
import { compressed } from './compressed.ts';
import { fitPast } from './fit.ts';
import { mostThatFits } from './most-that-fits.ts';
import { packPictures } from './picture-columns.ts';

export type FittedBeside = {
  readonly past: string;
  /** Undefined where the page is to have none. */
  readonly pictures: { readonly data: string; readonly drawn: number; readonly leftOut: number } | undefined;
};

/**
 * History and pictures in the room that they have together. Pictures get what a whole history leaves, and half of it in
 * any case; history gets what the pictures did not need.
 */
export function fitBeside(past: PagePast, pictures: PagePictures | undefined, room: number): FittedBeside {
  const alone = fitPast(past, room);
  if (pictures === undefined) return { past: alone, pictures: undefined };
  const fitted = fitPictures(pictures, Math.max(Math.floor(room / 2), room - alone.length));
  const left = room - fitted.data.length;
  return { past: alone.length <= left ? alone : fitPast(past, left), pictures: fitted };
}

/** As many pictures as there is room for: the largest are left out first. */
export function fitPictures(all: PagePictures, room: number): NonNullable<FittedBeside['pictures']> {
  const bySize = all.pictures
    .map((picture) => ({ picture, size: JSON.stringify(picture).length }))
    .toSorted((a, b) => a.size - b.size)
    .map(({ picture }) => picture);
  const withSmallest = (drawn: number) => {
    const leftOut = [...all.leftOut, ...bySize.slice(drawn).map(({ story }: PagePicture) => story)];
    const data = compressed(packPictures({ pictures: bySize.slice(0, drawn), leftOut }));
    return { data, drawn, leftOut: leftOut.length };
  };
  return mostThatFits(bySize.length, withSmallest, ({ data }) => data.length <= room);
}
