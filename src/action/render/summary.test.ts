import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jobSummary, writeJobSummary } from './summary.ts';

describe('jobSummary', () => {
  it('puts the notes first', () => {
    expect(jobSummary('### Plan\n', ['A fork.'])).toBe('A fork.\n\n### Plan\n');
  });

  it('stays below 1 MiB and keeps start and end', () => {
    const text = ['### Plan: 5', ...Array.from({ length: 60_000 }, (_, at) => `- destination ${at} – 中`), 'End'].join(
      '\n',
    );
    const fitted = jobSummary(text);
    expect(Buffer.byteLength(fitted)).toBeLessThan(1_048_576);
    expect(fitted).toMatch(/^### Plan: 5\n.*Cut here.*\nEnd$/s);
  });
});

describe('writeJobSummary', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storysync-summary-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('tells when it cannot be written, and writes it when it can', async () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(folder, 'missing.md'));
    expect(await writeJobSummary('lost')).toBe(false);
    const file = join(folder, 'summary.md');
    writeFileSync(file, '');
    vi.stubEnv('GITHUB_STEP_SUMMARY', file);
    expect(await writeJobSummary('### Plan\n')).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe('### Plan\n');
  });
});
