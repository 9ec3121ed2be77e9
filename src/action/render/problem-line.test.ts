import { expect, it } from 'vitest';
import { problemLine } from './problem-line.ts';

it('a problem in a line of the log gives no orders to the runner, whatever name it quotes', () => {
  const message = 'the status file a\n::error::well\u001b[31m does not count';
  expect(problemLine({ code: 'RUN090', severity: 'error', message, hint: 'look ##[group]' })).toBe(
    'the status file a\\n::error::well\\u{1b}[31m does not count (look ## [group])',
  );
});
