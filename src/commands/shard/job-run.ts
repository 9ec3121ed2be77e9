import type { ShardRun } from '../../report/sync/sync-report.ts';

/** The run on GitHub that a job belongs to: all jobs of one matrix have the same, and a job that is tried again keeps it. */
export function jobRunOf({
  GITHUB_RUN_ID: id = '',
  GITHUB_RUN_ATTEMPT: attempt = '',
}: {
  readonly [name: string]: string | undefined;
}): ShardRun['job'] {
  if (!/^\d{1,20}$/.test(id)) return null;
  return { id, attempt: /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : null };
}
