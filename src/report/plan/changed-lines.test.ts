import { expect, it } from 'vitest';
import { changedLines } from './changed-lines.ts';

function shown(before: string, after: string): string {
  return changedLines(before, after)
    .map(({ op, number, text }) => `${op}${number} ${text}`)
    .join(' / ');
}

it.each([
  ['a\nb\n', 'a\nb\n', ''],
  ['a\nb\n', 'a\nnew\nb\n', '+2 new'],
  ['a\nb', 'a\nb\nnew', '+3 new'],
  ['a\nold\nb\n', 'a\nb\n', '-2 old'],
  ['a\nold\nb\nlast', 'a\nnew\nb\nlast\nmore', '-2 old / +2 new / +5 more'],
  ['a\r\nb\r\n', 'a\r\nnew\r\nb\r\n', '+2 new'],
  ['x\nx\ny', 'x\ny', '-2 x'],
  ['', 'a', '-1  / +1 a'],
])('%j becomes %j by %j', (before, after, changed) => {
  expect(shown(before, after)).toBe(changed);
});

it('files that have nothing in common are shown whole, in time that grows with their length', () => {
  const lines = (word: string) => Array.from({ length: 2_000 }, (_, index) => `${word} ${index}`).join('\n');
  expect(changedLines(lines('old'), lines('new'))).toHaveLength(4_000);
});
