/** What started the job, read from the runner's event; only what we act on. */
export type Trigger =
  | {
      readonly event: 'pull_request';
      readonly number: number;
      /** Head of the pull request: the check run stands there. */
      readonly headSha: string;
      readonly baseSha: string;
      readonly fork: boolean;
    }
  | { readonly event: 'push'; readonly ref: string; readonly defaultBranch: string; readonly sha: string }
  | {
      readonly event: 'workflow_dispatch' | 'schedule' | 'merge_group' | 'repository_dispatch';
      readonly ref: string;
      /** Not every event tells it. */
      readonly defaultBranch?: string;
      readonly sha: string;
    }
  /** One that `auto` has no meaning for. */
  | {
      readonly event: 'other';
      readonly name: string;
      readonly ref: string;
      readonly defaultBranch?: string;
      readonly sha: string;
    }
  | { readonly event: 'refused'; readonly name: string };
