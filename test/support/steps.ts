import { type Profiler, Session } from 'node:inspector';

/**
 * V8 counts the turns of a loop only in code that it compiled after counting began: what ran once before would count as one
 * step, however long it loops. So counting begins here, in a process that has loaded nothing of ours (alone.ts), and a test imports
 * this file before what it counts.
 */
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/**
 * What a piece of work costs, counted and not timed: how often its functions, loops and branches were entered, as V8 counts
 * for coverage. The same on any machine under any load. Work inside V8 itself (one search, one sort) counts as nothing.
 */
export function countSteps<T>(work: () => T): { readonly value: T; readonly steps: number } {
  takeSteps();
  const value = work();
  return { value, steps: takeSteps() };
}

/** V8 may count too little while it compiles, never too much: to be set against another count, the most of three. */
export function mostSteps(work: () => unknown): number {
  return Math.max(...Array.from({ length: 3 }, () => countSteps(work).steps));
}

/** The steps since they were last taken. */
function takeSteps(): number {
  let steps: number | undefined;
  session.post('Profiler.takePreciseCoverage', (error, { result }) => {
    if (error) throw error;
    steps = result.filter(isProduct).reduce((sum, script) => sum + stepsOf(script), 0);
  });
  if (steps === undefined) throw new Error('V8 gave no counts');
  return steps;
}

/** Ours, and the libraries that we call; not the test runner, which works all the time. */
function isProduct({ url }: Profiler.ScriptCoverage): boolean {
  return (
    url.includes('/src/') || (url.includes('/node_modules/') && !/\/node_modules\/(?:@?vitest|vite|chai)/.test(url))
  );
}

function stepsOf({ functions }: Profiler.ScriptCoverage): number {
  return functions.reduce((sum, { ranges }) => sum + ranges.reduce((inner, { count }) => inner + count, 0), 0);
}
