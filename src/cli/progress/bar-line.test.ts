import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { barLine } from './bar-line.ts';

const state = { title: 'Pushing', done: 3, total: 12, passedMs: 21_000, last: 'contoso: 3 to push' };

describe('a progress bar', () => {
  it.each([
    [60, 'Pushing ███░░░░░░░░░ 3/12  0:21, about 1:03 left  contoso:…'],
    [80, 'Pushing ████░░░░░░░░░░░░ 3/12  0:21, about 1:03 left  contoso: 3 to push'],
    [120, 'Pushing ██████░░░░░░░░░░░░░░░░░░ 3/12  0:21, about 1:03 left  contoso: 3 to push'],
  ])('tells at %i columns how much is done, the time passed and the time left', (columns, line) => {
    expect(barLine(state, columns)).toBe(line);
  });

  it('promises no time before anything is done, and none at the end', () => {
    expect(barLine({ ...state, done: 0, last: '' }, 80)).toBe('Pushing ░░░░░░░░░░░░░░░░ 0/12  0:21');
    expect(barLine({ ...state, done: 12, last: '', passedMs: 3_723_000 }, 80)).toBe(
      'Pushing ████████████████ 12/12  1:02:03',
    );
  });

  it('stays within one line of the terminal, whatever a destination is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 40, max: 200 }), (last, columns) => {
        const line = barLine({ ...state, last }, columns);
        expect(stringWidth(line)).toBeLessThan(columns);
        expect(line).not.toMatch(/\p{Cc}/u);
      }),
    );
  });
});
