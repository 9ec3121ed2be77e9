import { demandRole } from './auth.ts';
import type { Call } from './call.ts';
import { draftsOf } from '../domain/drafts.ts';
import { notFound } from './errors.ts';
import type { Draft, Role, Story } from '../domain/tenant.ts';

/** The story of the path, if the key sees it and has the role for what it is about to do. */
export function storyOf(call: Call, least: Role): Story {
  const id = call.id('id');
  const story = call.tenant.stories.find((candidate) => candidate.id === id);
  if (story === undefined) throw notFound('Story');
  demandRole(call, story.team_id, least);
  return story;
}

export function draftOf(call: Call, story: Story, id: number): Draft {
  const draft = draftsOf(call.tenant, story).find((candidate) => candidate.id === id);
  if (draft === undefined) throw notFound('Draft');
  return draft;
}
