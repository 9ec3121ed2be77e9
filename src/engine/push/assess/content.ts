import { randomBytes } from 'node:crypto';
import type { DesiredStory } from '../../../model/desired.ts';
import type { Destination } from '../../../model/destination.ts';
import type { RecordType } from '../../../model/record-type.ts';
import type { Story } from '../../../model/story.ts';
import type { RecordTypeDecision } from '../../../records/decide.ts';
import { pointRecordActions, type RecordTarget } from '../../../records/rewrite.ts';
import {
  carryAddresses,
  carryPeople,
  withFreshAddresses,
  withoutPeople,
} from '../../../story/addresses/carry-addresses.ts';
import { withSoundStamps } from '../../../story/stamps.ts';
import type { ComposeContent, FreshIngress, LiveStory } from '../push-work.ts';

/** 32 lower-case hex digits from the system's random source. */
export const randomIngress: FreshIngress = () => randomBytes(16).toString('hex');

/** What the destination shall hold: our stamp set, and record actions pointed at these types. */
function pointedStory(desired: DesiredStory, targets: ReadonlyMap<string, RecordTarget>): Story {
  return { ...pointRecordActions(desired.story, targets), origin_story_identifier: desired.stamp };
}

/** The same for a comparison, in which types have names and no ids: one story for all destinations that call them alike. */
export function wantedThere(desired: DesiredStory, decisions: readonly RecordTypeDecision[]): Story {
  const byNames = comparable.get(desired) ?? new Map<string, Story>();
  comparable.set(desired, byNames);
  const names = JSON.stringify(decisions.map(({ name, target }) => [name, target]));
  const known = byNames.get(names);
  if (known) return known;
  const story = pointedStory(desired, new Map(decisions.map(({ name, target }) => [name, { name: target }])));
  byNames.set(names, story);
  return story;
}

/** By the story in git and what its types are called: what a comparison makes of it is made once. */
const comparable = new WeakMap<DesiredStory, Map<string, Story>>();

/**
 * What is sent: addresses and recipients are the destination's own, and no tags (an import naming a tag that the tenant
 * lacks fails; tags follow by update).
 */
export function composeContent(
  desired: DesiredStory,
  { webhookUrls }: Destination,
  live: LiveStory | undefined,
): ComposeContent {
  return (types, fresh) => {
    const pointed = pointedStory(desired, targetsOf(types));
    // Tenants import no embedded sub-stories, and these would carry placeholders to them.
    const alone = 'send_to_stories' in pointed ? { ...pointed, send_to_stories: [] } : pointed;
    return { ...withAddresses(withSoundStamps(alone), webhookUrls, live, fresh), tags: [] };
  };
}

function targetsOf(types: ReadonlyMap<string, RecordType>): ReadonlyMap<string, RecordTarget> {
  return new Map([...types].map(([wanted, type]) => [wanted, recordTarget(type)]));
}

/** Where record actions point, by the type as it is there. */
function recordTarget({ id, name, fields, defaultFields }: RecordType): RecordTarget {
  return { name, id, fields: [...fields, ...defaultFields] };
}

function withAddresses(
  story: Story,
  webhookUrls: Destination['webhookUrls'],
  live: LiveStory | undefined,
  fresh: FreshIngress,
): Story {
  const read = live?.read;
  if (read && !read.ingress) throw new Error('Internal error: a story with ambiguous addresses reached the push');
  // Under `export` the file decides about addresses alone; people and groups stay the destination's.
  const fromFile = webhookUrls === 'export';
  if (!read?.ingress) return withoutPeople(fromFile ? story : withFreshAddresses(story, fresh));
  const addressed = fromFile ? story : carryAddresses(story, read.story, read.ingress, fresh);
  return carryPeople(addressed, read.story, read.ingress);
}
