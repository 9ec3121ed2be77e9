import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `programFile` puts what it makes: a folder of this run of the tests. */
    readonly programs: string;
  }
}

/** Before all tests and after them. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), 'storysync-programs-'));
  project.provide('programs', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
