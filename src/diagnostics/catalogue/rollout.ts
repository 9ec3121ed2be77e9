import type { CodeCatalogue } from './entry.ts';

/** What the manifest says of pins (049) and of the rollout (050-060). */
export const rolloutCodes = {
  MAN049: {
    title: 'A pin does not name a commit by its hash',
    cause:
      'The commit of a pin is a branch, a tag, or fewer than 7 digits of a hash. A name may move, and few digits are soon not unique.',
    fix: 'Write what `git rev-parse NAME` prints, in quotes.',
  },
  MAN050: {
    title: 'Two rings have one name',
    cause: 'Two rings of the rollout are called the same, so nobody could say which one is meant.',
    fix: 'Rename or remove one of them.',
  },
  MAN051: {
    title: 'Unknown ring',
    cause: '`max_failed` or a window names a ring that the rollout does not have.',
    fix: 'Correct the name, or add the ring.',
  },
  MAN052: {
    title: 'A ring stands where it cannot work',
    cause:
      'A ring without `match` takes everybody who is left, so it must be the last. `soak` is how long the ring before must have stood, so the first ring cannot have one.',
    fix: 'Move the ring to the end, or the soak to the ring that is to wait.',
  },
  MAN053: {
    title: 'A duration is not valid',
    cause: 'The value is not a whole number with s, m, h or d, or it is longer than 365 days.',
    fix: 'Write for example 30m, 4h or 1d.',
  },
  MAN054: {
    title: 'A number or share is not valid',
    cause: 'The value is neither a whole number nor a percentage of at most 100%. A batch has at least 1 or 1%.',
    fix: 'Write a number without quotes, such as 10, or a percentage, such as 10%.',
  },
  MAN055: {
    title: 'A window is not valid',
    cause: 'The value does not give days, hours or dates, or it goes over midnight.',
    fix: 'Write for example `Mon-Thu 07:00-16:00`, `"Sat,Sun"`, `07:00-16:00` or `2026-12-18/2027-01-04`; over midnight, write two windows.',
  },
  MAN056: {
    title: 'A time zone is not known',
    cause: '`tz` is not the IANA name of a time zone. Abbreviations and offsets say nothing about summer time.',
    fix: 'Write for example Europe/Dublin, America/New_York or UTC.',
  },
  MAN057: {
    title: 'A window has not exactly one of allow and deny',
    cause: 'A window says either when something may be pushed or when nothing may.',
    fix: 'Give it one of the two; write two windows for both.',
  },
  MAN058: {
    title: 'A rollout has too many rings or windows',
    cause: 'There are more than 50 rings or more than 200 windows.',
    fix: 'Join rings by their labels, and windows by their days.',
  },
  MAN059: {
    title: 'A destination is in no ring',
    cause: 'Its labels match no ring of the rollout, and no ring takes everybody else.',
    fix: 'Give it the labels of a ring, or end the rings with one that has no `match`.',
  },
  MAN060: {
    title: 'A ring is empty',
    cause: 'No destination has the labels of the ring. The rollout goes on as if the ring were not written.',
    fix: 'Correct the labels under `match` or those of the destinations, or remove the ring.',
  },
} as const satisfies CodeCatalogue;
