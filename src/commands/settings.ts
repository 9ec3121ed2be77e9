import type { Trust } from '../trust/trust.ts';
import type { OpenedWorkspace, Workspace } from '../workspace/workspace.ts';
import type { Selectors } from './select.ts';
import type { RequestSettings } from './with-tenants.ts';

/** Settings of every command that looks at destinations, whoever calls it. */
export type ReadSettings = RequestSettings & {
  readonly selectors: Selectors;
  /** Where keys may go. Destinations that get none are told from git and recorded state alone. */
  readonly trust: Trust;
  /** Compare the full live content, whatever recorded state says. */
  readonly refresh: boolean;
  /** Read and write recorded state. */
  readonly state: boolean;
  readonly stateBranch?: string;
  /** Destinations side by side. */
  readonly concurrency: number;
  /** Milliseconds that a destination may take to be read. */
  readonly readTimeout: number;
};

/** Manifest and stories that can be worked with, and what was found in them. */
export type Files = Pick<OpenedWorkspace, 'problems'> & { readonly workspace: Workspace };
