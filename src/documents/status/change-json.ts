import { unreachable } from '../../diagnostics/result.ts';
import { CHANGE_KINDS, type Change, EXPIRED_KINDS } from '../../model/change/change.ts';
import { clip } from '../../report/escape.ts';
import { exactly, type Infer, key, oneOf, orNull, reason, text, textOrNull } from '../schema-parts.ts';

/** Longer names than this are no help to a reader. */
const LONGEST_STORY_NAME = 1_000;

/** One change, as a shard hands it on to whoever tells of all of them. */
export const changeSchema = exactly('Whose state is another one than before the run.', {
  change: oneOf('What changed, as in storysync.notify/1.', CHANGE_KINDS),
  destination: textOrNull('Name of the destination in the manifest; null where it is about a ring.'),
  ring: textOrNull('Name of the ring; null where it is about a destination.'),
  reason,
  story: orNull(
    exactly('The story; null where it is about the destination as a whole.', {
      key: key('Its key in the manifest.'),
      name: text('Its name.'),
    }),
  ),
  expired: orNull(
    exactly('What has expired; null for all other changes.', {
      what: oneOf('A hold, a pin or a detachment.', EXPIRED_KINDS),
      until: text('The last day of it, as 2027-01-31.'),
    }),
  ),
});
export type WireChange = Infer<typeof changeSchema>;

export function changeToJson(change: Change): WireChange {
  const { story } = change;
  return {
    change: change.kind,
    destination: 'ring' in change ? null : change.destination,
    ring: 'ring' in change ? change.ring : null,
    reason: 'reason' in change ? change.reason : null,
    story: story === null ? null : { key: story.key, name: story.name },
    expired: change.kind === 'expired' ? { what: change.note.what, until: change.note.until } : null,
  };
}

/** Undefined where the parts do not make one. */
export function changeFromJson({ change: kind, ...wire }: WireChange): Change | undefined {
  const { destination, ring, reason: why, expired: note } = wire;
  const story = wire.story && { ...wire.story, name: clip(wire.story.name, LONGEST_STORY_NAME) };
  switch (kind) {
    case 'halted':
    case 'ring_opened':
      return ring === null || story === null ? undefined : { kind, ring, story };
    case 'expired':
      return destination === null || note === null ? undefined : { kind, destination, story, note };
    case 'drift':
    case 'failed':
    case 'held':
    case 'recovered':
      return destination === null || story === null ? undefined : { kind, destination, story, reason: why };
    default:
      return unreachable(kind);
  }
}
