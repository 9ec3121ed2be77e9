import type { CodeCatalogue } from './entry.ts';

/** Problems of a run as a whole: selectors, keys, work tree, plan file. */
export const runCodes = {
  RUN001: {
    title: 'Manifest cannot be read',
    cause: 'The file named by --manifest (default `sync.yaml`) is missing or not readable.',
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
    cause: 'The push is done, but its result could not be committed to the state branch.',
    fix: 'Nothing is lost: the next run reads the destination again. Fix what the message names.',
  },
  RUN007: {
    title: 'File cannot be written',
    cause: 'The file named by --out cannot be written.',
    fix: 'Name a file in a folder that exists and is writable.',
  },
  RUN010: {
    title: 'Detachment or hold cannot be written',
    cause: '--reason is empty, or --until is not a day that is still to come.',
    fix: 'Say why the story is detached or the destination held, and until when at most: `--until 2027-01-31`.',
  },
  RUN011: {
    title: 'No such subscription',
    cause:
      'A destination or story to detach or reattach is unknown, or the destination does not subscribe to the story.',
    fix: 'Correct the names. Only what stands in the `stories` of a destination can be detached there.',
  },
  RUN012: {
    title: 'Story is not detached',
    cause: 'The manifest does not list the story under `detached`, so there is nothing to reattach.',
    fix: 'Nothing to do. A destination that detached a story by tag reattaches it by removing the tag `detached-from-sync`.',
  },
  RUN013: {
    title: 'Manifest cannot be edited safely',
    cause: 'Because of anchors, merge keys or an unusual layout, the edit would change something else as well.',
    fix: 'Nothing was written. Make the change by hand; the hint says where and what.',
  },
  RUN014: {
    title: 'Detached by default',
    cause:
      'The story is detached under `defaults`, for other destinations as well. A destination cannot take a default back.',
    fix: 'Take the story out of `defaults` and detach it by name where it should stay detached, or reattach it everywhere in one command.',
  },
  RUN015: {
    title: 'Manifest cannot be written',
    cause:
      'The file may not be written, lies outside the repository, or somebody else changed it while the command ran or is about to.',
    fix: 'Make the file writable, or run the command again. The manifest is as it was.',
  },
  RUN016: {
    title: 'Possible loss is unknown',
    cause:
      'A destination could not be read, so `reattach` cannot say what the next sync would overwrite there. The manifest was not edited.',
    fix: 'Fix what the message names, or decide without knowing: `storysync reattach --offline`.',
  },
  RUN017: {
    title: 'Story is in the catalogue already',
    cause: 'A story was to be added under a key or with an id that another story of the manifest has.',
    fix: 'Choose another key, or leave the story out.',
  },
  RUN018: {
    title: 'Destination is not held',
    cause: 'The manifest has no `hold` there, so there is nothing to release.',
    fix: 'Nothing to do. `storysync status` lists what is held.',
  },
  RUN019: {
    title: 'Held by default',
    cause: '`defaults` holds the whole fleet. One destination cannot be let go while it does.',
    fix: "Release the fleet with `storysync release --destination '*'`, after holding by name what shall stay held.",
  },
  RUN020: {
    title: 'Option needs --live',
    cause:
      '`storysync status` without --live asks no tenant: it tells what is recorded. --refresh then has nothing to read, and with --no-state there is nothing to tell.',
    fix: 'Add --live to ask the tenants, or leave the option out.',
  },
  RUN025: {
    title: 'Another number would be deleted',
    cause:
      'The number given with --prune is missing, or is not the number of stories and of sync destinations of the vendor left behind that may be deleted.',
    fix: 'Look at each that the message names, then run the same command with the number it says. Nothing was pushed or deleted.',
  },
  RUN026: {
    title: 'Nowhere to keep a copy of what --prune deletes',
    cause: 'The run keeps no state: --no-state was given, or the manifest is not inside a usable git repository.',
    fix: 'Run it inside a clone of the repository, without --no-state.',
  },
  RUN027: {
    title: 'Something else is left behind than the plan says',
    cause:
      'Since the plan was made, a story or a sync destination left behind was changed, removed or added, or one that had to stay may be deleted now.',
    fix: 'Make a new plan, look at its "left behind", then run `sync --plan` with --prune again.',
  },
  RUN028: {
    title: 'A destination was not looked at for --prune',
    cause: 'The destination could not be read, so what is left behind there is not known and nothing was deleted.',
    fix: 'See why it could not be read, then run again with --prune.',
  },
  RUN029: {
    title: 'Another number of copies would be deleted',
    cause:
      'The number given with --prune-stories is missing, or is not the number of stories that the sync destinations to be deleted carry.',
    fix: 'Look at each copy that the message names, then run the same command with the number it says, or without --prune-stories to keep them. Nothing was pushed or deleted.',
  },
  RUN030: {
    title: 'Destination is not asked',
    cause:
      'The manifest sends a key where the manifest at the tip of the default branch does not: tenant URL, team and key name must stand there together. The destination is planned from git and recorded state.',
    fix: 'Merge the change into the default branch. From then on the key is used.',
  },
  RUN031: {
    title: 'Default branch is not known',
    cause:
      'In CI a key is used only where the default branch of the remote uses it. The remote did not say which branch that is, or its manifest there is missing, invalid or cannot be read.',
    fix: 'Let the job read the repository: `contents: read`, an https remote, a token in STORYSYNC_GIT_TOKEN. Where nobody else can change the files, `--trust-worktree` does without.',
  },
  RUN032: {
    title: 'Not the head of the default branch',
    cause:
      'In CI a sync or an export was started on another branch, a tag, a proposal or an old commit, or `--at` names a commit that the default branch does not have.',
    fix: 'Merge first, or start the run on the default branch. Nothing was asked or written.',
  },
  RUN033: {
    title: 'Origin is not asked',
    cause: 'The origin at hand is not the one of the manifest at the tip of the default branch.',
    fix: 'Merge the change into the default branch. From then on the key is used.',
  },
  RUN035: {
    title: 'Git cannot tell whether the files are committed',
    cause:
      'The repository keeps its objects under sha256 names or its branches in a reftable, or objects of the commit are missing or damaged here. That proves neither a difference nor equality: in CI a sync is refused, by hand it records no commit.',
    fix: 'Use a full clone of a repository with sha1 names (`git init --object-format=sha1 --ref-format=files`). `validate`, `plan`, `export` without `--commit`, `status --live` and, outside CI, `sync --no-state` work all the same.',
  },
  RUN038: {
    title: 'The state key cannot be used',
    cause:
      'A key in `STORYSYNC_STATE_KEY` (the Action’s input `state-key`) is shorter than 32 characters, or there are more than two.',
    fix: 'Make one with `openssl rand -hex 32`. While keys are changed give the new one and the old one, separated by a blank, a comma or a line: the first signs, both are accepted.',
  },
  RUN039: {
    title: 'The plan is not signed with the state key',
    cause:
      'A state key is given, and the plan carries no valid signature of it: it was made without the key, for another repository, or changed since.',
    fix: 'Make the plan in a run that has the same state key: `storysync plan --out plan.json`.',
  },
  RUN042: {
    title: 'Another file in place of the manifest',
    cause: 'The file is a story export, a plan, a report, a workflow or the like, and no manifest.',
    fix: 'Name the manifest with --manifest (default `sync.yaml`).',
  },
  RUN043: {
    title: 'The trace cannot be written',
    cause: 'The file of `--trace` is there already, or its folder does not exist or may not be written.',
    fix: 'Name a file that does not exist yet, in a folder that does. Nothing was asked.',
  },
  RUN050: {
    title: 'The override is for another plan',
    cause:
      'The digest given with `--override-rollout` is not that of the plan that this run made: git or a destination changed since, or the selectors are others.',
    fix: 'Look at the plan again, with the same selectors, and give the digest that it shows. Nothing was pushed.',
  },
  RUN051: {
    title: 'There is no rollout to override',
    cause: '`--override-rollout` was given, and the manifest has no `rollout`: nothing waits for one.',
    fix: 'Run the sync without it. A hold, a detachment or a pin is taken out of the manifest instead.',
  },
  RUN061: {
    title: 'Destination is not pinned',
    cause: '`unpin` names a destination that has no `pin` in the manifest, or the fleet, and `defaults` has none.',
    fix: 'Nothing to do. `storysync status` lists what is pinned.',
  },
  RUN062: {
    title: 'Pinned by default',
    cause:
      '`unpin` names a destination without a pin of its own that `defaults` pins. There is nothing to write that would take it back for one of them.',
    fix: "Unpin the fleet with `storysync unpin --destination '*'`, after pinning by name what shall stay pinned.",
  },
  RUN063: {
    title: 'Destination is pinned already',
    cause:
      '`rollback` names a destination that a pin keeps where it is: its last sync brought the pinned commit, so the commit before that is no step back. Or the new commit would move stories that were not named, for a destination has one pin.',
    fix: 'Say where to with --to, for all stories that are pinned; or take the pin out first with `storysync unpin`.',
  },
  RUN064: {
    title: 'Where to go back to is not known',
    cause: 'Recorded state does not tell which commit the destination had before its last sync.',
    fix: 'Name the commit or the tag with --to.',
  },
  RUN065: {
    title: 'The stories cannot be pinned to that commit',
    cause:
      'The commit is no part of the default branch, or lacks a story that was named, or holds one that cannot be used.',
    fix: 'Name another commit with --to, or other stories with --story. Nothing was changed.',
  },
  RUN066: {
    title: 'The engine of the destination cannot do that',
    cause:
      'Under `engine: native` the vendor carries the stories of a destination as they are live at the origin, so nothing can be detached, pinned, taken back or compared story by story; and only there a key is handed over, so only there `rotate` has anything to do.',
    fix: 'Hold the destination, take the story off its list, or change its `engine`. Nothing was changed.',
  },
  RUN080: {
    title: 'Nobody was told',
    cause:
      'The message about what the run changed was not taken at `notify-url`: there was no answer in time, no connection, or an answer other than 2xx, also at the second attempt where one makes sense.',
    fix: 'Correct the address, or the server there. The run is not affected. A sync does not repeat the message, and the report has all of it; a scheduled plan tells the same once more the next time.',
  },
  RUN090: {
    title: 'Status file does not count',
    cause:
      'A file given to `report` is not the status file of a sync with a shard, or one of another commit, manifest or run, or tells of what its part of the fleet does not have, or with a state key is not signed with it.',
    fix: 'Give the status files that the shards of this very run left, and no others. The others count all the same.',
  },
  RUN091: {
    title: 'Shard left no status file',
    cause: 'The job of a shard was killed, or ended before its sync, or its status file was not handed on.',
    fix: 'See how that job ended, and run the sync again. Its pairs are reported as `not_reached`; what it did is recorded.',
  },
  RUN092: {
    title: 'Status files cannot be merged',
    cause:
      'The status files given to `report` are of different numbers of shards or of several runs, or there are too many.',
    fix: 'Give those that the shards of one run left.',
  },
} as const satisfies CodeCatalogue;
