import { expect, it } from 'vitest';
import type { CheckRun } from './github/check-run.ts';
import type { Runner } from './github/runner.ts';
import { progressIn } from './job-progress.ts';

it('a line of the log holds no control character of a name, and no text without end', () => {
  const lines: string[] = [];
  const runner = { info: (line: string) => void lines.push(line) } as unknown as Runner;
  const check = { progress: () => {} } as unknown as CheckRun;
  const progress = progressIn(runner, check, { elapsed: () => 0 });
  progress.begin('plan', 1);
  progress.advance('contoso', `\u009b31m\u202egnp.exe ${'a'.repeat(10_000)}`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/[\u0080-\u009f\u202e]/);
  expect(lines[0]?.length).toBeLessThan(600);
});
