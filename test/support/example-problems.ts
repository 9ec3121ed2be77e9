import type { Problem } from '../../src/diagnostics/problem.ts';

const place = { file: 'sync.yaml', line: 12, column: 5 };
/** A warning before an error, signs that Markdown acts on, and one without a place. */
export const problems: readonly Problem[] = [
  {
    code: 'MAN002',
    severity: 'warning',
    message: 'the end of a detachment is in the past',
    hint: 'set a later date',
    place,
  },
  {
    code: 'MAN001',
    severity: 'error',
    message: 'destination "a|b" has an unknown key "<x>"',
    hint: 'did you mean "stories"?',
    place: { ...place, endLine: 12, endColumn: 9 },
    related: [{ message: 'the anchor "base" stands here', place: { ...place, line: 3 } }],
  },
  { code: 'MAN003', severity: 'error', message: 'no place', hint: 'mend it' },
];
export const examined = { stories: 7, destinations: 3 };
