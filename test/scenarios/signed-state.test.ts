import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { giveStateKey, pushState, STATE_KEY, stateOf, stateText } from '../support/state-branch.ts';
import { withOption } from '../support/stories.ts';
import { CHANGED, codesIn, editByCustomer, WATCH, worldWith } from '../support/watch-world.ts';
import { publish } from '../support/world-of.ts';

/** Synced, and remembered with a time of the last edit that is old enough to be trusted. */
async function syncLater(rig: Rig): Promise<void> {
  await syncNow(rig);
  await rig.later();
  await syncNow(rig);
}

describe('signed state', () => {
  /** Signed versions of one destination's state, each of another content, oldest first. */
  async function signedVersions(rig: Rig): Promise<readonly string[]> {
    giveStateKey(rig);
    const texts: string[] = [];
    for (const url of ['https://a.example/', 'https://b.example/', 'https://c.example/']) {
      publish(rig, 'watch', withOption(WATCH, 'Ask', 'url', url));
      await syncNow(rig);
      texts.push(stateText(rig, 'contoso'));
    }
    return texts;
  }

  const REPLAYS: readonly (readonly [string, readonly (number | undefined)[]])[] = [
    ['an older version put back', [1]],
    ['the oldest put back', [0]],
    ['two older versions put back in a row', [0, 1]],
    ['taken away, and an older version put back', [undefined, 0]],
  ];

  it.each(REPLAYS)('is not believed after: %s', async (_, replayed) => {
    await using rig = await worldWith();
    const texts = await signedVersions(rig);
    for (const index of replayed) pushState(rig, 'contoso', index === undefined ? undefined : texts[index]);
    const plan = await planNow(rig);
    expect(plan.err).toContain('STA021');
    expect(plan.stories['contoso/watch']?.action).toBe('unchanged');
    await rig.takeWrites();
    const run = await syncNow(rig);
    expect([run.told, run.err.includes('STA021')]).toEqual([{ 'contoso/watch': 'synced unchanged' }, true]);
    expect(await rig.takeWrites()).toEqual([]);
    // Rebuilt, with a counter beyond the one that was hidden.
    const counters = [stateText(rig, 'contoso'), texts.at(-1) ?? ''].map((text) => Number(JSON.parse(text).counter));
    expect(counters[0]).toBeGreaterThan(counters[1] ?? 0);
    expect(codesIn(await planNow(rig))).toEqual([]);
  });

  it('is believed when the newest version comes back after somebody took it away', async () => {
    await using rig = await worldWith();
    const texts = await signedVersions(rig);
    for (const text of [undefined, texts.at(-1)]) pushState(rig, 'contoso', text);
    expect(codesIn(await planNow(rig))).toEqual([]);
  });

  it('that was taken away is made anew after the counter of the last one', async () => {
    await using rig = await worldWith();
    const texts = await signedVersions(rig);
    pushState(rig, 'contoso', undefined);
    await syncNow(rig);
    const [now, before] = [stateText(rig, 'contoso'), texts.at(-1) ?? ''].map((text) =>
      Number(JSON.parse(text).counter),
    );
    expect(now).toBeGreaterThan(before ?? 0);
    expect(codesIn(await planNow(rig))).toEqual([]);
  });

  it('is not believed for another destination, tenant or repository, nor in another layout', async () => {
    await using rig = await worldWith();
    giveStateKey(rig);
    await syncNow(rig);
    const text = stateText(rig, 'contoso');
    pushState(rig, 'contoso', JSON.stringify(JSON.parse(text)));
    expect((await planNow(rig)).err).toContain('STA020');
    pushState(rig, 'contoso', text);
    expect(codesIn(await planNow(rig))).toEqual([]);
    rig.git('remote', 'add', 'origin', 'git@git.example:acme/other.git');
    expect((await planNow(rig)).err).toContain('STA020');
  });

  it('is believed under two keys of which the second signed it, and is signed with the first from then on', async () => {
    await using rig = await worldWith();
    giveStateKey(rig);
    await syncNow(rig);
    const fresh = 'f'.repeat(40);
    giveStateKey(rig, `${fresh}\n${STATE_KEY}`);
    expect(codesIn(await planNow(rig))).toEqual([]);
    expect(codesIn(await syncNow(rig))).toEqual([]);
    const once = stateText(rig, 'contoso');
    await syncNow(rig);
    expect(stateText(rig, 'contoso')).toBe(once);
    giveStateKey(rig, fresh);
    expect(codesIn(await planNow(rig))).toEqual([]);
  });

  it('of another key is rebuilt by the first run with the new one, which writes at no tenant', async () => {
    await using rig = await worldWith();
    giveStateKey(rig);
    await syncNow(rig);
    await rig.takeWrites();
    giveStateKey(rig, 'z'.repeat(40));
    const run = await syncNow(rig);
    expect(run.err).toContain('STA020');
    expect(run.told).toEqual({ 'contoso/watch': 'synced unchanged' });
    expect(await rig.takeWrites()).toEqual([]);
    expect(codesIn(await syncNow(rig))).toEqual([]);
  });

  it('is left as it is by a run without the key, which uses it as a hint and says so once', async () => {
    await using rig = await worldWith();
    giveStateKey(rig);
    await syncLater(rig);
    const text = stateText(rig, 'contoso');
    giveStateKey(rig, null);
    await rig.takeWrites();
    const plan = await planNow(rig);
    expect(plan.err.match(/Recorded state is unverified/g)).toHaveLength(1);
    expect((await rig.log()).map(({ path }) => path)).toEqual(['/stories']);
    publish(rig, 'watch', CHANGED);
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/watch': 'synced updated' });
    expect(run.err.match(/STA022/g)).toHaveLength(1);
    expect(stateText(rig, 'contoso')).toBe(text);
    giveStateKey(rig);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/watch': 'synced unchanged' });
    expect(stateText(rig, 'contoso')).not.toBe(text);
  });

  it('is what knows since when a story is equal, and to which contents it was', async () => {
    await using rig = await worldWith();
    const texts = await signedVersions(rig);
    const last = JSON.parse(texts.at(-1) ?? '').stories.watch;
    expect(last.equal).toHaveLength(3);
    expect(last.equal.at(-1)).toBe(last.pushed);
    await syncNow(rig, '--refresh');
    await editByCustomer(rig);
    await syncNow(rig);
    expect(stateOf(rig, 'contoso').stories.watch).toMatchObject({ since: last.since, equal: last.equal });
    // Back to the first content: known, and equal since now.
    publish(rig, 'watch', WATCH);
    await syncNow(rig);
    const back = stateOf(rig, 'contoso').stories.watch as JsonObject & { equal: readonly string[] };
    expect(back.equal).toEqual([last.equal[1], last.equal[2], last.equal[0]]);
    expect(JSON.stringify(back.since) > JSON.stringify(last.since)).toBe(true);
  });
});

