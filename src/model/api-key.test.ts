import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ApiKey } from './api-key.ts';

const TEXT = 'canary-key-3f9a';
const key = ApiKey.from(TEXT);
if (key === undefined) throw new Error('a good key is none');

describe('an API key', () => {
  it.each([
    ['a text', () => String(key)],
    ['part of a text', () => ['Bearer', key].join(' ')],
    ['JSON', () => JSON.stringify({ key, keys: [key] })],
    ['a log', () => inspect({ key }, { depth: 9, showHidden: true })],
    ['a copy of its fields', () => JSON.stringify(Object.getOwnPropertyDescriptors(key))],
    ['an error', () => inspect(new Error(`bad: ${String(key)}`, { cause: key }))],
  ])('does not show as %s', (_, show) => {
    expect(show()).not.toContain(TEXT);
  });

  it.each(['', 'two words', `${TEXT}\n`, 'k\u00e9y'])('is nothing that no header can carry: %j', (text) => {
    expect(ApiKey.from(text)).toBeUndefined();
  });

  it('is the same as another of the same text', () => {
    expect([ApiKey.from(TEXT), ApiKey.from('other')].map((other) => other && key.equals(other))).toEqual([true, false]);
  });
});
