import { describe, expect, it } from 'vitest';
import { positionOf } from './run-place.ts';

const [TIP, OLD, OTHER] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
const MAIN = { name: 'main', tip: TIP };
const ref = 'refs/heads/main';

describe('a run stands', () => {
  it.each([
    ['on the head, where a job of the branch has it checked out', { ref, sha: TIP, head: TIP }, 'head'],
    ['on the head, where an older job has checked it out anew', { ref, sha: OLD, head: TIP }, 'head'],
    ['on the head of a clone that no job belongs to', { head: TIP }, 'head'],
    ['behind it, where the branch has moved on', { ref, sha: OLD, head: OLD }, 'superseded'],
    [
      'elsewhere, on another branch, also at the same commit',
      { ref: 'refs/heads/dev', sha: TIP, head: TIP },
      'elsewhere',
    ],
    ['elsewhere, on a tag of the branch’s name', { ref: 'refs/tags/main', sha: TIP, head: TIP }, 'elsewhere'],
    ['elsewhere, on a branch whose name ends alike', { ref: 'refs/heads/x/main', sha: TIP, head: TIP }, 'elsewhere'],
    ['elsewhere, where no ref is told', { ref: '', sha: TIP, head: TIP }, 'elsewhere'],
    ['elsewhere, in a clone at another commit', { head: OLD }, 'elsewhere'],
    ['elsewhere, in a clone without any commit', { head: null }, 'elsewhere'],
    ['nowhere good, where a step checked out another commit', { ref, sha: TIP, head: OTHER }, 'other_checkout'],
    ['nowhere good, where nothing is checked out', { ref, sha: TIP, head: null }, 'other_checkout'],
  ])('%s', (_, place, kind) => {
    expect(positionOf(MAIN, place).kind).toBe(kind);
  });

  it('where it says, without characters that a terminal would obey', () => {
    const position = positionOf(MAIN, { ref: 'refs/heads/\u202eevil', sha: TIP, head: TIP });
    expect(position).toEqual({ kind: 'elsewhere', where: 'this job belongs to refs/heads/\\u{202e}evil' });
  });
});
