import { describe, expect, it } from 'vitest';
import { readShard } from './shard.ts';

describe('readShard', () => {
  it.each([
    ['1/1', { part: 1, of: 1 }],
    ['4/4', { part: 4, of: 4 }],
    ['256/256', { part: 256, of: 256 }],
    ['0/4', undefined],
    ['5/4', undefined],
    ['1/257', undefined],
    ['01/4', undefined],
    ['1/4/2', undefined],
    ['1', undefined],
    ['', undefined],
    ['1/4\n', undefined],
  ])('takes %j as %j', (text, shard) => {
    expect(readShard(text)).toEqual(shard);
  });
});
