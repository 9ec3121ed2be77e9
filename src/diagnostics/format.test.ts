import { describe, expect, it } from 'vitest';
import { mostSteps } from '../../test/support/steps.ts';
import { formatProblem } from './format.ts';
import { plain } from './paint.ts';
import type { Problem } from './problem.ts';

const at = (column: number, endColumn: number, line = 1) => ({
  file: 'sync.yaml',
  line,
  column,
  endLine: line,
  endColumn,
});

function format(text: string, problem: Partial<Problem>): string {
  return formatProblem(
    { code: 'MAN014', severity: 'error', message: 'wrong', hint: 'mend it', ...problem },
    () => text,
  );
}

/** The text that the mark stands below, by terminal columns of ASCII lines. */
function marked(output: string): string {
  const [, line = '', carets = ''] = output.split('\n');
  return line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

describe('a formatted problem', () => {
  it('shows place, source line, related places and hint', () => {
    const output = format('a: 1\n  storeis: [a]\n', {
      place: at(3, 10, 2),
      related: [{ message: 'the anchor "base" stands here', place: at(5, 9) }],
      hint: 'did you mean "stories"?',
    });
    expect(output).toBe(
      `error MAN014 sync.yaml:2:3  wrong
    2 |   storeis: [a]
      |   ^^^^^^^
  see also sync.yaml:1:5  the anchor "base" stands here
  hint: did you mean "stories"?`,
    );
  });

  it('shows no source without a place, or without the text of the file', () => {
    expect(format('', {})).toBe('error MAN014  wrong\n  hint: mend it');
    const problem = {
      code: 'MAN014',
      severity: 'warning',
      message: 'wrong',
      hint: 'mend it',
      place: at(1, 2),
    } as const;
    expect(formatProblem(problem, () => undefined)).toBe('warning MAN014 sync.yaml:1:1  wrong\n  hint: mend it');
  });

  it('shows nothing of a line that may hold a secret', () => {
    expect(format('key: hunter2', { place: at(1, 4), hideSource: true })).toBe(
      'error MAN014 sync.yaml:1:1  wrong\n  hint: mend it',
    );
  });

  it('shows only the own text where that is harmless', () => {
    const output = format('{ a: hunter2, key: hunter2 }', { place: at(15, 18), hideSource: true, showOwnText: true });
    expect(output).toBe('error MAN014 sync.yaml:1:15  wrong\n    1 | … key …\n      |   ^^^\n  hint: mend it');
  });

  it('cuts long lines around the mark', () => {
    const line = `${'x'.repeat(300)}HERE${'y'.repeat(300)}`;
    const output = format(line, { place: at(301, 305) });
    expect(marked(output)).toBe('HERE');
    expect(Math.max(...output.split('\n').map((shown) => shown.length))).toBeLessThan(120);
  });

  it.each([
    ['at the start', 1],
    ['near the start', 60],
    ['near the end', 590],
    ['behind the end', 601],
  ])('keeps the mark inside a long line %s', (_, column) => {
    const output = format('x'.repeat(600), { place: at(column, column + 1) });
    const [, line = '', carets = ''] = output.split('\n');
    expect(carets.trimEnd().length).toBeLessThanOrEqual(line.length + 1);
    expect(carets).toContain('^');
  });

  it('costs nothing on a line of megabytes', () => {
    const formatted = (length: number) =>
      mostSteps(() => format('x'.repeat(length), { place: at(length / 2, length / 2 + 4) }));
    expect(formatted(5_000_000)).toBeLessThan(formatted(5_000) * 1.5);
  });

  it('counts wide characters double and tabs as two spaces', () => {
    expect(format('日本: x', { place: at(5, 6) })).toContain('    1 | 日本: x\n      |       ^');
    expect(format('\ta: x', { place: at(5, 6) })).toContain('    1 |   a: x\n      |      ^');
  });

  it('escapes control characters, direction marks and line breaks everywhere', () => {
    const output = format('a: \u001b[31m\u202e', {
      place: { ...at(1, 2), file: 'a\u0007.yaml' },
      message: 'x\n::error::y',
      hint: '\u001b[2J\u2028\ud800',
    });
    expect(output).toBe(
      `error MAN014 a\\u{7}.yaml:1:1  x\\n::error::y
    1 | a: \\u{1b}[31m\\u{202e}
      | ^
  hint: \\u{1b}[2J\\u{2028}\\u{d800}`,
    );
  });

  it('marks to the end of the line when the place goes on below', () => {
    expect(marked(format('a: [b,\n  c]', { place: { file: 'x', line: 1, column: 4, endLine: 2, endColumn: 4 } }))).toBe(
      '[b,',
    );
  });

  it('reads files with CRLF and a byte order mark', () => {
    expect(marked(format('\ufeffab\r\ncd\r\n', { place: at(2, 3) }))).toBe('b');
  });

  it('paints by severity', () => {
    const paint = { ...plain, red: (text: string) => `<${text}>`, yellow: (text: string) => `(${text})` };
    const problem = { code: 'MAN014', message: 'wrong', hint: 'mend it' } as const;
    expect(formatProblem({ ...problem, severity: 'error' }, () => '', paint)).toBe(
      '<error> MAN014  wrong\n  hint: mend it',
    );
    expect(formatProblem({ ...problem, severity: 'warning' }, () => '', paint)).toBe(
      '(warning) MAN014  wrong\n  hint: mend it',
    );
  });
});
