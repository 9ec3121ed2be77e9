/** What the user asked for in this run; part of the planner's input, never read from the environment there. */
export type Policy = {
  /** The (destination, story) pairs the selectors chose: destination name -> story keys. */
  readonly selected: ReadonlyMap<string, ReadonlySet<string>>;
  /** Push equal stories, and those that failed verification before, once more. */
  readonly force: boolean;
  /** Manual-only destinations that may be pushed: named exactly, or all of them under `--manual`. */
  readonly manual: 'all' | ReadonlySet<string>;
  /** Compare full live content even where state says nothing moved. */
  readonly refresh: boolean;
  /** Look at stories left behind closely enough to delete them. */
  readonly prune?: boolean;
  /** Which stories left behind the selectors chose: no subscription names them any more. All of them when absent. */
  readonly choosesLeftBehind?: (destination: string, storyKey: string) => boolean;
  /** The source commit, when the work tree is clean. */
  readonly commit: string | null;
};

export function mayPushManually(policy: Pick<Policy, 'manual'>, destination: string): boolean {
  return policy.manual === 'all' || policy.manual.has(destination);
}
