import { draftsOf } from '../domain/drafts.ts';
import type { Draft, EmulatedStory, Role } from '../domain/tenant.ts';
import { demandRole } from './auth.ts';
import type { EmulatorCall } from './call.ts';
import { notFound } from './errors.ts';

/** The story of the path, if the key sees it and has the role for what it is about to do. */
export function findStory(call: EmulatorCall, least: Role): EmulatedStory {
  const id = call.id('id');
  const story = call.tenant.stories.find((candidate) => candidate.id === id);
  if (story === undefined) throw notFound('Story');
  demandRole(call, story.team_id, least);
  return story;
}

export function draftOf(call: EmulatorCall, story: EmulatedStory, id: number): Draft {
  const draft = draftsOf(call.tenant, story).find((candidate) => candidate.id === id);
  if (draft === undefined) throw notFound('Draft');
  return draft;
}
