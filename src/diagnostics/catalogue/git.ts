import type { Catalogue } from './entry.ts';

/** Problems with what is read from git's history: commits by name, stories and manifest of a commit. */
export const gitCodes = {
  GIT001: {
    title: 'No such commit',
    cause: 'The name given with --at or --base is no branch, tag or commit that this clone has.',
    fix: 'Give a commit id, a branch or a tag, with ~2 or ^ behind it if you like: `git log --oneline` lists commits. A commit that only the remote has comes with `git fetch`.',
  },
  GIT002: {
    title: 'Ambiguous commit name',
    cause: 'A shortened commit id fits several commits, or a branch and a tag of one name are different commits.',
    fix: 'Give more digits of the id, or write `heads/<name>` for the branch and `tags/<name>` for the tag.',
  },
  GIT003: {
    title: 'History is not in this clone',
    cause:
      'The clone is shallow or partial: a commit, a folder or a file of that commit was left out when it was made.',
    fix: 'Fetch it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout. In a partial clone: `git fetch --refetch --no-filter`.',
  },
  GIT004: {
    title: 'Repository format is not supported',
    cause:
      'The repository keeps its objects under sha256 names, or its branches in a reftable, or its objects cannot be read.',
    fix: 'Use a repository with sha1 names and files for its branches, as `git init` makes by default. `git fsck` finds damaged objects.',
  },
  GIT005: {
    title: 'Not a git repository',
    cause: '--at and --base need the history of a git repository, and the manifest lies in none.',
    fix: 'Run the command in a clone of the repository, or leave the option out.',
  },
  GIT006: {
    title: 'Story is not in the commit',
    cause: 'The commit given with --at holds no file for a story of the manifest: it came later, or lay elsewhere.',
    fix: 'Nothing is done with that story in this run. Choose another commit if it should take part.',
  },
  GIT007: {
    title: 'Manifest of the commit is not used',
    cause: 'The manifest of the commit given with --at has errors, so it cannot say where the story files lay.',
    fix: 'Nothing, if the stories have not moved since: they are looked for where the manifest of today has them.',
  },
} as const satisfies Catalogue;
