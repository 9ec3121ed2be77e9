import { invalid } from '../api/errors.ts';
import { seconds } from './clock.ts';
import type { JsonRecord } from './json.ts';
import { stampChange } from './stories.ts';
import { type Draft, type EmulatedStory, type EmulatedTenant, newId } from './tenant.ts';

export function draftsOf(tenant: EmulatedTenant, story: EmulatedStory): Draft[] {
  return tenant.drafts.filter((draft) => draft.story_id === story.id);
}

/** A new draft, starting from the live content. */
export function openDraft(tenant: EmulatedTenant, story: EmulatedStory, name: string, now: number): Draft {
  const at = seconds(now);
  const draft: Draft = {
    id: newId(tenant, 'draft'),
    story_id: story.id,
    name,
    content: structuredClone(story.content),
    created_at: at,
    updated_at: at,
    edited_at: at,
  };
  tenant.drafts.push(draft);
  return draft;
}

/** The draft of that name, made when it is not there. A change without a draft of its own goes to `test`. */
export function draftNamed(tenant: EmulatedTenant, story: EmulatedStory, name: string, now: number): Draft {
  const draft = draftsOf(tenant, story).find((candidate) => candidate.name === name);
  if (draft !== undefined) demandOpen(tenant, draft);
  return draft ?? openDraft(tenant, story, name, now);
}

export function writeDraft(
  tenant: EmulatedTenant,
  story: EmulatedStory,
  name: string,
  content: JsonRecord,
  now: number,
): Draft {
  const draft = draftNamed(tenant, story, name, now);
  draft.content = content;
  stampChange(tenant, draft, 'edit', now);
  return draft;
}

/** Drafts lock when a review is requested. */
export function demandOpen(tenant: EmulatedTenant, draft: Draft): void {
  if (tenant.change_requests.some((request) => request.draft_id === draft.id)) {
    throw invalid('Draft', 'is locked while its change request is open');
  }
}

export function dropDraft(tenant: EmulatedTenant, draft: Draft): void {
  tenant.drafts = tenant.drafts.filter((candidate) => candidate !== draft);
  tenant.change_requests = tenant.change_requests.filter((request) => request.draft_id !== draft.id);
}
