import type { CodeCatalogue } from './entry.ts';

export const stateCodes = {
  STA001: {
    title: 'Recorded state is not readable',
    cause:
      'A file on the state branch is not JSON, or not in the shape storysync writes: it was edited by hand or damaged.',
    fix: 'Nothing needs to be done: the destination is compared in full, and the next sync writes the file anew. Where it is rollout.json, rings pass anew by what is recorded of their destinations; where it is told.json, the same is told once more.',
  },
  STA002: {
    title: 'Recorded state has another format',
    cause: 'A newer or an older storysync wrote the state.',
    fix: 'Older: nothing needs to be done, the destination is compared in full and the next sync rebuilds its state. Newer: use the same version of storysync everywhere; until then the destination is compared in full, and a sync writes its state in the older format.',
  },
  STA003: {
    title: 'Recorded state belongs to another destination',
    cause:
      'The destination was renamed, or its tenant URL or team was changed in the manifest, since the state was written.',
    fix: 'Nothing needs to be done if the change was meant: the destination is compared in full.',
  },
  STA004: {
    title: 'No git repository for the state branch',
    cause: 'The folder is not inside a git work tree, or the repository uses a storage format storysync does not read.',
    fix: 'Run storysync inside a clone of the repository, or run it with --no-state.',
  },
  STA005: {
    title: 'The state branch is checked out',
    cause:
      'A work tree of this repository is on the state branch; moving the branch would make that work tree look edited.',
    fix: 'Check out another branch there. Until then no recorded state is used or kept.',
  },
  STA006: {
    title: 'The state branch is locked',
    cause:
      'Another process is moving the state branch, or a git that was stopped left its lock file behind. The lock of a storysync that was stopped is taken over.',
    fix: 'Run the command again when the other one has ended. If no git is at work, delete the lock file that the message names.',
  },
  STA007: {
    title: 'The state branch cannot be read or written',
    cause:
      'Objects of the branch are missing (a partial clone), a file system error, or something of its name is in the way.',
    fix: 'Look at the clone with `git fsck`; check free space and permissions of the .git folder. A fresh clone starts anew.',
  },
  STA008: {
    title: 'Not a branch name',
    cause: 'The name given for the state branch is not one that git allows.',
    fix: 'Use a name such as "storysync/state", without spaces, ".." and the characters ~ ^ : ? * [.',
  },
  STA009: {
    title: 'The author of commits is not readable',
    cause: 'STORYSYNC_GIT_AUTHOR is set, and is not of the form "Name <mail>".',
    fix: 'Write it like this: STORYSYNC_GIT_AUTHOR="Ann Example <ann@example.com>", or leave it out.',
  },
  STA010: {
    title: 'The remote gives no access to the state',
    cause:
      'The remote answered 401, 403 or 404: no token was sent, or one that may not read the repository, or may not push to it.',
    fix: 'In GitHub Actions give the job "contents: write"; elsewhere set STORYSYNC_GIT_TOKEN. Until then state stays in this clone.',
  },
  STA011: {
    title: 'The remote refuses the state branch',
    cause: 'A hook or a rule of the server, such as branch protection, does not let storysync push the state branch.',
    fix: 'Exempt the state branch from the rule. Until then state stays in this clone.',
  },
  STA012: {
    title: 'The remote cannot be used for state',
    cause:
      'It is reached by ssh or lies in a folder, it is http without encryption, or its pushes go to another address: storysync shares state over https only. Or there are several remotes, and nothing says which is meant.',
    fix: 'Fetch the state branch before a run and push it after, with the two commands that the message names; or add an https address.',
  },
  STA013: {
    title: 'The remote with the state does not answer',
    cause: 'No connection, no answer in time, or a server error. State stays in this clone.',
    fix: 'Run the same command again later: the next run that reaches the remote shares what is kept here.',
  },
  STA014: {
    title: 'The remote with the state gives a wrong answer',
    cause: 'It redirects to another address, or does not answer like a git server.',
    fix: 'Correct the address of the remote ("git remote set-url"). Until then state stays in this clone.',
  },
  STA015: {
    title: 'Other runs kept moving the state branch',
    cause: 'Each time that this run was about to push its state, another one was faster.',
    fix: 'Run the same command again: the state is kept in this clone and goes with the next push.',
  },
  STA016: {
    title: 'How far behind is not known',
    cause: 'The clone is shallow: the commits between what a destination has and what git asks for are not all in it.',
    fix: 'Fetch them: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout. All else that status says holds.',
  },
  STA017: {
    title: 'No lease is shared',
    cause:
      'A run tells others which destinations it writes to, on a branch beside the state branch. This one could not: there is no remote that it may push to, or it was told to leave it alone. Only runs of the same clone are kept apart.',
    fix: 'Give the job permission to push (in GitHub Actions `contents: write`), and the workflow a `concurrency` group, so that one run syncs at a time.',
  },
  STA020: {
    title: 'Recorded state is not signed with the state key',
    cause:
      'A state key is given, and files on the state branch carry no valid signature of it: they were written without a key or with another one, for another repository, tenant or team, or by somebody who may push the branch.',
    fix: 'Nothing needs to be done where the key is new or was changed: the destinations are compared in full, and the next sync signs their state. Else see who wrote the branch: `git log storysync/state`. Where it is rollout.json, rings pass anew by what is recorded of their destinations.',
  },
  STA021: {
    title: 'Recorded state is an older version put back',
    cause:
      'A file on the state branch is signed, and the history of the branch holds a newer one that is signed as well: somebody put an older file in its place.',
    fix: 'See who did: `git log storysync/state`. The destinations are compared in full, and the next sync writes their state anew; where it is rollout.json, rings pass anew by what is recorded of their destinations.',
  },
  STA022: {
    title: 'Signed state is left as it is',
    cause: 'The state of a destination is signed, and this run has no state key: what it wrote would not be believed.',
    fix: 'Give the run the state key: `STORYSYNC_STATE_KEY`, or the Action’s input `state-key`. What this run did is found by the next one that has it.',
  },
  STA023: {
    title: 'The progress of the rollout is unverified',
    cause:
      'The manifest has a rollout, and the run has no state key: which rings have passed is read from the state branch without knowing who wrote it there. Whoever may write that branch may open a ring before its time. He cannot open a window, a hold, a pin or a pair that is taken out of the sync.',
    fix: 'Give the run the state key: `STORYSYNC_STATE_KEY`, or the Action’s input `state-key`. And let nobody but storysync write the state branch (docs/state.md).',
  },
  STA024: {
    title: 'A rollout without recorded state',
    cause:
      'The manifest has a rollout, and the run was told to do without state, or there is no git repository to keep it in: nothing says which rings passed before, and what passes in this run is known to it alone.',
    fix: 'Run in a clone of the repository and without --no-state. Until then each run begins with the first ring.',
  },
} as const satisfies CodeCatalogue;
