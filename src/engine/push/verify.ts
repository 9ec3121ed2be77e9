import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { contentHash } from '../../json/canonical.ts';
import type { StoryInfo } from '../../model/actual.ts';
import { DESTINATION_OWNED, type Story } from '../../model/story.ts';
import { tagsOf } from '../../model/tags.ts';
import { optionsOf } from '../../story/actions.ts';
import { ingressPoints, matchIngress } from '../../story/addresses/carry-addresses.ts';
import { compareStories } from '../../story/compare/compare.ts';
import { compareAddresses } from '../../story/compare/compare-addresses.ts';
import type { Tenant } from '../../tenant/port.ts';
import type { PushStory } from './push-work.ts';
import { settingsToRestore } from './settings.ts';

/** What a story really is at the destination after our push. */
export type ReadBack = { readonly listed: StoryInfo; readonly story: Story };

/**
 * Reads the content again: what was accepted with 200 is not yet what is live. Exports hold name and tags too, so both are
 * those that are live; what no export holds is as `known` has it (decision 57).
 */
export async function readContentBack(tenant: Tenant, known: StoryInfo): Promise<Result<ReadBack, StepFailure>> {
  const read = await tenant.exportStory(known.id);
  if (!read.ok) return fail(readFailed('after_push', read.error));
  const story = read.value;
  // Exports of an old schema have no tags.
  if (story.tags === undefined) return readBack(tenant, known.id);
  // Nothing tells whether the stamp that is known covers what was read.
  return ok({ listed: { ...known, name: story.name, tags: tagsOf(story), editedAtTrusted: false }, story });
}

/** Reads the settings too, which no export holds. */
export async function readBack(tenant: Tenant, id: number): Promise<Result<ReadBack, StepFailure>> {
  const [story, listed] = await Promise.all([tenant.exportStory(id), tenant.getStory(id)]);
  if (!story.ok) return fail(readFailed('after_push', story.error));
  if (!listed.ok) return fail(readFailed('after_push', listed.error));
  // Read side by side: an edit between the two would stand behind a stamp that covers it.
  return ok({ listed: { ...listed.value, editedAtTrusted: false }, story: story.value });
}

/** Places where the live story is not what was sent; empty means verified. Values are never part of it. */
export function findDeviations(work: PushStory, sent: Story, back: ReadBack): readonly string[] {
  const before = work.live;
  const tags = { tags: tagsOf(work.desired.story), removeTags: work.tags.remove };
  const settings = settingsToRestore(back.listed, { name: work.desired.story.name, ...tags }, before?.listed);
  return [
    ...compareStories(back.story, sent).map((change) => change.path),
    ...Object.keys(settings ?? {}),
    ...(before ? findMovedAddresses(sent, back.story) : []),
    ...findPlaceholders(back.story),
    ...(before && contentHash(recipients(sent)) !== contentHash(recipients(back.story)) ? ['recipients'] : []),
  ];
}

function findMovedAddresses(sent: Story, live: Story): readonly string[] {
  const matching = matchIngress(sent, live, {});
  return matching.ok ? compareAddresses(matching.value).map((change) => change.path) : matching.error.ambiguous;
}

function findPlaceholders(live: Story): readonly string[] {
  return ingressPoints(live)
    .filter(({ action }) => Object.values(optionsOf(action)).includes(DESTINATION_OWNED))
    .map(({ name }) => `agents[${name}].options`);
}

function recipients(story: Story): NonNullable<Story['recipients']> {
  return story.recipients ?? [];
}
