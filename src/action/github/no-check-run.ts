import type { CheckRun } from './check-run.ts';

/** Of a job that is one part of several: what it has to tell, the report of all parts tells. */
export const NO_CHECK_RUN: CheckRun = {
  url: undefined,
  isOpen: false,
  open: async () => {},
  progress: () => {},
  complete: async () => {},
};
