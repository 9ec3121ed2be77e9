import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { syncNow } from '../support/outcomes.ts';
import type { LiveStory, Rig } from '../support/rig.ts';
import { giveStateKey } from '../support/state-branch.ts';
import { guidOf, storyExport, webhook, withOption } from '../support/stories.ts';
import { expectNothingDoubled, expectSilent, keeping, SHARED, TRIAGE, triageWorld } from '../support/triage-world.ts';
import { publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

type Write = {
  readonly write: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly prepare: (rig: Rig) => Promise<void>;
};

const nothing = async (): Promise<void> => {};
const synced = async (rig: Rig): Promise<void> => void (await syncNow(rig));

/** Every write of a push, and what must have happened before so that it is made. */
const WRITES: readonly Write[] = [
  { write: 'the first import', method: 'POST', path: '^/stories/import$', prepare: nothing },
  { write: 'the record type', method: 'POST', path: '^/record_types$', prepare: nothing },
  { write: 'the tags', method: 'PUT', path: '^/stories/[0-9]+$', prepare: nothing },
  {
    write: 'the replacing import',
    method: 'POST',
    path: '^/stories/import$',
    prepare: async (rig) => {
      await synced(rig);
      publish(rig, 'triage', keeping('https://chat.example/v2/'));
    },
  },
  {
    write: 'the new field',
    method: 'PUT',
    path: '^/record_types/',
    prepare: async (rig) => {
      await synced(rig);
      publish(rig, 'triage', keeping('https://chat.example/', ['source', 'TEXT']));
    },
  },
  {
    write: 'the saved version',
    method: 'POST',
    path: '/versions$',
    prepare: (rig) => editEverywhere(rig, { set: { path: ['agents', 'Tell', 'options', 'method'], value: 'post' } }),
  },
  {
    write: 'the new name',
    method: 'PUT',
    path: '^/stories/[0-9]+$',
    prepare: (rig) => editEverywhere(rig, { rename: 'Triage of ours' }),
  },
];
/** Answers that do not tell, to writes that happened and to writes that did not; all the statuses stand in the client's own tests. */
const LOST: readonly { readonly kind: string; readonly status?: number }[] = [
  { kind: 'commit_then_reset' },
  { kind: 'commit_then_timeout' },
  { kind: 'reset' },
  { kind: 'commit_then_error', status: 409 },
  { kind: 'error', status: 409 },
  { kind: 'commit_then_html', status: 403 },
  { kind: 'html', status: 403 },
  { kind: 'html', status: 200 },
  { kind: 'truncated_json' },
];
/** A tenant for each, so that one sync meets them all; called as what happens there. */
const TENANTS = LOST.map((fault) => ({ name: Object.values(fault).join('-').replaceAll('_', '-'), fault }));
const NAMES = TENANTS.map(({ name }) => name);

async function lossyWorld(): Promise<Rig> {
  const rig = await worldOf({
    stories: { triage: TRIAGE },
    tenants: Object.fromEntries(NAMES.map((name) => [name, tenantWith(SHARED)])),
    destinations: Object.fromEntries(NAMES.map((name) => [name, { stories: ['triage'] }])),
  });
  rig.patienceMs = 1_000;
  return rig;
}

async function editEverywhere(rig: Rig, edit: JsonObject): Promise<void> {
  await synced(rig);
  for (const name of NAMES) await rig.edit(name, (await rig.story(name, 'Triage')).id, edit);
}

/** The same of every tenant, so that one that differs is named. */
function everywhere<T>(value: T): { readonly [name: string]: T } {
  return Object.fromEntries(NAMES.map((name) => [name, value]));
}

async function loseOnce(rig: Rig, method: string, path: string): Promise<void> {
  for (const { name, fault } of TENANTS) await rig.fault({ tenant: name, method, path, fault });
}

/** How often each was met; the emulator lists them as they were given. */
async function hits(rig: Rig): Promise<{ readonly [name: string]: number | undefined }> {
  const { faults } = (await rig.control('GET', 'faults')) as { faults: readonly { hits: number }[] };
  return Object.fromEntries(NAMES.map((name, index) => [name, faults[index]?.hits]));
}

describe('a lost answer', () => {
  it.concurrent.each(WRITES)(
    `to $write leaves exactly one of everything, however it is lost: ${NAMES.join(', ')}`,
    async ({ method, path, prepare }) => {
      await using rig = await lossyWorld();
      await prepare(rig);
      await loseOnce(rig, method, path);
      const run = await syncNow(rig);
      const done = expect.stringMatching(/^synced (created|updated)$/);
      expect(run.told).toEqual(Object.fromEntries(NAMES.map((name) => [`${name}/triage`, done])));
      for (const name of NAMES) {
        const tenant = await rig.tenant(name);
        expectNothingDoubled(tenant);
        expect(tenant.versions.length, name).toBeLessThanOrEqual(1);
        expect(tenant.stories[0]?.tags, name).toEqual(['ir']);
      }
      expect(await hits(rig)).toEqual(everywhere(1));
      await expectSilent(rig);
    },
  );

  it(`to a delete leaves nothing behind, and nothing else goes, however it is lost: ${NAMES.join(', ')}`, async () => {
    await using rig = await lossyWorld();
    await editEverywhere(rig, { duplicate: { name: 'Own' } });
    const none = Object.fromEntries(NAMES.map((name) => [name, { stories: [] }]));
    subscribe(rig, { stories: { triage: TRIAGE }, destinations: none });
    rig.commit('take it off');
    await loseOnce(rig, 'DELETE', '^/stories/');
    const { code } = await rig.run('sync', '--prune', String(NAMES.length));
    expect(code).toBe(0);
    expect(await hits(rig)).toEqual(everywhere(1));
    const left = await Promise.all(
      NAMES.map(async (name) => [name, (await rig.tenant(name)).stories.map((story) => story.name)]),
    );
    expect(Object.fromEntries(left)).toEqual(everywhere(['Own']));
  });

  it('is looked up by content where the tenant writes a stamp of its own', async () => {
    await using rig = await triageWorld();
    // Only signed state may remember under which stamp the tenant keeps ours.
    giveStateKey(rig);
    await rig.switches({ import_stamp: 'own' });
    await rig.fault({ method: 'POST', path: '^/stories/import$', fault: { kind: 'commit_then_reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it.concurrent.each([
    { kind: 'error', status: 409 },
    { kind: 'error', status: 408 },
    { kind: 'html', status: 403 },
  ])('that never tells ($kind $status) is called neither refused nor done', async (fault) => {
    await using rig = await triageWorld();
    await rig.fault({ method: 'POST', path: '^/stories/import$', always: true, fault });
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'failed unreachable' });
    expect(run.outcomes['contoso/triage']?.error_message).toMatch(
      /the import did not arrive: POST \/stories\/import: HTTP \d+ \(.*does not say/,
    );
    expect((await rig.tenant('contoso')).stories).toEqual([]);
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
  });

  it.concurrent.each(['duplicate', 'suffix'])(
    'to an import that a gateway sent twice leaves the first of two stories, which the next run finishes (%s)',
    async (import_name_collision) => {
      await using rig = await triageWorld();
      await rig.switches({ import_name_collision });
      await rig.fault({ method: 'POST', path: '^/stories/import$', fault: { kind: 'carried_out_twice' } });
      const run = await syncNow(rig);
      // Nobody sets the tags of the other one.
      expect(run.told).toEqual({ 'contoso/triage': 'requires_sync plan_stale' });
      const [first, ...others] = (await rig.tenant('contoso')).stories;
      expect(others).toEqual([]);
      expect((await rig.takeWrites()).map(({ method }) => method)).toContain('DELETE');
      expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^synced/);
      expect((await rig.story('contoso', 'Triage')).id).toBe(first?.id);
      await expectSilent(rig);
    },
  );

  it.concurrent('to an import that a gateway sent twice is told with both stories where no copy can be kept', async () => {
    await using rig = await triageWorld();
    await rig.fault({ method: 'POST', path: '^/stories/import$', fault: { kind: 'carried_out_twice' } });
    const run = await syncNow(rig, '--no-state');
    expect(run.told).toEqual({ 'contoso/triage': 'failed ambiguous_name' });
    const ids = (await rig.tenant('contoso')).stories.map(({ id }) => id).sort((a, b) => a - b);
    expect(ids).toHaveLength(2);
    expect(run.outcomes['contoso/triage']?.error_message).toContain(`stories ${ids.join(' and ')} were created there`);
    expect(run.outcomes['contoso/triage']?.error_message).toContain('no copy of it was kept');
    expect(run.outcomes['contoso/triage']?.hint).toContain(`delete all but story ${ids[0]}`);
    // Nobody but the tenant can tell which of two of one name is meant; no third one is made.
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed ambiguous_name' });
    await rig.edit('contoso', ids[1] ?? 0, { delete: true });
    expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^synced/);
    await expectSilent(rig);
  });

  it('three times in a row fails, doubles nothing, and the next run repairs it', async () => {
    await using rig = await triageWorld();
    await rig.fault({ method: 'POST', path: '^/stories/import$', times: 3, fault: { kind: 'reset' } });
    const run = await syncNow(rig);
    expect(run.told).toEqual({ 'contoso/triage': 'failed unreachable' });
    expect(run.outcomes['contoso/triage']?.error_message).toContain('the import did not arrive');
    expect(run.outcomes['contoso/triage']?.hint).toContain('run the same command again');
    expect((await rig.tenant('contoso')).stories).toEqual([]);
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced created' });
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it('that cannot be looked up fails, and the next run finds the story by its stamp', async () => {
    await using rig = await triageWorld();
    await rig.fault({ method: 'POST', path: '^/stories/import$', fault: { kind: 'commit_then_reset' } });
    await rig.fault({ method: 'GET', path: '^/stories$', skip: 2, always: true, fault: { kind: 'reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreachable' });
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^synced/);
    expectNothingDoubled(await rig.tenant('contoso'));
    await expectSilent(rig);
  });

  it('in the moment when ours bears a name of its own leaves that to the next run, and the neighbour untouched', async () => {
    const neighbour = storyExport({ name: 'Triage', guid: guidOf('neighbour'), actions: [webhook('Own')] });
    const teams = [
      { id: 8, name: 'Neighbour', stories: [{ content: neighbour }] },
      { id: 42, name: 'SOC', ...SHARED },
    ];
    const contoso = tenantWith({}, { teams });
    await using rig = await worldOf({
      stories: { triage: TRIAGE },
      tenants: { contoso },
      switches: { import_name_scope: 'tenant' },
    });
    const inTeam = async (team: number): Promise<readonly LiveStory[]> =>
      (await rig.tenant('contoso')).stories.filter(({ team_id }) => team_id === team);
    const before = await inTeam(8);
    await synced(rig);
    const [created] = await inTeam(42);
    publish(rig, 'triage', keeping('https://chat.example/v2/'));
    await rig.fault({ method: 'POST', path: '^/stories/import$', times: 3, fault: { kind: 'reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreachable' });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'synced updated' });
    expect((await inTeam(42)).map(({ id, name }) => [id, name])).toEqual([[created?.id, 'Triage']]);
    expect(await inTeam(8)).toEqual(before);
    await expectSilent(rig);
  });

  it('to a change under way is not taken for an edit of somebody else', async () => {
    await using rig = await triageWorld();
    await synced(rig);
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    await rig.fault({ method: 'POST', path: '^/stories/import$', times: 3, fault: { kind: 'commit_then_reset' } });
    await rig.fault({ method: 'GET', path: '/export$', skip: 1, always: true, fault: { kind: 'reset' } });
    expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreachable' });
    await rig.control('DELETE', 'faults');
    expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^synced/);
    await expectSilent(rig);
  });
});
