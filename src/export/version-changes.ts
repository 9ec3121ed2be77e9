import type { Story } from '../model/story.ts';
import { tagsOf } from '../model/tags.ts';
import type { StoryChange } from '../story/compare/change.ts';
import { compareStories, OF_GIT } from '../story/compare/compare.ts';
import { recordTypeChanges } from './record-type-changes.ts';

/** All that differs between two versions of a story in git, in the order in which people are told. */
export type VersionChanges = {
  /** Its name, or that it is another story altogether. */
  readonly identity: readonly StoryChange[];
  readonly actions: readonly StoryChange[];
  readonly links: readonly StoryChange[];
  /** Settings, notes, layout, tags, record types. */
  readonly others: readonly StoryChange[];
};

export function versionChanges(before: Story, after: Story): VersionChanges {
  const changes = compareStories(before, after, OF_GIT);
  const of = (part: string): readonly StoryChange[] => changes.filter((each) => each.part === part);
  return {
    identity: [...renamed(before, after), ...replaced(before, after)],
    actions: changes.filter(({ part }) => part.startsWith('agents[')),
    links: of('links'),
    others: [
      ...of('story').filter(({ path }) => path !== 'name'),
      ...of('notes'),
      ...of('layout'),
      ...tagChanges(before, after),
      ...recordTypeChanges(before, after).map(
        (text): StoryChange => ({
          path: 'record_types',
          op: 'update',
          text,
          part: 'record_types',
          subject: 'record types',
        }),
      ),
    ],
  };
}

function renamed(before: Story, after: Story): readonly StoryChange[] {
  if (before.name === after.name) return [];
  const text = `renamed from ${JSON.stringify(before.name)} to ${JSON.stringify(after.name)}`;
  const values = { before: before.name, after: after.name };
  return [{ path: 'name', op: 'update', text, part: 'story', subject: 'name', values }];
}

function replaced(before: Story, after: Story): readonly StoryChange[] {
  if (before.guid === after.guid) return [];
  const text = 'the file held another story (its guid is another one)';
  return [{ path: 'guid', op: 'update', text, part: 'story', subject: 'guid' }];
}

function tagChanges(before: Story, after: Story): readonly StoryChange[] {
  const [old, now] = [tagsOf(before), tagsOf(after)];
  const told = (tag: string, op: 'add' | 'remove'): StoryChange => {
    const text = `tag ${JSON.stringify(tag)} ${op === 'add' ? 'added' : 'removed'}`;
    return { path: 'tags', op, text, part: 'tags', subject: 'a tag', quoted: tag };
  };
  return [
    ...now.filter((tag) => !old.includes(tag)).map((tag) => told(tag, 'add')),
    ...old.filter((tag) => !now.includes(tag)).map((tag) => told(tag, 'remove')),
  ];
}
