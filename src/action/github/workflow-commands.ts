import { error, info, warning } from '@actions/core';
import type { Annotation } from '../ports.ts';

/** The log of the job, and the annotations that a step can make by writing to it. */
export interface StepLog {
  annotate(annotation: Annotation): void;
  /** One plain line. */
  say(text: string): void;
}

/** GitHub drops what a step writes beyond this, without a word. */
const PER_LEVEL = 10;

/**
 * What can be shown without a check run. Notices are not worth a place: a run has ten of them at once.
 * `annotations` are the worst first.
 */
export function withinStepLimits(annotations: readonly Annotation[]): readonly Annotation[] {
  const failures = annotations.filter(({ level }) => level === 'failure');
  const warnings = annotations.filter(({ level }) => level === 'warning');
  return [...failures.slice(0, PER_LEVEL), ...warnings.slice(0, PER_LEVEL)];
}

/** The runner's own log, by its workflow commands. */
export function runnerLog(): StepLog {
  return {
    annotate: ({ path, startLine, endLine, level, title, message }) => {
      const write = level === 'failure' ? error : warning;
      write(message, { file: path, startLine, endLine, title });
    },
    say: (text) => info(text),
  };
}
