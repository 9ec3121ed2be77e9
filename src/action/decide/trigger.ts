/** What started the job, read from the runner's event; only what we act on. */
export type Trigger =
  | {
      readonly event: 'pull_request';
      readonly number: number;
      /** Head of the pull request: the check run stands there. */
      readonly headSha: string;
      /** What its changes are measured from, and nothing else: whoever opens a pull request chooses its base. */
      readonly baseSha: string;
      readonly fork: boolean;
    }
  | {
      readonly event: 'push';
      readonly ref: string;
      /** As it was called when the event happened. */
      readonly defaultBranch?: string;
      readonly sha: string;
    }
  | {
      readonly event: 'workflow_dispatch' | 'schedule' | 'merge_group' | 'repository_dispatch';
      readonly ref: string;
      readonly sha: string;
    }
  /** One that `auto` has no meaning for. */
  | {
      readonly event: 'other';
      readonly name: string;
      readonly ref: string;
      readonly sha: string;
    }
  | { readonly event: 'refused'; readonly name: string };
