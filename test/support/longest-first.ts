import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By far the longest. On a machine that has not run them yet the runner knows sizes of files alone, and would end with one of these, on one core. */
const LONGEST: readonly string[] = [
  'test/scenarios/corpus-round-trip.test.ts',
  'test/scenarios/killed.test.ts',
  'test/scenarios/switches.test.ts',
  'test/action/github-failures.test.ts',
  'test/scenarios/lost-answers.test.ts',
  'test/package.test.ts',
  'test/scenarios/state.test.ts',
  'src/manifest/limits.test.ts',
  'test/shown-sessions.test.ts',
  'test/growth/texts.test.ts',
  'test/growth/documents.test.ts',
  'test/action/cancelled.test.ts',
  'test/cli/bar-on-terminal.test.ts',
  'test/action/many.test.ts',
  'src/plan/plan.property.test.ts',
];

/** The longest files first, so that no core waits for another one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => turnOf(one) - turnOf(other));
  }
}

/** Those with a process of their own stay ahead: processes for many files are not given up in between. */
function turnOf({ moduleId, project }: TestSpecification): number {
  if (project.config.isolate) return -1;
  const at = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}`));
  return at === -1 ? LONGEST.length : at;
}
