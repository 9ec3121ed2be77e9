import type { CodeCatalogue } from './entry.ts';

/** Problems with reading git's history, and with committing to it. */
export const gitCodes = {
  GIT001: {
    title: 'No such commit',
    cause: 'The name given to `diff`, or with --at or --base, is not a branch, tag or commit in this clone.',
    fix: 'Give a commit id, a branch or a tag, with ~2 or ^ after it if you like: `git log --oneline` lists commits. A commit that only the remote has comes with `git fetch`.',
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
    cause: 'A commit is asked for (by `diff`, --at or --base), and the manifest lies in no git repository.',
    fix: 'Run the command in a clone of the repository, or leave the option out.',
  },
  GIT006: {
    title: 'Story is not in the commit',
    cause: 'The commit given with --at holds no file for a story of the manifest: it came later, or lay elsewhere.',
    fix: 'Nothing is done with that story in this run. Choose another commit if it should take part.',
  },
  GIT007: {
    title: 'Manifest of the commit is not used',
    cause: 'The manifest of a commit that was asked for has errors, so it cannot say where the story files lay.',
    fix: 'Nothing, if the stories have not moved since: they are looked for where the manifest of today has them.',
  },
  GIT010: {
    title: 'No branch to commit to',
    cause: 'HEAD names a commit and no branch (as in most CI jobs), or the branch has no commit yet.',
    fix: 'Check out a branch, or name one with --branch; make the first commit of a repository by hand.',
  },
  GIT011: {
    title: 'The repository cannot be committed to',
    cause:
      'The folder is not inside a git work tree, objects are missing (a partial clone), the repository uses a storage format storysync does not know, or the disk refuses.',
    fix: 'Run storysync inside a full clone; check free space and permissions of the .git folder.',
  },
  GIT012: {
    title: 'The index has a form that is not written',
    cause: 'The index of the work tree has version 4, is split or is sparse.',
    fix: 'Run the git command that the message names, or commit to another branch with --branch.',
  },
  GIT013: {
    title: 'The index or the branch is locked',
    cause:
      'Another process is at work in the repository, or a git that was stopped left its lock file behind. The lock of a storysync that was stopped is taken over.',
    fix: 'Run the command again when the other one has ended. If no git is at work, delete the lock file that the message names.',
  },
  GIT014: {
    title: 'A file cannot be committed at its path',
    cause:
      'In git a symbolic link, a submodule, a folder or a file stands at the path or on the way to it, a merge has left it open, or it leads out of the repository.',
    fix: 'Put a plain file or folder there and commit that first, or name another file in the manifest.',
  },
  GIT015: {
    title: 'The branch cannot be used',
    cause:
      'The name is not one that git allows, or the branch is checked out in a work tree of this repository, or it holds the recorded state, or git cannot have it beside a branch that is there (`x` and `x/y`).',
    fix: 'Use a name such as "storysync/export"; without --branch the branch that is checked out is committed to.',
  },
  GIT016: {
    title: 'The branch moved meanwhile',
    cause: 'Somebody else committed to the branch at the same moment, here or on the remote.',
    fix: 'Run the command again.',
  },
  GIT017: {
    title: 'The branch has diverged',
    cause: 'The branch has commits here that the remote does not have, and the remote has others.',
    fix: 'Bring them together by hand, or delete the local branch: it is made anew from the remote one.',
  },
  GIT018: {
    title: 'The commit was not pushed',
    cause: 'The remote could not be reached, or refused the push: no permission, a protected branch, a hook.',
    fix: 'The commit is in the local repository: fix what the message names, and run the command again or push by hand.',
  },
  GIT019: {
    title: 'The manifest has uncommitted changes',
    cause: 'New stories are added to the manifest as it lies in the work tree, and it is not what HEAD holds.',
    fix: 'Commit or stash the changes, then run `export --add --commit` again.',
  },
  GIT020: {
    title: 'An object of git is too large',
    cause:
      'A file, a folder or a commit unpacks to more than 50 MB. A small pack may unpack to anything, so nothing larger is unpacked.',
    fix: 'Find out who committed it, and remove it from the branch or name another commit.',
  },
  GIT021: {
    title: 'A pin cannot be honoured',
    cause:
      'The commit of a `pin` is unknown, not unique, or no part of the branch; or it lacks a story that is pinned, or holds one that cannot be used. Such a story is left as it is at the destination; everything else goes on.',
    fix: 'Pin to a commit of the default branch that has the story (`storysync rollback --to COMMIT` looks it up), or take the pin out with `storysync unpin`.',
  },
  GIT022: {
    title: 'A pin was not checked',
    cause: 'The history that a `pin` names is not in this clone, so nobody can tell whether the pin holds.',
    fix: 'Bring the history: `git fetch --unshallow`, in a workflow `fetch-depth: 0` for actions/checkout.',
  },
} as const satisfies CodeCatalogue;
