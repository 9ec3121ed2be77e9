/** Enough of a commit's id for people, and for git. */
export function shortId(commit: string): string {
  return commit.slice(0, 12);
}
