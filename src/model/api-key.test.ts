import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ApiKey } from './api-key.ts';

const TEXT = 'canary-key-3f9a';
const key = ApiKey.from(TEXT);
if (key === undefined) throw new Error('a good key is none');

describe('an API key', () => {
  it.each([
    ['a text', () => `${key}`],
    ['joined to a text', () => `Bearer ${String(key)}`],
    ['JSON', () => JSON.stringify({ key, keys: [key] })],
    ['a log', () => inspect({ key }, { depth: 9, showHidden: true })],
    ['a copy of its fields', () => JSON.stringify({ ...key, names: Object.getOwnPropertyNames(key) })],
    ['an error', () => String(new Error(`bad: ${key}`, { cause: key }).cause)],
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
