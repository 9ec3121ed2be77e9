/** Which copy of the Action a workflow runs. */
export type ActionRef = {
  /** `owner/name`. */
  readonly repository: string;
  /** A folder of it, with its slash; mostly empty. */
  readonly path: string;
  /** A commit, a tag or a branch. */
  readonly ref: string;
};

const OURS = 'storysync/storysync';
const FORM = /^(?:(?<repository>[\w-]+\/[\w.-]+)(?<path>(?:\/[\w.-]+)*)@)?(?<ref>[\w][\w./-]*)$/;

/** `v1.2.0`, a commit, or `owner/name@ref` for a copy of one's own; undefined for anything else. */
export function parseActionRef(text: string): ActionRef | undefined {
  const { repository = OURS, path = '', ref = '' } = FORM.exec(text)?.groups ?? {};
  return ref === '' || text.includes('..') || ref.endsWith('/') ? undefined : { repository, path, ref };
}

/** A commit can be nothing else tomorrow; a tag or a branch can. */
export function isCommit({ ref }: ActionRef): boolean {
  return /^[0-9a-f]{40}$/.test(ref);
}

/** The command whose last line names the commit of a tag. */
export function commitCommand({ repository, ref }: Pick<ActionRef, 'repository' | 'ref'>): string {
  return `git ls-remote https://github.com/${repository} ${ref} '${ref}^{}'`;
}

/** The tag of a version, where it was published. */
export function releaseOf(version: string): ActionRef {
  return { repository: OURS, path: '', ref: `v${version}` };
}
