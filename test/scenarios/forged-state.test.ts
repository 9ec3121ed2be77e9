import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import type { Story } from '../../src/model/story.ts';
import { fingerprint } from '../../src/story/compare/parts.ts';
import { planNow, syncNow } from '../support/outcomes.ts';
import type { LiveStory, Rig, Run } from '../support/rig.ts';
import { giveStateKey, pushState, STATE_KEY, signed, stateOf, stateText } from '../support/state-branch.ts';
import { fetchAction, guidOf, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

const WATCH = storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')] });
const CHANGED = withOption(WATCH, 'Ask', 'url', 'https://b.example/');
const OWN = storyExport({
  name: 'Own work',
  guid: guidOf('theirs'),
  actions: [fetchAction('Ask', 'https://own.example/')],
});

async function worldWith(options: JsonObject = {}): Promise<Rig> {
  const rig = await worldOf({
    stories: { watch: WATCH },
    tenants: { contoso: tenantWith({ stories: [{ content: OWN, keep_guid: true }] }) },
    destinations: { contoso: { stories: ['watch'], options } },
  });
  return rig;
}

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
const codesIn = (run: Run): readonly string[] => run.err.match(/\bSTA\d+/g) ?? [];

async function editByCustomer(rig: Rig): Promise<LiveStory> {
  const { id } = await rig.story('contoso', 'Watch');
  const set = { path: ['agents', 'Ask', 'options', 'url'], value: 'https://customer.example/' };
  await rig.edit('contoso', id, { set });
  return rig.story('contoso', 'Watch');
}

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
