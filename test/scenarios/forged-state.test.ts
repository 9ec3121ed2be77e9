import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import type { Story } from '../../src/model/story.ts';
import { fingerprint } from '../../src/story/compare/parts.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { LiveStory, Rig } from '../support/rig.ts';
import { giveStateKey, pushState, STATE_KEY, signed, stateOf } from '../support/state-branch.ts';
import { CHANGED, codesIn, editByCustomer, worldWith } from '../support/watch-world.ts';
import { publish, worldOf } from '../support/world-of.ts';

/** Synced, and remembered with a time of the last edit that is old enough to be trusted. */
async function syncLater(rig: Rig): Promise<void> {
  await syncNow(rig);
  await rig.later();
  await syncNow(rig);
}

/** What the state branch says of the story, changed as somebody does who may push the branch and knows the format. */
function forge(rig: Rig, change: JsonObject): void {
  const state = stateOf(rig, 'contoso');
  const { signature: _, ...rest } = state as JsonObject;
  pushState(
    rig,
    'contoso',
    signed(JSON.stringify({ ...rest, stories: { watch: { ...state.stories.watch, ...change } } })),
  );
}

const stampOf = (story: LiveStory): string => JSON.stringify(story.content.origin_story_identifier).slice(1, -1);
const urlOf = (story: LiveStory): unknown => (story.content.agents.at(-1)?.options as JsonObject | undefined)?.url;

/** State that says our last push left it so. */
function forgeUnedited(rig: Rig, live: LiveStory): void {
  forge(rig, {
    edited_at: live.edited_at,
    edited_at_trusted: true,
    observed: fingerprint({ ...live.content, name: live.name } as unknown as Story),
  });
}

const KEYED: readonly (readonly [string, string | null])[] = [
  ['with a state key', STATE_KEY],
  ['without a state key', null],
];

describe('forged state', () => {
  it('that says the new content was pushed is a false "synced" for nobody who has the key', async () => {
    await using rig = await worldWith();
    giveStateKey(rig);
    await syncNow(rig);
    publish(rig, 'watch', CHANGED);
    const clean = stateOf(rig, 'contoso');
    await rig.run('plan');
    forge(rig, { pushed: await contentHashOf(rig) });
    const run = await syncNow(rig);
    expect(run.err).toContain('STA020');
    expect(run.told).toEqual({ 'contoso/watch': 'synced updated' });
    expect(urlOf(await rig.story('contoso', 'Watch'))).toBe('https://b.example/');
    expect(Number(stateOf(rig, 'contoso').counter)).toBeGreaterThan(Number(clean.counter));
    // The run has rebuilt it by itself.
    await rig.takeWrites();
    const again = await syncNow(rig);
    expect([again.told, codesIn(again)]).toEqual([{ 'contoso/watch': 'synced unchanged' }, []]);
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('that says the new content was pushed is found by --refresh without the key, and the status says that it is unsigned', async () => {
    await using rig = await worldWith();
    await syncLater(rig);
    publish(rig, 'watch', CHANGED);
    forge(rig, { pushed: await contentHashOf(rig) });
    const status = await rig.run('status');
    expect(status.out.replace(/\s+/g, ' ')).toContain('Recorded state is unverified');
    for (const command of ['plan', 'sync'])
      expect((await rig.run(command)).err).toContain('Recorded state is unverified');
    expect((await planNow(rig, '--refresh')).stories['contoso/watch']?.action).toBe('update');
    expect((await syncNow(rig, '--refresh')).told).toEqual({ 'contoso/watch': 'synced updated' });
  });

  it.each(KEYED)(
    'that names a story of the customer’s, with its id and stamp, does not make it ours, %s',
    async (_, key) => {
      await using rig = await worldWith();
      giveStateKey(rig, key);
      await syncNow(rig);
      const theirs = await rig.story('contoso', 'Own work');
      const ours = await rig.story('contoso', 'Watch');
      await rig.edit('contoso', ours.id, { delete: true });
      await rig.edit('contoso', theirs.id, { rename: 'Watch' });
      const renamed = await rig.story('contoso', 'Watch');
      const { content } = renamed;
      const observed = fingerprint({ ...content, name: 'Watch' } as unknown as Story);
      forge(rig, {
        destination_story_id: theirs.id,
        stamp: stampOf(theirs),
        observed,
        edited_at: renamed.edited_at,
        edited_at_trusted: true,
      });
      publish(rig, 'watch', CHANGED);
      await rig.takeWrites();
      for (const flags of [[], ['--refresh'], ['--force']]) {
        expect((await syncNow(rig, ...flags)).told).toEqual({ 'contoso/watch': 'failed not_ours' });
      }
      expect(await rig.takeWrites()).toEqual([]);
      expect(await rig.story('contoso', 'Watch')).toEqual(renamed);
    },
  );

  it.each(['keep', 'fail'])(
    'that says nobody edited it hides no edit under "on_drift: %s" when git changes',
    async (onDrift) => {
      for (const [, key] of KEYED) {
        await using rig = await worldWith({ on_drift: onDrift });
        giveStateKey(rig, key);
        await syncNow(rig);
        const edited = await editByCustomer(rig);
        forgeUnedited(rig, edited);
        publish(rig, 'watch', CHANGED);
        await rig.takeWrites();
        const run = await syncNow(rig);
        expect(run.told).toEqual({ 'contoso/watch': onDrift === 'keep' ? 'requires_sync drift' : 'failed drift' });
        expect(run.outcomes['contoso/watch']?.hint).toContain('--force');
        expect(await rig.takeWrites()).toEqual([]);
        expect((await syncNow(rig, '--force')).told).toEqual({ 'contoso/watch': 'synced updated' });
        expect(JSON.stringify((await rig.tenant('contoso')).versions)).toContain('https://customer.example/');
      }
    },
  );

  it('that says nobody edited it does not keep the edit from being seen with the key, nor from being saved without it', async () => {
    for (const [, key] of KEYED) {
      await using rig = await worldWith();
      giveStateKey(rig, key);
      await syncNow(rig);
      forgeUnedited(rig, await editByCustomer(rig));
      if (key !== null) expect((await planNow(rig)).stories['contoso/watch']?.action).toBe('update');
      publish(rig, 'watch', CHANGED);
      const run = await syncNow(rig);
      expect(run.told).toEqual({ 'contoso/watch': 'synced updated' });
      expect(run.outcomes['contoso/watch']?.warnings).toEqual([
        expect.stringContaining('the live content matches no version in git'),
      ]);
      expect(JSON.stringify((await rig.tenant('contoso')).versions)).toContain('https://customer.example/');
    }
  });
});

/** The hash that a push of the present content would leave in state; asked of a second repository. */
async function contentHashOf(rig: Rig): Promise<string> {
  await using other = await worldOf({ stories: { watch: JSON.parse(rig.read('stories/watch.json')) } });
  await syncNow(other);
  const pushed = stateOf(other, 'contoso').stories.watch?.pushed;
  if (typeof pushed !== 'string') throw new Error('nothing was recorded');
  return pushed;
}
