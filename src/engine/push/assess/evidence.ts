import { contentHash } from '../../../json/canonical.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { PushStory } from '../push-work.ts';

/** All that would be pushed, carried-over and random values excepted, and all that was seen there. */
export function evidenceOf({ decisions, tags, live, state }: Omit<PushStory, 'evidence'>): JsonObject {
  return {
    recordTypes: decisions.map(({ name, action, target, targetId, add }) => ({
      name,
      action,
      target,
      targetId: targetId ?? null,
      add: add.map((field) => ({ ...field })),
    })),
    tags: { add: tags.add, remove: tags.remove },
    ...(live ? { live: seen(live, state?.observed) } : {}),
  };
}

function seen({ listed, read }: NonNullable<PushStory['live']>, recorded: JsonObject | undefined): JsonObject {
  const { id, name, changeControl } = listed;
  const parts = read?.parts ?? recorded;
  return { id, name, changeControl, parts: parts === undefined ? null : hashOf(parts) };
}

/** By the parts themselves: a fleet's records share those of a story that is the same everywhere. */
const hashes = new WeakMap<JsonObject, string>();

function hashOf(parts: JsonObject): string {
  const hash = hashes.get(parts) ?? contentHash(parts);
  hashes.set(parts, hash);
  return hash;
}
