import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostSteps } from '../../../test/support/steps.ts';
import { byteLength, trimMiddle } from './trim.ts';

const NOTE = '… cut here';
const LINES = [
  '### Plan: 3 to create',
  '- **will be updated** `a`',
  '<details open><summary>x</summary>',
  '  - <details><summary>12 changes</summary>',
  '</details>',
  '    </details>',
  '```yaml',
  '```',
  '~~~',
  '',
  'a very long line of words, '.repeat(5),
  '😀'.repeat(30),
  'Straße – 中文 – \u{1f9ea}',
  '&lt;b&gt; <code>x</code>',
];

/** An own, slower reading of what is open at the end. */
function openAtTheEnd(text: string): { details: number; fence: boolean } {
  let details = 0;
  let fence = '';
  for (const line of text.split('\n')) {
    const marks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (marks.startsWith(fence) && line.trim() === marks) fence = '';
      continue;
    }
    if (marks !== '') fence = marks;
    else details += line.split('<details').length - line.split('</details>').length;
  }
  return { details, fence: fence !== '' };
}

/** Lines with everything closed that was opened. */
const markdown = fc.array(fc.constantFrom(...LINES), { maxLength: 120 }).map((lines) => {
  const kept: string[] = [];
  let depth = 0;
  let fence = '';
  for (const line of lines) {
    if (/^(```|~~~)/.test(line)) {
      if (fence !== '' && line === fence) fence = '';
      else if (fence === '') fence = line.startsWith('~') ? '~~~' : '```';
      else continue;
    } else if (fence === '' && line.includes('</details>')) {
      if (depth === 0) continue;
      depth -= 1;
    } else if (fence === '' && line.includes('<details')) depth += 1;
    kept.push(line);
  }
  return [...kept, ...(fence === '' ? [] : [fence]), ...Array.from({ length: depth }, () => '</details>')].join('\n');
});

describe('trimMiddle', () => {
  it('leaves a text alone that fits', () => {
    expect(trimMiddle('short\n', 6, NOTE)).toBe('short\n');
  });

  it('keeps start and end, and says that something is missing', () => {
    const text = ['# Head', ...Array.from({ length: 100 }, (_, index) => `- line ${index}`), 'The end.'].join('\n');
    const trimmed = trimMiddle(text, 200, NOTE);
    expect(trimmed.startsWith('# Head\n- line 0\n')).toBe(true);
    expect(trimmed).toContain(`\n\n${NOTE}\n\n`);
    expect(trimmed.endsWith('- line 99\nThe end.')).toBe(true);
    expect(byteLength(trimmed)).toBeGreaterThan(150);
  });

  it('counts bytes, not characters', () => {
    const text = Array.from({ length: 50 }, () => '中'.repeat(10)).join('\n');
    expect(byteLength(trimMiddle(text, 1000, NOTE))).toBeLessThanOrEqual(1000);
  });

  it('closes a folding that it cut through and starts the end outside of one', () => {
    const inner = Array.from({ length: 40 }, (_, index) => `- change ${index}`);
    const text = ['Head', '<details><summary>x</summary>', '', ...inner, '', '</details>', '', 'End'].join('\n');
    const trimmed = trimMiddle(text, 180, NOTE);
    expect(trimmed).toMatch(/- change \d+\n\n<\/details>\n\n… cut here\n\n/);
    expect(trimmed.match(/<\/details>/g)).toHaveLength(1);
  });

  it('closes a fence that it cut through', () => {
    const text = ['```', ...Array.from({ length: 40 }, () => '<details>'), '```', 'End'].join('\n');
    expect(trimMiddle(text, 120, NOTE)).toMatch(/^```\n(<details>\n)+```\n\n… cut here\n\nEnd$/);
  });

  it.each([0, 1, 5, 12, 20])('fits into %i bytes when nothing sensible can be said', (room) => {
    expect(byteLength(trimMiddle('😀'.repeat(100), room, NOTE))).toBeLessThanOrEqual(room);
  });

  it('always fits, breaks no character and leaves nothing open', () => {
    fc.assert(
      fc.property(markdown, fc.integer({ min: 0, max: 3000 }), (text, room) => {
        const trimmed = trimMiddle(text, room, NOTE);
        expect(byteLength(trimmed)).toBeLessThanOrEqual(Math.max(room, 0));
        expect(trimmed.isWellFormed()).toBe(true);
        expect(openAtTheEnd(trimmed)).toEqual({ details: 0, fence: false });
        if (byteLength(text) > room && room > 40) expect(trimmed).toContain(NOTE);
      }),
      { numRuns: 400 },
    );
  });

  it('trims four megabytes in steps that grow with their length', () => {
    const text = (lines: number) =>
      Array.from({ length: lines }, (_, index) => `- destination ${index}: something long to say`).join('\n');
    const trim = (lines: number) => trimMiddle(text(lines), 65_535, NOTE);
    expect(byteLength(trim(80_000))).toBeLessThanOrEqual(65_535);
    expect(mostSteps(() => trim(80_000)) / mostSteps(() => trim(40_000))).toBeLessThan(2.5);
  });
});
