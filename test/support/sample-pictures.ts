import type { PagePicture, PagePictures } from '../../src/page/fleet/pictures.ts';
import { pictureOf } from '../../src/picture/compose/picture-of.ts';
import { action, guidOf, storyOf } from './example-story.ts';

/** A chain of so many actions; of `after` one more than before, one other at its start, and one that moved. */
export function samplePicture(story: string, actions: number, name = (at: number) => `Step ${at}`): PagePicture {
  const chain = (length: number, first: string, shift: number) => ({
    ...storyOf(
      Array.from({ length }, (_, at) => action(at + 1, 'EventTransformation', at === 0 ? first : name(at))),
      Array.from({ length: length - 1 }, (_, at) => ({ source: at, receiver: at + 1 })),
    ),
    diagram_layout: JSON.stringify(
      Object.fromEntries(
        Array.from({ length }, (_, at) => [
          guidOf(at + 1),
          [(at % 8) * 240 + (at === 1 ? shift : 0), Math.floor(at / 8) * 150],
        ]),
      ),
    ),
  });
  const picture = pictureOf(chain(actions - 1, 'Begin', 0), chain(actions, 'Begin here', 60));
  return { story, before: { commit: '4f2e91c0b1d2'.padEnd(40, '0'), destinations: 2 }, picture };
}

export function samplePictures(sizes: Readonly<Record<string, number>>): PagePictures {
  const pictures = Object.entries(sizes).map(([story, actions]) => samplePicture(story, actions));
  return { pictures, leftOut: [] };
}
