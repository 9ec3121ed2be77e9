import { printable } from '../diagnostics/printable.ts';
import type { BranchTip } from '../git/remote/remote.ts';
import { shortId } from '../model/text/short-id.ts';

/** Where a run takes place, as far as the environment says. */
export type RunPlace = {
  /** The ref that the job was started for. */
  readonly ref?: string;
  /** The commit that the job was started for. */
  readonly sha?: string;
  /** The commit that is checked out. */
  readonly head: string | null;
};

export type BranchPosition =
  | { readonly kind: 'head' }
  /** On the default branch, at a commit that it has left behind. */
  | { readonly kind: 'superseded' }
  /** Another branch, a tag, or what somebody proposes. `where` follows "but". */
  | { readonly kind: 'elsewhere'; readonly where: string }
  /** The job belongs to the default branch, and a step checked out something else. */
  | { readonly kind: 'other_checkout'; readonly where: string };

/** Whether a run stands on the head of the default branch: nothing but that is ever written to a tenant, or exported. */
export function positionOf({ name, tip }: BranchTip, { ref, sha, head }: RunPlace): BranchPosition {
  if (ref !== undefined && ref !== `refs/heads/${name}`) {
    return { kind: 'elsewhere', where: `this job belongs to ${ref === '' ? 'no branch' : printable(ref)}` };
  }
  if (head === tip) return { kind: 'head' };
  if (sha !== undefined && head === sha) return { kind: 'superseded' };
  const found = head === null ? 'no commit is checked out' : `${shortId(head)} is checked out`;
  const where = `${found}, and the branch is at ${shortId(tip)}`;
  return { kind: ref === undefined ? 'elsewhere' : 'other_checkout', where };
}
