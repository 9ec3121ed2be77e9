import type { Result } from '../diagnostics/result.ts';

/** How GitHub failed us, in our words. It never changes what became of a sync. */
export type GitHubFailure = {
  readonly kind: 'forbidden' | 'not_found' | 'rate_limited' | 'unavailable' | 'rejected';
  readonly status?: number;
  /** What was tried, such as `create the check run`. */
  readonly what: string;
  /** Why there was no connection, and what helps. */
  readonly why?: string;
};

export type GitHubReply<T> = Promise<Result<T, GitHubFailure>>;

export type AnnotationLevel = 'failure' | 'warning' | 'notice';

/** One mark on a line of a file in the repository. */
export type Annotation = {
  /** Relative to the repository's root, forward slashes. */
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: AnnotationLevel;
  readonly title: string;
  readonly message: string;
};

export type CheckOutput = { readonly title: string; readonly summary: string; readonly text?: string };
export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'action_required';

export type Comment = { readonly id: number; readonly body: string; readonly author: string };

export type PullRequest = {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
};

/** All that we ask of GitHub; a handful of calls per run, whatever the number of destinations. */
export interface GitHub {
  createCheckRun(run: {
    readonly name: string;
    readonly headSha: string;
    readonly output: CheckOutput;
  }): GitHubReply<{ readonly id: number; readonly url: string }>;
  /** At most 50 annotations a call; further calls append. Without `conclusion` the run stays in progress. */
  updateCheckRun(
    id: number,
    patch: {
      readonly output: CheckOutput;
      readonly annotations: readonly Annotation[];
      readonly conclusion?: CheckConclusion;
    },
  ): GitHubReply<null>;
  /** The app (`github-actions[bot]`) or person whose token it is, as the author of a comment is written. */
  login(): GitHubReply<string>;
  /** Every page. */
  listComments(issue: number): GitHubReply<readonly Comment[]>;
  createComment(issue: number, body: string): GitHubReply<null>;
  updateComment(id: number, body: string): GitHubReply<null>;
  /** Open pull requests of this repository from one branch into another. There is one at most. */
  findPullRequest(head: string, base: string): GitHubReply<PullRequest | undefined>;
  createPullRequest(pull: {
    readonly head: string;
    readonly base: string;
    readonly title: string;
    readonly body: string;
  }): GitHubReply<PullRequest>;
  updatePullRequest(number: number, text: { readonly title: string; readonly body: string }): GitHubReply<null>;
  /** A file at a commit; undefined when there is none. */
  fileAt(ref: string, path: string): GitHubReply<string | undefined>;
  /** The name of the repository's default branch. */
  defaultBranch(): GitHubReply<string>;
  /** The commit a branch points at now. */
  branchHead(branch: string): GitHubReply<string>;
}
