import { expect, it } from 'vitest';
import { type Box, FreeSpace } from '../place/free-space.ts';
import { Aisles } from './route.ts';

it('stops looking for ways of its own where many long connections would take minutes', () => {
  let asked = 0;
  class Counting extends FreeSpace {
    override isFree({ height }: Box): boolean {
      asked += height / 160;
      return true;
    }
  }
  const aisles = new Aisles(new Counting());
  for (let at = 0; at < 4000; at++) aisles.find(0, 1, 30, 0, 300_000);
  expect(asked).toBeLessThanOrEqual(1_000_000);
});
