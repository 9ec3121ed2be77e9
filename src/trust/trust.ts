import type { BranchTip } from '../git/remote/remote.ts';
import type { Manifest } from '../model/destination.ts';

/** What a run believes about where keys may go. Whoever may push a branch can change everything else. */
export type Trust =
  | {
      /** The manifest at the tip of the default branch. What only people with merge rights may choose is taken from it. */
      readonly kind: 'default_branch';
      readonly branch: BranchTip;
      readonly manifest: Manifest;
    }
  /** Somebody's own machine, or a repository without a remote: the files at hand say it. */
  | { readonly kind: 'worktree' }
  | {
      /** Nobody says it, so no key is used. */
      readonly kind: 'nobody';
      /** For people, to follow "and". */
      readonly why: string;
      /** Known where only the manifest could not be read. */
      readonly branch?: BranchTip;
    };

export function nobody(why: string): Trust {
  return { kind: 'nobody', why };
}

/** For a run that asks no tenant, and has nobody to ask about keys. */
export const NOT_ASKED: Trust = nobody('no tenant is asked');

export const RULE = 'a key is used only where the default branch uses it';
