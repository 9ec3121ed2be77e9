import { type IsFromGit, OF_GIT, type StoryChange } from './change.ts';
import type { Difference } from './differences.ts';

/** A difference inside an object, told with its values where they may be shown. */
export function changeOf(
  subject: string,
  { op, was, shown, values }: Difference,
  place: { readonly path: string; readonly part: string },
  isFromGit: IsFromGit,
): StoryChange {
  const whole = isFromGit === OF_GIT && values !== undefined ? { values } : {};
  if (op !== 'update') {
    const text = `${subject} ${op === 'add' ? 'added' : 'removed'}`;
    return { ...place, op, subject, text, ...whole };
  }
  const from = was !== undefined && isFromGit(place.path, was) ? was : undefined;
  const text =
    shown === undefined
      ? `${subject} changed`
      : from === undefined
        ? `${subject} changed to ${shown}`
        : `${subject}: ${from} → ${shown}`;
  return {
    ...place,
    op,
    subject,
    text,
    ...(from === undefined ? {} : { from }),
    ...(shown === undefined ? {} : { to: shown }),
    ...whole,
  };
}

/**
 * The same where the destination's own edit makes the difference: not "changed to 60", which reads as if somebody there
 * had done so. `had` is what git had before it changed the place as well.
 */
export function editedThere({ subject, op, to }: StoryChange, had?: string): string {
  if (op === 'add') return `${subject}: missing there; git has it`;
  if (op === 'remove') return `${subject}: there, but not in git`;
  if (to === undefined) return `${subject}: edited there; differs from git`;
  return had === undefined
    ? `${subject}: edited there; git has ${to}`
    : `${subject}: edited there; git changed it from ${had} to ${to}`;
}
