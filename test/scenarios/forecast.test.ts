import { describe, expect, it } from 'vitest';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { SWITCHES } from '../../src/emulator/faults/switches.ts';
import { CALL_TABLE } from '../../src/forecast/call-table.ts';
import type { JsonObject } from '../../src/json/value.ts';
import type { Clock } from '../../src/model/clock.ts';
import { costOf } from '../support/cost-of.ts';
import { impatientClock } from '../support/instant-clock.ts';
import { planNow, syncAt, syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { type ActionSpec, callStory, fetchAction, recordAction, storyExport, webhook } from '../support/stories.ts';
import { publish, tenantWith, worldOf } from '../support/world-of.ts';

type Switches = NonNullable<EmulatorConfig['switches']>;
type Foretold = { readonly calls: number; readonly minutes: number; readonly uncounted: number };

/** Each moment that somebody asks for is long after the one before: nothing that was listed counts any more. */
function slowClock(): Clock {
  let elapsed = 0;
  return { ...impatientClock, elapsed: () => (elapsed += 11_000) };
}

async function foretell(rig: Rig): Promise<Foretold> {
  const { json } = await planNow(rig);
  return (json.forecast ?? { calls: 0, minutes: 0, uncounted: 0 }) as unknown as Foretold;
}

/** What a sync asks after it has planned: what a plan asks is taken off. */
async function pushed(rig: Rig, clock: Clock = impatientClock): Promise<number> {
  const total = (cost: { readonly [call: string]: number }) => Object.values(cost).reduce((sum, each) => sum + each, 0);
  const planning = total(await costOf(rig, () => planNow(rig)));
  return total(await costOf(rig, () => syncAt(clock, rig))) - planning;
}

const TITLE = ['title', 'TEXT'] as const;
const KEEPS = (...fields: readonly string[]) =>
  recordAction('Keep', 'Alert', [TITLE, ...fields.map((field) => [field, 'TEXT'] as const)]);
const PLAIN = storyExport({
  name: 'Plain',
  tags: ['soc'],
  actions: [webhook('In'), fetchAction('Ask', 'https://a.example/')],
});
const FOLDERS = [{ id: 5, name: 'Ours', content_type: 'STORY' }];

describe('the forecast, where all that it counts on is needed', () => {
  // Tags have to be set after the import.
  const switches: Switches = { import_tags: 'keep_live' };

  it('is exact for a story that is made', async () => {
    await using rig = await worldOf({
      stories: { plain: PLAIN },
      switches,
      tenants: { contoso: tenantWith({}, { tags: ['soc'] }) },
    });
    const { create, creates } = CALL_TABLE;
    const { calls } = await foretell(rig);
    expect(calls).toBe(create.calls + create.storyLists + creates.storyLists);
    expect(await pushed(rig, slowClock())).toBe(calls);
  });

  const { update, updateBesideTypes, storyBesideTypes, typeWritten } = CALL_TABLE;
  it.each<[string, readonly ActionSpec[], number]>([
    ['alone', [], update.calls],
    [
      'with a record type that is extended',
      [KEEPS('more')],
      update.calls + updateBesideTypes.calls + storyBesideTypes.typeLists + typeWritten.calls + typeWritten.typeLists,
    ],
  ])('is exact for a story that is replaced, %s', async (_, actions, cost) => {
    // Stamps that nobody can trust, no versions, another story of its new name, and settings that the import moves.
    const other = storyExport({ name: 'Renamed', actions: [webhook('Own')] });
    const teams = [
      {
        id: 42,
        name: 'SOC',
        folders: FOLDERS,
        record_types: [{ name: 'Alert', fields: [{ name: 'title', result_type: 'TEXT' }] }],
      },
      { id: 8, name: 'IR', stories: [{ content: other }] },
    ];
    await using rig = await worldOf({
      stories: { plain: PLAIN },
      switches: { date_header: 'absent', version_api: 'absent', import_settings: 'reset', import_folder: 'root' },
      tenants: { contoso: tenantWith({}, { tags: ['soc'], teams }) },
    });
    await syncNow(rig);
    const id = (await rig.tenant('contoso')).stories.find((story) => story.team_id === 42)?.id ?? 0;
    await rig.later();
    await rig.edit('contoso', id, { settings: { disabled: true }, set: { path: ['description'], value: 'theirs' } });
    await rig.later();
    publish(rig, 'plain', {
      ...storyExport({ name: 'Plain', tags: ['soc'], actions: [webhook('In'), ...actions] }),
      name: 'Renamed',
    });
    const { calls } = await foretell(rig);
    expect(calls).toBe(cost);
    expect(await pushed(rig)).toBe(calls);
  });

  it.each<[string, JsonObject, number]>([
    ['made', {}, CALL_TABLE.typeWritten.calls + CALL_TABLE.typeWritten.typeLists],
    [
      'extended',
      { fields: [{ name: 'title', result_type: 'TEXT' }] },
      CALL_TABLE.typeWritten.calls + CALL_TABLE.typeWritten.typeLists,
    ],
    [
      'used',
      {
        fields: [
          { name: 'title', result_type: 'TEXT' },
          { name: 'more', result_type: 'TEXT' },
        ],
      },
      CALL_TABLE.typeUsed.typeLists,
    ],
  ])('is exact for a record type that is %s', async (what, type, cost) => {
    const story = storyExport({ name: 'Keeper', tags: ['soc'], actions: [KEEPS('more')] });
    const record_types = 'fields' in type ? [{ name: 'Alert', ...type }] : [];
    const tenants = { contoso: tenantWith({ record_types } as never, { tags: ['soc'] }) };
    await using rig = await worldOf({ stories: { keeper: story }, switches, tenants });
    const { create, creates } = CALL_TABLE;
    const { calls } = await foretell(rig);
    expect(calls).toBe(create.calls + create.storyLists + creates.storyLists + cost + storyBesideTypes.typeLists);
    // Where types are only used, the listing after it is for an import that binds its actions elsewhere.
    const spared = what === 'used' ? storyBesideTypes.typeLists : 0;
    expect(await pushed(rig, slowClock())).toBe(calls - spared);
  });
});

/** Numbers that look random, and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe('the forecast of random runs', () => {
  const pick = (roll: (sides: number) => number): Switches =>
    Object.fromEntries(
      Object.entries(SWITCHES).map(([name, { positions }]) => [name, positions[roll(positions.length)]]),
    );
  const storyFor = (roll: (sides: number) => number, index: number, round: number): JsonObject =>
    storyExport({
      name: roll(6) === 0 && round > 0 ? `Story ${index} again` : `Story ${index}`,
      tags: roll(2) === 0 ? ['soc'] : [],
      description: roll(2) === 0 ? `round ${round}` : 'as ever',
      guid: `${index}`.repeat(32).slice(0, 32),
      actions: [
        webhook('In'),
        ...(roll(3) === 0 ? [KEEPS(...Array.from({ length: round }, (_, field) => `more ${field}`))] : []),
        ...(index > 0 && roll(3) === 0 ? [callStory('Call', `story_${index - 1}`)] : []),
        ...(index === 0 && roll(2) === 0 ? [callStory('Call', 'story_1')] : []),
      ],
    });

  it.concurrent.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'is never exceeded, whatever the vendor turns out to do: %i',
    async (seed) => {
      const roll = dice(seed * 7_919);
      const amount = 2 + roll(3);
      const round = (number: number) =>
        Object.fromEntries(
          Array.from({ length: amount }, (_, index) => [`story-${index}`, storyFor(roll, index, number)]),
        );
      const teams = [
        { id: 42, name: 'SOC', folders: FOLDERS },
        { id: 8, name: 'IR', stories: [{ content: storyExport({ name: 'Story 0', actions: [webhook('Own')] }) }] },
      ];
      await using rig = await worldOf({
        stories: round(0),
        switches: pick(roll),
        tenants: { contoso: tenantWith({}, { tags: ['soc'], teams }) },
      });
      for (let time = 0; time < 3; time += 1) {
        const { calls } = await foretell(rig);
        const asked = await pushed(rig, roll(2) === 0 ? slowClock() : impatientClock);
        expect(asked).toBeLessThanOrEqual(calls);
        await rig.later();
        for (const { id, team_id } of (await rig.tenant('contoso')).stories) {
          if (team_id === 42 && roll(3) === 0)
            await rig.edit('contoso', id, { settings: { disabled: true, folder_id: 5 } });
        }
        for (const [key, story] of Object.entries(round(time + 1))) rig.write(`stories/${key}.json`, story);
        rig.commit(`round ${time + 1}`);
        await rig.later();
      }
    },
  );
});

describe('a sync', () => {
  it('says before its first write what it takes at most, and a plan says the same', async () => {
    await using rig = await worldOf({ stories: { plain: PLAIN } });
    const line = 'Forecast: at most 5 calls and 1 minute to push';
    const plan = await rig.run('plan');
    expect(plan.out).toContain(
      `Plan: 1 to create, 0 to update, 0 unchanged, 0 skipped, 0 blocked (1 destination)\n${line}\n`,
    );
    expect((await rig.run('plan', '--format', 'markdown')).out).toContain(`\n${line}.\n`);
    const { digest, forecast } = (await rig.runJson('plan', '--rate', '1')).json;
    expect(forecast).toMatchObject({ calls: 5, minutes: 5, tenants: 1, uncounted: 0 });
    expect((await rig.runJson('plan')).json.digest).toBe(digest);
    const run = await rig.run('sync');
    expect(run.err.indexOf(`${line}.\n`)).toBeGreaterThan(-1);
    expect(run.err.indexOf(`${line}.\n`)).toBeLessThan(run.err.indexOf('Pushing'));
    expect((await rig.run('sync', '--quiet')).err).toBe('');
    expect((await rig.run('sync')).err).not.toContain('Forecast');
    expect((await rig.run('plan')).out).not.toContain('Forecast');
  });

  it('whose time cannot hold all of it says so before its first write, and begins with who is behind for longest', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const tenants = Object.fromEntries(names.map((name) => [name, tenantWith({}, { tags: ['soc'] })]));
    const all = Object.fromEntries(names.map((name) => [name, { stories: ['plain'] }]));
    await using rig = await worldOf({ stories: { plain: PLAIN }, tenants, destinations: all });
    await syncNow(rig, '--destination', 'a', 'b', 'd');
    publish(rig, 'plain', { ...PLAIN, description: 'new' });
    // Since now c has nothing, d waits, and a and b were in sync until this change.
    await rig.fault({ tenant: 'd', method: 'POST', always: true, fault: { kind: 'error', status: 422 } });
    await syncNow(rig, '--destination', 'd');
    await rig.control('DELETE', 'faults');
    await rig.takeWrites();
    const run = await rig.run('sync', '--concurrency', '1', '--time-budget', '0.9');
    const said =
      'The time budget leaves less than a minute: who is behind for longest goes first, and what does not fit is reported as not reached.\n';
    expect(run.err.indexOf(said)).toBeGreaterThan(-1);
    expect(run.err.indexOf(said)).toBeLessThan(run.err.indexOf('Pushing'));
    const order = (await rig.log()).filter(({ method }) => method === 'POST').map(({ tenant }) => tenant);
    expect(order.slice(-4)).toEqual(['c', 'd', 'a', 'b']);
    expect(run.code).toBe(0);
  });

  it('whose time holds all of it goes by name, and says nothing of its time', async () => {
    await using rig = await worldOf({ stories: { plain: PLAIN } });
    expect((await rig.run('sync', '--time-budget', '60')).err).not.toContain('The time budget leaves');
  });
});
