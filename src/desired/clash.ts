import type { Problem } from '../diagnostics/problem.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Manifest } from '../model/destination.ts';
import { checkAgreement } from '../records/agreement.ts';
import { checkTogether } from './rules.ts';

/**
 * Pinned stories that a destination cannot have: what the manifest's rules refuse for the stories of today they refuse
 * beside older ones too. The first finding of each.
 */
export function findClash(
  manifest: Manifest,
  destination: Destination,
  today: ReadonlyMap<string, DesiredStory>,
  pinned: ReadonlyMap<string, DesiredStory>,
): ReadonlyMap<string, Problem> {
  const alone = { ...manifest, destinations: [destination] };
  const errorOf = (stories: ReadonlyMap<string, DesiredStory>): Problem | undefined =>
    checkTogether(alone, stories).find(({ severity }) => severity === 'error');
  const clashes = new Map<string, Problem>();
  for (const [key, { file, recordTypes }] of pinned) {
    const inside = checkAgreement([{ key, file, definitions: recordTypes }]).find((each) => each.severity === 'error');
    if (inside) clashes.set(key, inside);
  }
  const subscribed = destination.subscriptions.flatMap(({ storyKey: key }) => {
    const story = pinned.has(key) ? undefined : today.get(key);
    return story === undefined ? [] : [[key, story] as const];
  });
  const sound = [...pinned].filter(([key]) => !clashes.has(key));
  if (errorOf(new Map([...subscribed, ...sound])) === undefined) return clashes;
  const accepted = new Map(subscribed);
  for (const [key, story] of sound) {
    const clash = errorOf(new Map([...accepted, [key, story]]));
    if (clash) clashes.set(key, clash);
    else accepted.set(key, story);
  }
  return clashes;
}
