import type { Problem } from '../diagnostics/problem.ts';

/** Two runs could meet, and nothing keeps them apart. */
export function unsharedLease(why: string): Problem {
  return {
    code: 'STA017',
    severity: 'warning',
    message: `no lease is shared with runs elsewhere: ${why}`,
    hint: 'make sure that no second run syncs at the same moment: in GitHub Actions by a "concurrency" group of the workflow',
  };
}
