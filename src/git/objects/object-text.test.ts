import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { parseCommit } from './object-text.ts';

const TREE = 'a'.repeat(40);

function authorOf(written: string): object {
  return parseCommit(Buffer.from(`tree ${TREE}\nauthor ${written}\ncommitter C <c@d> 5 +0000\n\nx`)).author;
}

it('an author is read as git writes one, and an endless name holds nobody up', () => {
  expect(authorOf('A B <a@b> 12 +0200')).toEqual({ name: 'A B', email: 'a@b', timestamp: 12 });
  expect(authorOf('<> 12 +0000')).toEqual({ name: '', email: '', timestamp: 12 });
  // Once a name was sought from each bracket to the end of the line, and this took half a minute.
  expect(authorOf('<'.repeat(100_000))).toEqual({ name: '', email: '', timestamp: 0 });
});
