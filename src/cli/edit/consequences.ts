import type { Plan, PlannedStory } from '../../model/plan.ts';
import { name, type Phrase, say } from '../../report/phrase.ts';
import { count, someNames } from '../../report/reason-words.ts';

export const OFFLINE: Phrase = [
  'Offline: no tenant was asked, so the plan above does not know what was edited there and would be overwritten.',
];

/** What follows from the edit, in the order in which it matters. */
export function consequencesOf({ destinations }: Plan, manifest: string, equalTo = 'Equal to git'): readonly Phrase[] {
  const entries = destinations.flatMap(({ name: at, stories }) => stories.map((story) => ({ at, story })));
  const withThe = (test: (story: PlannedStory) => boolean) => entries.filter(({ story }) => test(story));
  const pushed = withThe(({ action }) => action === 'create' || action === 'update');
  const edited = withThe(({ action, drift }) => action === 'update' && drift.length > 0);
  const tagged = withThe(({ detached }) => detached);
  const stopped = withThe(({ action }) => action === 'blocked');
  const waiting = withThe(({ action, detached }) => action === 'skip' && !detached);
  const at = (some: typeof entries): Phrase => someNames([...new Set(some.map((each) => each.at))]);
  return [
    ...(pushed.length === 0
      ? []
      : [
          say`The next sync pushes ${count(pushed.length, 'story', 'stories')}.`,
          say`Commit ${name(manifest)} if that is what you want.`,
        ]),
    ...(edited.length === 0
      ? []
      : [say`Edited at ${at(edited)}: the edit is saved as a named version there, then overwritten.`]),
    ...(tagged.length === 0
      ? []
      : [
          say`Also detached by its tag at ${at(tagged)}: remove the tag "detached-from-sync" from the story there as well.`,
        ]),
    ...(waiting.length === 0 ? [] : [say`Waits at ${at(waiting)} anyway; the plan says why.`]),
    ...(stopped.length === 0 ? [] : [say`Blocked at ${at(stopped)}: the next sync reports it as failed.`]),
    ...(pushed.length + tagged.length + stopped.length + waiting.length === 0
      ? [[`${equalTo} already: the next sync has nothing to push for it.`]]
      : []),
  ];
}
