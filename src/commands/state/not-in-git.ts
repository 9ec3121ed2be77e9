import type { Problem } from '../../diagnostics/problem.ts';

/** Of a manifest that no repository holds. */
export function notInGit(file: string): Problem {
  return {
    code: 'RUN004',
    severity: 'warning',
    message: `${file} is not in a git repository, so no state is kept between runs, and nothing keeps two runs apart`,
    hint: 'keep the manifest in git: edits at a destination can then be told from changes in git',
  };
}
