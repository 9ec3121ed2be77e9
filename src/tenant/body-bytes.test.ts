import { expect, it } from 'vitest';
import { BodyBytes } from './body-bytes.ts';

it('keeps a body that comes byte by byte in no more than twice its size', () => {
  const body = new BodyBytes();
  for (let at = 0; at < 100_000; at++) body.add(Uint8Array.of(at % 251));
  expect(body.length).toBe(100_000);
  expect(body.room).toBeLessThanOrEqual(200_000);
  expect(body.bytes().every((byte, at) => byte === at % 251)).toBe(true);
});

it('keeps nothing of the chunks themselves', () => {
  const [body, chunk] = [new BodyBytes(), Uint8Array.of(1, 2, 3)];
  body.add(chunk);
  chunk.fill(9);
  expect([...body.bytes()]).toEqual([1, 2, 3]);
});
