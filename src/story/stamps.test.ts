import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { withSoundStamps } from './stamps.ts';

const SOUND = `cloud:${'a'.repeat(32)}:${'b'.repeat(32)}`;
const stamps: fc.Arbitrary<JsonValue | undefined> = fc.constantFrom<JsonValue | undefined>(
  undefined,
  null,
  SOUND,
  SOUND.toUpperCase(),
  'pack:by-hand:v1',
  '',
  7,
  [SOUND],
  `${SOUND}\n`,
  SOUND.slice(1),
);
/** Tools of tools, so many floors deep. */
function actionsOf(floors: number): fc.Arbitrary<JsonObject> {
  const below = floors === 0 ? fc.constant([]) : fc.array(actionsOf(floors - 1), { maxLength: 2 });
  return fc.tuple(stamps, below, fc.boolean()).map(
    ([stamp, tools, has]): JsonObject => ({
      name: 'A',
      origin_story_identifier: stamp ?? null,
      ...(has ? { tools } : {}),
    }),
  );
}
const actions = actionsOf(4);

function stampsIn(value: JsonValue): readonly JsonValue[] {
  const action = value as JsonObject;
  return [action.origin_story_identifier ?? null, ...((action.tools ?? []) as readonly JsonValue[]).flatMap(stampsIn)];
}

describe('the stamps of actions', () => {
  it('are sent as they are when a tenant takes them, and as null otherwise, also in tools of tools', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 4 }), (agents) => {
        const story = { name: 'S', agents, links: [] } as unknown as Story;
        const before = agents.flatMap(stampsIn);
        const after = withSoundStamps(story).agents.flatMap(stampsIn);
        expect(after).toEqual(before.map((stamp) => (stamp === SOUND ? SOUND : null)));
        if (before.every((stamp) => stamp === SOUND || stamp === null)) expect(withSoundStamps(story)).toBe(story);
      }),
    );
  });
});
