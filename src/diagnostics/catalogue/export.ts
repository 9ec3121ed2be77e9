import type { CodeCatalogue } from './entry.ts';

/** Problems of `export`: what the origin says of the catalogue's stories, and what may not be written. */
export const exportCodes = {
  EXP001: {
    title: 'The manifest has no origin',
    cause: '`export` reads stories from the origin, and the manifest names none.',
    fix: 'Add `origin:` with `tenant_url`, `team_id` and `api_key`, and the `id` of each story.',
  },
  EXP002: {
    title: 'The key of the origin is missing',
    cause: 'The environment variable that `origin.api_key` names is not set or empty.',
    fix: 'Give the key in the environment. It needs to read stories of the origin team, nothing more.',
  },
  EXP003: {
    title: 'The origin could not be read',
    cause:
      'The list of the stories of the origin team could not be read completely. A failed read is never taken for an absence, so nothing is written.',
    fix: 'Check the address, the team and the key that the message names, then run again.',
  },
  EXP004: {
    title: 'A story is gone from the origin',
    cause: 'The origin has no story with this id, or the key may not see it. The file in git is kept as it is.',
    fix: 'Correct `id` in the manifest, or take the story out of the manifest and delete its file. Nothing is deleted at the destinations.',
  },
  EXP005: {
    title: 'A story moved to another team of the origin',
    cause: 'The story exists, but not in the team that `origin.team_id` names. The file in git is kept as it is.',
    fix: 'Move the story back, or correct `origin.team_id` or the `id` of the story.',
  },
  EXP006: {
    title: 'A story is not under change control',
    cause: 'Without change control the live version changes with every edit, approved or not.',
    fix: 'Turn change control on for the story, or set `origin.require_change_control: false` to export what is live.',
  },
  EXP007: {
    title: 'The export of a story could not be read',
    cause: 'The origin did not answer, refused, or sent something that is not a story export.',
    fix: 'Run again. The other stories were exported; the file of this one is kept as it is.',
  },
  EXP008: {
    title: 'A story is tagged "detached-from-sync" at the origin',
    cause: 'Pushed as it is, the tag would take the story out of sync at every destination.',
    fix: 'Remove the tag on the origin and export again; detach single destinations in the manifest.',
  },
  EXP009: {
    title: 'A story was renamed at the origin',
    cause: 'The export has a different name from the file in git. The next sync renames the story at the destinations.',
    fix: 'Nothing, if the new name was meant. Key and file of the story may stay as they are.',
  },
  EXP010: {
    title: 'A story is disabled at the origin',
    cause: 'An export does not hold that flag, so new copies of the story would run at the destinations.',
    fix: 'Enable the story, or take it out of the subscriptions until it should run.',
  },
  EXP011: {
    title: 'The origin calls a story unpublished',
    cause: 'The tenant answers `published: false`. What it means is not documented; the live version was exported.',
    fix: 'Check the story on the origin: publish it if it is a draft.',
  },
  EXP012: {
    title: 'A literal looks like a credential',
    cause:
      'A text of the story has the form of a key, token or password, stands where Tines keeps one, or quotes an address of the story where no placeholder can stand for it. Whatever is committed stays in git for good, so nothing at all was written.',
    fix: 'Make it a credential in Tines and use `<<CREDENTIAL.name>>`; revoke it if it was shared. If it is no secret, allow it with a reason: `allow_literals` of the story in the manifest.',
  },
  EXP013: {
    title: 'An allowed literal is not there',
    cause: 'An entry under `allow_literals` matches no text that looks like a credential in the story of today.',
    fix: 'Remove the entry, so that it cannot let another literal pass some day.',
  },
  EXP014: {
    title: 'A file cannot be written',
    cause: 'The place of the file is outside the repository, is not a regular file, or the system refuses to write it.',
    fix: 'Fix what the message names, or give the story another `file`. The other files were written.',
  },
  EXP015: {
    title: 'The file held a different story',
    cause:
      'The file in git is the export of a story with another guid: the story was made anew at the origin, or `id` was changed. To the destinations it is a new story.',
    fix: 'Check `id`. If the new story is meant, list it under `adopt` where it should take over the old one.',
  },
  EXP016: {
    title: 'An exported story calls itself at a fixed host',
    cause:
      'A URL of the story leads to its own webhook or page at a host that is written out. Path and secret were replaced by placeholders and become those of each destination; the host stays.',
    fix: 'Write `https://<<META.tenant.domain>>/…` in Tines: each tenant puts its own domain there. In a note or description it may stay.',
  },
  EXP017: {
    title: 'The origin was not read in time',
    cause:
      'The time for reading the origin (`--read-timeout`, the Action’s `read-timeout`) was over before every story was exported: it hangs, or answers slowly. The stories that were read in time were written; a pull request of the Action proposes nothing in part.',
    fix: 'Ask the owner of the origin why it is slow, or allow more time. The message names the request that was cut off and the slowest one before it.',
  },
} as const satisfies CodeCatalogue;
