import { confirmedWrite } from '../../apply/confirmed-write.ts';
import { readFailed, type StepFailure } from '../../apply/step-failure.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { Clock } from '../../model/clock.ts';
import type { StoryPatch, Tenant } from '../../tenant/port.ts';

/** An update says what shall be, so it may be repeated; a lost answer is still looked up first. */
export async function changeStory(
  { tenant, clock }: { readonly tenant: Tenant; readonly clock: Clock },
  id: number,
  patch: StoryPatch,
): Promise<Result<StoryInfo, StepFailure>> {
  return confirmedWrite(clock, {
    send: () => tenant.updateStory(id, patch),
    look: async () => {
      const now = await tenant.getStory(id);
      if (!now.ok) return fail(readFailed('lost_update', now.error));
      return ok(isDone(now.value, patch) ? now.value : undefined);
    },
    step: { write: 'update_story', fields: Object.keys(patch) },
  });
}

function isDone(story: StoryInfo, patch: StoryPatch): boolean {
  return (
    (patch.name === undefined || patch.name === story.name) &&
    (patch.addTags ?? []).every((tag) => story.tags.includes(tag)) &&
    !(patch.removeTags ?? []).some((tag) => story.tags.includes(tag)) &&
    (patch.disabled === undefined || patch.disabled === story.disabled) &&
    (patch.priority === undefined || patch.priority === story.priority) &&
    (patch.locked === undefined || patch.locked === story.locked) &&
    (patch.folderId === undefined || patch.folderId === story.folderId)
  );
}
