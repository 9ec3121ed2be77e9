import { randomBytes } from 'node:crypto';
import type { FreshIngress } from '../../../apply/ports.ts';
import type { RecordType } from '../../../model/record-type.ts';
import type { Story } from '../../../model/story.ts';
import type { StoryWork } from '../../../plan/story-work.ts';
import { pointRecordActions } from '../../../records/rewrite.ts';
import { carryAddresses, carryPeople, withFreshAddresses, withoutPeople } from '../../../story/addresses/ingress.ts';
import { withSoundStamps } from '../../../story/stamps.ts';

/** 32 lower-case hex digits from the system's random source. */
export const randomIngress: FreshIngress = () => randomBytes(16).toString('hex');

/**
 * What is sent: record actions point at the real ids, addresses and recipients are the destination's own, and no
 * tags (an import naming a tag that the tenant lacks fails; tags follow by update).
 */
export function importContent(
  work: StoryWork,
  webhookUrls: 'keep' | 'export',
  types: ReadonlyMap<string, RecordType>,
  fresh: FreshIngress,
): Story {
  const targets = new Map(
    work.desired.recordTypes.flatMap(({ name }) => {
      const type = types.get(name);
      return type ? [[name, { name: type.name, id: type.id, fields: [...type.fields, ...type.defaultFields] }]] : [];
    }),
  );
  const pointed = { ...pointRecordActions(work.desired.story, targets), origin_story_identifier: work.desired.stamp };
  // Tenants import no embedded sub-stories, and these would carry placeholders to them.
  const alone = 'send_to_stories' in pointed ? { ...pointed, send_to_stories: [] } : pointed;
  return { ...withAddresses(work, webhookUrls, withSoundStamps(alone), fresh), tags: [] };
}

function withAddresses(work: StoryWork, webhookUrls: 'keep' | 'export', story: Story, fresh: FreshIngress): Story {
  const read = work.live?.read;
  if (read && !read.ingress) throw new Error('Internal error: a story with ambiguous addresses reached the push');
  // Under `export` the file decides about addresses alone; people and groups stay the destination's.
  const fromFile = webhookUrls === 'export';
  if (!read?.ingress) return withoutPeople(fromFile ? story : withFreshAddresses(story, fresh));
  const addressed = fromFile ? story : carryAddresses(story, read.story, read.ingress, fresh);
  return carryPeople(addressed, read.story, read.ingress);
}
