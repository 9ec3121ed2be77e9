import { expect, it } from 'vitest';
import { parseRange } from './range.ts';

it.each([
  [undefined, 'HEAD', 'work tree'],
  ['v1', 'v1', 'work tree'],
  ['HEAD~2', 'HEAD~2', 'work tree'],
  ['v1..v2', 'v1', 'v2'],
  ['v1..', 'v1', 'HEAD'],
  ['..v2', 'HEAD', 'v2'],
  ['release/1.4..main', 'release/1.4', 'main'],
])('reads %j as from %s to %s', (text, from, to) => {
  const range = parseRange(text);
  if (!range.ok) throw new Error(range.error.message);
  const shown = [range.value.from, range.value.to].map((side) => (side.kind === 'commit' ? side.name : 'work tree'));
  expect(shown).toEqual([from, to]);
});

it.each([
  ['..', 'write A..B'],
  ['', 'write A..B'],
  [' ', 'write A..B'],
  ['a...b', 'write two dots'],
  ['...', 'write two dots'],
  ['a..b..c', 'write A..B'],
])('refuses %j and says what to write', (text, hint) => {
  const range = parseRange(text);
  expect(range).toMatchObject({ ok: false, error: { code: 'DIF002', hint: expect.stringContaining(hint) } });
});
