import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { processRunner } from './runner.ts';

it('keeps the files of two steps of one job apart, and those of one step together', async () => {
  const temp = mkdtempSync(join(tmpdir(), 'storysync-runner-'));
  vi.stubEnv('RUNNER_TEMP', temp);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(temp, { recursive: true, force: true });
  });
  const [first, second] = [processRunner(), processRunner()];
  const plan = await first.keep('plan.json', 'eu');
  const status = await first.keep('status.json', 'eu');
  const other = await second.keep('plan.json', 'us');
  expect([plan, other].map((file) => basename(file))).toEqual(['plan.json', 'plan.json']);
  expect(readFileSync(plan, 'utf8')).toBe('eu');
  expect(readFileSync(other, 'utf8')).toBe('us');
  expect(join(status, '..')).toBe(join(plan, '..'));
});
