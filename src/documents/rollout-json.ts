import type { RingProgress } from '../model/rollout.ts';
import { amount, exactly, type Infer, key, oneOf, text, textOrNull } from './schema-parts.ts';

const FOR =
  'ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan';

/** Where one story stands in one ring, in a plan and in a status. */
export const rolloutRow = exactly('Where one story stands in one ring.', {
  ring: key('Name of the ring.'),
  story: key('Key of the story.'),
  there: amount('Pairs that were read back equal to the content git wants.'),
  total: amount('Pairs that count: not detached, held, pinned or by hand only.'),
  failed: amount('Pairs whose last try with this content failed.'),
  max_failed: amount('Failed pairs that the ring may have, as a number of pairs.'),
  state: oneOf(
    'passed: later rings may go. open: goes now. soaking: the ring before has passed and must stand for a while. waiting: for the ring before, or for a window. halted: more pairs failed than may, here or in an earlier ring.',
    ['passed', 'open', 'soaking', 'waiting', 'halted'],
  ),
  opens_at: textOrNull('When it opens if nothing else happens, ISO 8601; null when no clock decides that.'),
  waits_for: textOrNull(`What it waits for: ${FOR}. Null where it does not wait.`),
});
export type WireRolloutRow = Infer<typeof rolloutRow>;

/** What a waiting pair says of it in either document. */
export const WAITING = {
  for: text(`What it waits for: ${FOR}.`),
  until: textOrNull('When it may go if nothing else happens, ISO 8601; null when no clock decides that.'),
} as const;

export const RING_PROGRESS =
  'Where each story that moves stands in each ring; absent without a rollout in the manifest.';

export function progressToJson(each: RingProgress): WireRolloutRow {
  const { ring, story, there, total, failed, allowed, state, opensAt, waitsFor } = each;
  return { ring, story, there, total, failed, max_failed: allowed, state, opens_at: opensAt, waits_for: waitsFor };
}

export function progressFromJson({ max_failed, opens_at, waits_for, ...same }: WireRolloutRow): RingProgress {
  return { ...same, allowed: max_failed, opensAt: opens_at, waitsFor: waits_for };
}
