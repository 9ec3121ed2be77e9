import type { JsonObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { mapActions } from './actions.ts';
import { isLineageStamp } from './lineage.ts';

/**
 * The story with stamps that a tenant takes: of an action, and of the tools of AI actions, one of another form would have
 * the whole import refused. It says where an action was first built and is compared nowhere, so `null` loses nothing.
 */
export function withSoundStamps(story: Story): Story {
  return mapActions(story, (action) => (isSound(action) ? action : { ...action, origin_story_identifier: null }));
}

function isSound({ origin_story_identifier: stamp }: JsonObject): boolean {
  return stamp === undefined || stamp === null || (typeof stamp === 'string' && isLineageStamp(stamp));
}