describe('a state key', () => {
  it.each([
    ['too short', 'k'.repeat(31)],
    ['one of two too short', `${STATE_KEY} ${'k'.repeat(31)}`],
    ['three of them', [1, 2, 3].map((digit) => String(digit).repeat(32)).join(',')],
  ])('that cannot be used (%s) ends every command that needs state with exit 2, and is not shown', async (_, key) => {
    await using rig = await worldWith();
    giveStateKey(rig, key);
    for (const command of ['plan', 'sync', 'status']) {
      const run = await rig.run(command);
      expect([run.code, run.err.includes('RUN038')]).toEqual([2, true]);
      for (const word of key.split(/[\s,]+/)) expect(run.out + run.err).not.toContain(word);
    }
    expect(await rig.takeWrites()).toEqual([]);
  });

  it('stands in no state, plan or log', async () => {
    await using rig = await worldWith();
    giveStateKey(rig);
    const runs = [await rig.run('sync'), await rig.run('plan', '--out', 'plan.json', '--format', 'json')];
    const told = `${JSON.stringify(runs)}${rig.read('plan.json')}${stateText(rig, 'contoso')}`;
    expect(told).not.toContain(STATE_KEY);
    expect(rig.read('plan.json')).toContain('"signature": "hmac-sha256:');
  });
});
