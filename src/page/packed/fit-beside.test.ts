import { describe, expect, it } from 'vitest';
import { samplePast, sampleReport } from '../../../test/support/sample-fleet.ts';
import { samplePictures } from '../../../test/support/sample-pictures.ts';
import { uncompressed } from './compressed.ts';
import { fitPast } from './fit.ts';
import { fitBeside, fitPictures } from './fit-beside.ts';
import { OpenedPast } from './past-columns.ts';
import { OpenedPictures } from './picture-columns.ts';

const pictures = samplePictures({ large: 300, tiny: 4, middle: 60, small: 12 });
const past = samplePast(sampleReport({ destinations: 40, stories: 10 }));
const whole = fitPast(past, 1_000_000);

describe('pictures that must fit', () => {
  it('lose the largest first, and say which', () => {
    const all = fitPictures(pictures, 1_000_000);
    expect([all.drawn, all.leftOut]).toEqual([4, 0]);
    let room = all.data.length - 1;
    const lost: string[][] = [];
    for (let drawn = 3; drawn >= 0; drawn--) {
      const fitted = fitPictures(pictures, room);
      expect(fitted.data.length).toBeLessThanOrEqual(Math.max(room, 200));
      expect([fitted.drawn, fitted.leftOut]).toEqual([drawn, 4 - drawn]);
      const opened = new OpenedPictures(uncompressed(fitted.data));
      lost.push([...opened.leftOut]);
      for (const { story, picture } of pictures.pictures) {
        expect(opened.of(story)?.picture).toEqual(opened.leftOut.has(story) ? undefined : picture);
      }
      room = fitted.data.length - 1;
    }
    expect(lost).toEqual([
      ['large'],
      ['middle', 'large'],
      ['small', 'middle', 'large'],
      ['tiny', 'small', 'middle', 'large'],
    ]);
  });

  it('keep what was left out before', () => {
    const fitted = fitPictures({ ...pictures, leftOut: ['huge'] }, 1_000_000);
    expect([fitted.drawn, fitted.leftOut]).toEqual([4, 1]);
    expect([...new OpenedPictures(uncompressed(fitted.data)).leftOut]).toEqual(['huge']);
  });
});

describe('history and pictures', () => {
  it.each([1, 0.9, 0.6, 0.3])('never take more than their room together, at %d of what both want', (share) => {
    const room = Math.floor((whole.length + fitPictures(pictures, 1_000_000).data.length) * share);
    const fitted = fitBeside(past, pictures, room);
    expect(fitted.past.length + (fitted.pictures?.data.length ?? 0)).toBeLessThanOrEqual(room);
    const isWhole = [new OpenedPast(uncompressed(fitted.past)).cutShort, fitted.pictures?.leftOut];
    if (share === 1) expect(isWhole).toEqual([false, 0]);
    else expect(isWhole).not.toEqual([false, 0]);
  });

  it('of a long history leave the pictures half', () => {
    const room = fitPictures(pictures, 1_000_000).data.length * 2;
    const long = { ...past, destinations: Array.from({ length: 20 }, () => past.destinations).flat() };
    const fitted = fitBeside(long, pictures, room);
    expect(fitted.pictures?.leftOut).toBe(0);
    expect(new OpenedPast(uncompressed(fitted.past))).toMatchObject({ cutShort: true });
    expect(fitted.past.length).toBeGreaterThan(room * 0.45);
  });

  it('without pictures leave history all of it', () => {
    expect(fitBeside(past, undefined, whole.length)).toEqual({ past: whole, pictures: undefined });
  });
});
