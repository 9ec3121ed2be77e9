import { readFailed, type StepFailure, stale } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Story } from '../../model/story.ts';
import { DETACHED_TAG } from '../../model/tags.ts';
import { sameParts } from '../../plan/part-hashes.ts';
import { canonicalStory } from '../../story/canonical.ts';
import { fingerprint } from '../../story/compare/parts.ts';
import type { Tenant } from '../../tenant/port.ts';
import type { LiveStory } from './push-work.ts';

const EDITED = stale({ since: 'edited' });

/** A story that moved between plan and push is not overwritten: somebody is working on it right now. */
export async function checkPrecondition(tenant: Tenant, live: LiveStory): Promise<Result<StoryInfo, StepFailure>> {
  const now = await tenant.getStory(live.listed.id);
  if (!now.ok) return fail(readFailed('before_write', now.error));
  return confirmUnmoved(now.value, live);
}

function confirmUnmoved(now: StoryInfo, { listed }: LiveStory): Result<StoryInfo, StepFailure> {
  if (now.teamId !== listed.teamId) return fail(stale({ since: 'moved' }));
  if (now.changeControl) return fail(stale({ since: 'change_control' }));
  // A tag moves no time stamp of an edit.
  if (now.tags.includes(DETACHED_TAG)) return fail(stale({ since: 'detached' }));
  return now.name === listed.name && now.editedAt === listed.editedAt ? ok(now) : fail(EDITED);
}

/** A stamp that was young when it was read may cover an edit: then only the content tells that nobody was there since. */
export async function checkContentPrecondition(
  tenant: Tenant,
  { listed, read }: LiveStory,
): Promise<Result<null, StepFailure>> {
  if (listed.editedAtTrusted) return ok(null);
  const now = await tenant.exportStory(listed.id);
  if (!now.ok) return fail(readFailed('before_write', now.error));
  if (read && contentOf(now.value) === contentOf(read.story)) return ok(null);
  return fail(EDITED);
}

/** A story as it was read: enough to tell later whether somebody was there since. */
export type SeenStory = { readonly listed: StoryInfo; readonly parts: Parts; readonly stamp: unknown };
type Parts = { readonly [part: string]: string };

export function seen(listed: StoryInfo, story: Story): SeenStory {
  return { listed, parts: fingerprint(story), stamp: story.origin_story_identifier };
}

/** The story right before its end: listed as it was, locked by nobody, and with the content that it had. */
export async function confirmUntouched(tenant: Tenant, before: SeenStory): Promise<Result<LiveNow, StepFailure>> {
  const now = await checkPrecondition(tenant, before);
  if (!now.ok) return now;
  if (now.value.locked) return fail(stale({ since: 'locked' }));
  const content = await tenant.exportStory(before.listed.id);
  if (!content.ok) return fail(readFailed('before_write', content.error));
  const same = content.value.origin_story_identifier === before.stamp;
  if (!same || !sameParts(fingerprint(content.value), before.parts)) return fail(EDITED);
  return ok({ listed: now.value, story: content.value });
}

type LiveNow = { readonly listed: StoryInfo; readonly story: Story };

/** Tags are no edit: those that are there now are kept, whoever set them. */
function contentOf(story: Story): string {
  return canonicalStory({ ...story, tags: [] });
}

/** A story that may be replaced: as it is now, and the name under which the replacement is sent. */
type Found = { readonly listed: StoryInfo; readonly name: string };

/**
 * The last look before a replacement. One search answers what two questions would: the stories of the name that is sent, and
 * ours among them as it is now. Where ours is not, since it bears another name, it is asked for by its id.
 */
export async function lookBeforeReplacement(
  tenant: Tenant,
  live: LiveStory,
  name: string,
): Promise<Result<Found, StepFailure>> {
  const { id } = live.listed;
  const named = await tenant.findStoriesNamed(name);
  if (!named.ok) return fail(readFailed('stories_of_name', named.error));
  const found = named.value.find((story) => story.id === id);
  const now = found ? confirmUnmoved(found, live) : await checkPrecondition(tenant, live);
  if (!now.ok) return now;
  const others = named.value.filter((story) => story.id !== id);
  const sent = nameForReplacement(now.value, name, others);
  return sent.ok ? ok({ listed: now.value, name: sent.value }) : sent;
}

/**
 * Whether `versionReplace` looks for the name in the team or in the whole tenant is not documented: where another team has a
 * story of this name, ours bears a name of its own for that moment. Its id is in that name, since two runs may meet at one tenant.
 */
function nameForReplacement(live: StoryInfo, name: string, others: readonly StoryInfo[]): Result<string, StepFailure> {
  if (others.some((story) => story.teamId === live.teamId)) {
    return fail(stale({ since: 'second_of_name', name }));
  }
  return ok(others.length > 0 ? `${name} [storysync ${live.id}]` : name);
}

/** The answer must speak of the story that was meant; otherwise nothing more is written to that tenant. */
export function confirmIdentity(
  story: StoryInfo,
  expected: { readonly id?: number; readonly teamId: number },
): Result<StoryInfo, StepFailure> {
  if (story.teamId === expected.teamId && (expected.id === undefined || story.id === expected.id)) return ok(story);
  const got = { id: story.id, teamId: story.teamId };
  return fail({ fact: { kind: 'other_story_answered', got, expected }, halt: 'tenant' });
}
