import type { Catalogue } from './entry.ts';

/** Problems of a run as a whole: selectors, keys, work tree, plan file. */
export const runCodes = {
  RUN001: {
    title: 'Manifest cannot be read',
    cause: 'The file named by --manifest (default `sync.yaml`) is missing or is no readable file.',
    fix: 'Run the command in the folder of the manifest, or name it with --manifest.',
  },
  RUN002: {
    title: 'Selector matches nothing',
    cause: 'A --destination, --story or --label matches no entry of the manifest.',
    fix: 'Correct the name; the message lists close ones. Globs such as `contoso-*` are allowed.',
  },
  RUN003: {
    title: 'Uncommitted changes',
    cause: 'The manifest or a story file differs from the commit. In CI a sync would not be reproducible from git.',
    fix: 'Commit the changes. Outside CI the sync goes on and records no commit.',
  },
  RUN004: {
    title: 'No state is kept',
    cause: 'The manifest is not inside a git repository, or the state branch cannot be used.',
    fix: 'Keep the manifest in git. Without state every run compares full content, and edits at a destination cannot be told from changes in git.',
  },
  RUN005: {
    title: 'Plan file cannot be applied',
    cause: 'The file given with --plan is missing, is not a `storysync.plan/1` document, or was changed by hand.',
    fix: 'Make a new one with `storysync plan --out plan.json`.',
  },
  RUN006: {
    title: 'State could not be written',
    cause: 'The push is done, but its receipt could not be committed to the state branch.',
    fix: 'Nothing is lost: the next run reads the destination again. Repair what the message names.',
  },
  RUN007: {
    title: 'File cannot be written',
    cause: 'The file named by --out cannot be written.',
    fix: 'Name a file in a folder that exists and may be written.',
  },
  RUN025: {
    title: 'Another number of stories would be deleted',
    cause: 'The number given with --prune is missing, or is not the number of stories left behind that may be deleted.',
    fix: 'Look at each story that the message names, then run the same command with the number it says. Nothing was pushed or deleted.',
  },
  RUN026: {
    title: 'Nowhere to keep a copy of what --prune deletes',
    cause: 'The run keeps no state: --no-state was given, or the manifest is not inside a usable git repository.',
    fix: 'Run it inside a clone of the repository, without --no-state.',
  },
  RUN027: {
    title: 'Other stories are left behind than the plan says',
    cause:
      'Since the plan was made, a story left behind was renamed, removed or came to be left behind, or one that was to stay may be deleted now.',
    fix: 'Make a new plan, look at its "left behind", then run `sync --plan` with --prune again.',
  },
  RUN028: {
    title: 'A destination was not looked at for --prune',
    cause: 'The destination could not be read, so what is left behind there is not known and nothing was deleted.',
    fix: 'See why it could not be read, then run again with --prune.',
  },
} as const satisfies Catalogue;
