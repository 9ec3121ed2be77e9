import type { Unreadable } from '../model/actual.ts';
import type { BrokenStory, Desired, DesiredStory } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';

/**
 * Stories that the destination takes and whose files cannot be used. Then nothing is planned for it: which sub-stories
 * they bring, and which record types are theirs, is not known, and its other stories may depend on both.
 */
export function findBroken({ broken }: Desired, { subscriptions }: Destination): readonly BrokenStory[] {
  if (broken === undefined) return [];
  return subscriptions.flatMap(({ storyKey }) => broken.get(storyKey) ?? []);
}

/** What is said of a story whose file cannot be used. */
export function explainBroken({ key, file, finding }: BrokenStory): Unreadable {
  const { place, message, hint } = finding;
  const at = place === undefined ? file : `${place.file}:${place.line}`;
  const next = hint ?? 'correct the file';
  return { reason: 'unreadable', message: `the file of story "${key}" cannot be used: ${at}: ${message}`, hint: next };
}

/** What is said of the other stories of a destination that takes broken ones. */
export function explainWaiting(broken: readonly [BrokenStory, ...BrokenStory[]]): Unreadable {
  const names = broken.slice(0, 3).map(({ key }) => `"${key}"`);
  const more = broken.length > names.length ? ` and ${broken.length - names.length} more` : '';
  return {
    reason: 'unreadable',
    message: `nothing is planned for this destination, which takes ${names.join(', ')}${more}: the story file cannot be used`,
    hint: 'correct that file; destinations that do not take the story go on',
  };
}

/** Stands for what the file does not tell. Nothing of it is ever sent. */
export function standIn({ key, file }: BrokenStory): DesiredStory {
  const story = { name: key, guid: '', agents: [], links: [] };
  return { key, file, story, stamp: '', contentHash: '', references: [], uncheckable: [], recordTypes: [] };
}
