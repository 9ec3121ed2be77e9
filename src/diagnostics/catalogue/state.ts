import type { Catalogue } from './entry.ts';

export const stateCodes = {
  STA001: {
    title: 'Recorded state is not readable',
    cause:
      'A file on the state branch is not JSON, or not in the shape storysync writes: it was edited by hand or damaged.',
    fix: 'Nothing needs to be done: the destination is compared in full, and the next sync writes the file anew.',
  },
  STA002: {
    title: 'Recorded state has a format this version does not know',
    cause: 'A newer storysync wrote the state.',
    fix: 'Use the same version of storysync everywhere. Until then the destination is compared in full.',
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
    fix: 'Check out another branch there.',
  },
  STA006: {
    title: 'The state branch is locked',
    cause: 'Another process is moving the state branch, or one that was stopped left its lock file behind.',
    fix: 'If no other storysync or git is at work in this repository, delete the lock file that the message names.',
  },
  STA007: {
    title: 'The state branch cannot be read or written',
    cause:
      'Objects of the branch are missing (a partial clone), a file system error, or something of its name is in the way.',
    fix: 'Fetch the branch in full; check free space and permissions of the .git folder.',
  },
  STA008: {
    title: 'Not a branch name',
    cause: 'The name given for the state branch is not one that git allows.',
    fix: 'Use a name such as "storysync/state", without spaces, ".." and the characters ~ ^ : ? * [.',
  },
} as const satisfies Catalogue;
