import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Action, Story } from '../../src/model/story.ts';
import type { Answer, Tenant } from '../../src/tenant/port.ts';
import { failed, value } from '../support/answers.ts';

/** What every adapter of the port must do. Each starts with this world: two teams and, in the first, these things. */
export const CONTRACT_WORLD = {
  credential: 'virustotal',
  resource: 'soc_settings',
  /** A story under change control, with no actions. */
  protectedStory: 'Protected',
} as const;

export type ContractTenant = {
  readonly tenant: Tenant;
  /** Where it is reached: sync destinations of the same tenant name it. */
  readonly tenantUrl: string;
  readonly teamId: number;
  readonly otherTeamId: number;
  /** Lets time pass at the tenant. */
  later(): Promise<unknown>;
  close(): Promise<void>;
};

const STAMP = `cloud:${'a'.repeat(32)}:${'b'.repeat(32)}`;

/** A small export with one plain action, for adapters to seed with and for the cases below. */
export function contractStory(name: string, url = 'https://example.com/one', more: readonly Action[] = []): Story {
  const fetch = {
    type: 'Agents::HTTPRequestAgent',
    name: 'Fetch',
    guid: 'c'.repeat(32),
    disabled: false,
    options: { url, method: 'get' },
  };
  return {
    schema_version: 28,
    name,
    description: null,
    guid: 'b'.repeat(32),
    slug: name.toLowerCase(),
    agents: [fetch, ...more],
    links: [],
    diagram_notes: [],
    diagram_layout: JSON.stringify({ [fetch.guid]: [0, 0] }),
    tags: [],
    send_to_stories: [],
    origin_story_identifier: STAMP,
  };
}

function recordAction(typeName: string): Action {
  const field = { id: 1, name: 'Title', description: null, result_type: 'TEXT', fixed_values: [] };
  return {
    type: 'Agents::RecordAgent',
    name: 'Save',
    guid: 'd'.repeat(32),
    disabled: false,
    options: { mode: 'create', record_result_mode: '', record_type_id: '', record_writers: '' },
    record_type: { id: 2, name: typeName, editable: false, record_fields: [field] },
    record_writers: [{ formula: '<<fetch.body>>', include_in_update: false, record_field: field }],
  };
}

/** Runs the contract against one adapter; every case gets a world of its own. */
export function describeTenant(name: string, start: () => Promise<ContractTenant>): void {
  describe(`${name} as a tenant`, () => {
    let world: ContractTenant;
    let tenant: Tenant;
    let teamId: number;
    beforeEach(async () => {
      world = await start();
      ({ tenant, teamId } = world);
    });
    afterEach(() => world.close());

    const create = (story: Story, team = teamId) =>
      value(tenant.importStory({ teamId: team, mode: 'new', name: story.name, data: story }));
    const replace = (story: Story, team = teamId) =>
      value(tenant.importStory({ teamId: team, mode: 'versionReplace', name: story.name, data: story }));
    const urlOf = async (id: number) => (await value(tenant.exportStory(id))).agents[0]?.options.url;

    describe('teams', () => {
      it('are told by their number where the key sees them, and are not found elsewhere', async () => {
        expect(await value(tenant.getTeam(teamId))).toMatchObject({ id: teamId });
        expect(await failed(tenant.getTeam(987_654))).toMatchObject({ kind: 'not_found', effect: 'none' });
      });
    });

    describe('stories', () => {
      it('lists what was imported, in its own team only', async () => {
        const mine = await create(contractStory('Mine'));
        const theirs = await create(contractStory('Theirs'), world.otherTeamId);
        const names = (await value(tenant.listStories(teamId))).map((story) => story.name);
        expect(names.toSorted()).toEqual(['Mine', CONTRACT_WORLD.protectedStory]);
        const visible = (await value(tenant.listVisibleStories())).map((story) => story.id);
        expect(visible).toContain(mine.id);
        expect(visible).toContain(theirs.id);
      });

      it('answers an import with the story that the listing shows', async () => {
        const mine = await create(contractStory('Mine'));
        expect(mine).toMatchObject({ name: 'Mine', teamId, tags: [], changeControl: false, locked: false });
        expect(await value(tenant.getStory(mine.id))).toEqual(mine);
        expect(await value(tenant.listStories(teamId))).toContainEqual(mine);
      });

      it('finds stories of exactly a name in every team', async () => {
        const mine = await create(contractStory('Triage'));
        const theirs = await create(contractStory('Triage'), world.otherTeamId);
        await create(contractStory('Triage mail'));
        const found = (await value(tenant.findStoriesNamed('Triage'))).map((story) => story.id);
        expect(new Set(found)).toEqual(new Set([mine.id, theirs.id]));
        expect(await value(tenant.findStoriesNamed('Nothing of this name'))).toEqual([]);
      });

      it('creates another story each time the mode is new', async () => {
        const first = await create(contractStory('Mine'));
        const second = await create(contractStory('Mine'));
        expect(second.id).not.toBe(first.id);
      });

      it('replaces the content of the same-named story of the team, and keeps its id', async () => {
        const mine = await create(contractStory('Mine'));
        const theirs = await create(contractStory('Mine'), world.otherTeamId);
        await world.later();
        const replaced = await replace(contractStory('Mine', 'https://example.com/two'));
        expect(replaced.id).toBe(mine.id);
        expect(replaced.editedAt).not.toBe(mine.editedAt);
        expect(await urlOf(mine.id)).toBe('https://example.com/two');
        expect(await urlOf(theirs.id)).toBe('https://example.com/one');
      });

      it('exports what was imported, with the lineage stamp as sent', async () => {
        const mine = await create(contractStory('Mine'));
        const exported = await value(tenant.exportStory(mine.id));
        expect(exported.name).toBe('Mine');
        expect(exported.origin_story_identifier).toBe(STAMP);
        expect(exported.agents.map((action) => [action.type, action.name])).toEqual([
          ['Agents::HTTPRequestAgent', 'Fetch'],
        ]);
      });

      it('does not count reading as an edit', async () => {
        const mine = await create(contractStory('Mine'));
        await value(tenant.exportStory(mine.id));
        expect((await value(tenant.getStory(mine.id))).editedAt).toBe(mine.editedAt);
      });

      it('updates names, tags and settings', async () => {
        const mine = await create(contractStory('Mine'));
        await value(tenant.updateStory(mine.id, { name: 'Ours', addTags: ['soc', 'ir'], priority: true }));
        await value(tenant.updateStory(mine.id, { removeTags: ['ir'], disabled: true }));
        const found = await value(tenant.getStory(mine.id));
        expect(found).toMatchObject({ name: 'Ours', tags: ['soc'], priority: true, disabled: true });
        expect((await value(tenant.exportStory(mine.id))).name).toBe('Ours');
      });

      it('refuses to replace a locked story, without an effect', async () => {
        const mine = await create(contractStory('Mine'));
        await value(tenant.updateStory(mine.id, { locked: true }));
        const data = contractStory('Mine', 'https://example.com/two');
        const found = await failed(tenant.importStory({ teamId, mode: 'versionReplace', name: 'Mine', data }));
        expect(found).toMatchObject({ kind: 'rejected', effect: 'none' });
        expect(await urlOf(mine.id)).toBe('https://example.com/one');
      });

      it('leaves a story under change control as it is', async () => {
        const [guarded] = await value(tenant.findStoriesNamed(CONTRACT_WORLD.protectedStory));
        if (guarded === undefined) throw new Error('the world lacks its protected story');
        expect(guarded.changeControl).toBe(true);
        const data = contractStory(guarded.name, 'https://example.com/two');
        await tenant.importStory({ teamId, mode: 'versionReplace', name: guarded.name, data });
        expect((await value(tenant.exportStory(guarded.id))).agents).toEqual([]);
        expect((await value(tenant.getStory(guarded.id))).editedAt).toBe(guarded.editedAt);
      });

      it('does not find an unknown story', async () => {
        const answers: readonly Answer<unknown>[] = [
          tenant.getStory(999_999),
          tenant.exportStory(999_999),
          tenant.updateStory(999_999, { disabled: true }),
          tenant.listVersionNames(999_999),
          tenant.saveVersion(999_999, 'before'),
          tenant.deleteStory(999_999),
        ];
        for (const answer of answers) expect(await failed(answer)).toMatchObject({ kind: 'not_found', effect: 'none' });
      });

      it('refuses an import that still holds a placeholder, without an effect', async () => {
        const data = contractStory('Mine', 'storysync:destination-owned');
        const found = await failed(tenant.importStory({ teamId, mode: 'new', name: 'Mine', data }));
        expect(found).toMatchObject({ kind: 'rejected', effect: 'none' });
        expect(await value(tenant.findStoriesNamed('Mine'))).toEqual([]);
      });

      it('refuses an import into a team that does not exist, without an effect', async () => {
        const data = contractStory('Mine');
        const found = await failed(tenant.importStory({ teamId: 999_999, mode: 'new', name: 'Mine', data }));
        expect(found.effect).toBe('none');
        expect(await value(tenant.findStoriesNamed('Mine'))).toEqual([]);
      });

      it('deletes a story for every reader, leaves its neighbours and its record types, and does not find it again', async () => {
        await value(tenant.createRecordType(teamId, 'Alert', [{ name: 'Title', resultType: 'TEXT', fixedValues: [] }]));
        const mine = await create(contractStory('Mine', undefined, [recordAction('Alert')]));
        const twin = await create(contractStory('Mine'));
        expect(await value(tenant.deleteStory(mine.id))).toBeNull();
        expect((await value(tenant.findStoriesNamed('Mine'))).map(({ id }) => id)).toEqual([twin.id]);
        expect((await value(tenant.listStories(teamId))).map(({ id }) => id)).not.toContain(mine.id);
        expect((await value(tenant.listRecordTypes(teamId))).map(({ name }) => name)).toEqual(['Alert']);
        for (const answer of [tenant.getStory(mine.id), tenant.deleteStory(mine.id)]) {
          expect(await failed(answer)).toMatchObject({ kind: 'not_found', effect: 'none' });
        }
      });

      it('refuses to delete a locked story, without an effect', async () => {
        const mine = await create(contractStory('Mine'));
        await value(tenant.updateStory(mine.id, { locked: true }));
        expect(await failed(tenant.deleteStory(mine.id))).toMatchObject({ kind: 'rejected', effect: 'none' });
        expect((await value(tenant.getStory(mine.id))).locked).toBe(true);
      });

      it('keeps saved versions by name', async () => {
        const mine = await create(contractStory('Mine'));
        await value(tenant.saveVersion(mine.id, 'before storysync'));
        expect(await value(tenant.listVersionNames(mine.id))).toContain('before storysync');
      });
    });

    describe('record types', () => {
      const title = { name: 'Title', resultType: 'TEXT', fixedValues: [] };
      const level = { name: 'Level', resultType: 'TEXT_ENUM', fixedValues: ['low'] };

      it('lists what was created, default fields apart', async () => {
        const created = await value(tenant.createRecordType(teamId, 'Alert', [title, level]));
        expect(created.fields).toMatchObject([title, level]);
        expect(created.defaultFields.map((field) => field.name)).toContain('Story name');
        expect(await value(tenant.listRecordTypes(teamId))).toEqual([created]);
        expect(await value(tenant.listRecordTypes(world.otherTeamId))).toEqual([]);
      });

      it('adds fields and enum values, and keeps what is not named', async () => {
        const created = await value(tenant.createRecordType(teamId, 'Alert', [title, level]));
        const before = created.fields[1];
        if (before === undefined) throw new Error('no second field');
        const count = { name: 'Count', resultType: 'NUMBER', fixedValues: [] };
        await value(tenant.updateRecordType(created.id, [{ ...before, fixedValues: ['low', 'high'] }, count]));
        const [now] = await value(tenant.listRecordTypes(teamId));
        expect(now?.fields.map((field) => field.name).toSorted()).toEqual(['Count', 'Level', 'Title']);
        expect(now?.fields).toContainEqual({ ...before, fixedValues: ['low', 'high'] });
        expect(now?.fields).toContainEqual(created.fields[0]);
      });

      it('refuses to change the kind of a field, without an effect', async () => {
        const created = await value(tenant.createRecordType(teamId, 'Alert', [title]));
        const [field] = created.fields;
        if (field === undefined) throw new Error('no field');
        const found = await failed(tenant.updateRecordType(created.id, [{ ...field, resultType: 'NUMBER' }]));
        expect(found).toMatchObject({ kind: 'rejected', effect: 'none' });
        expect(await value(tenant.listRecordTypes(teamId))).toEqual([created]);
      });

      it('are bound by name when a story is imported', async () => {
        const created = await value(tenant.createRecordType(teamId, 'Alert', [title]));
        const mine = await create(contractStory('Mine', undefined, [recordAction('Alert')]));
        const saved = (await value(tenant.exportStory(mine.id))).agents[1];
        expect(saved?.record_type).toMatchObject({ id: created.id, name: 'Alert' });
        expect(await value(tenant.listRecordTypes(teamId))).toEqual([created]);
      });
    });

    describe('sync destinations', () => {
      /** To the other team of the same tenant, by hand only. */
      const wanted = (storyIds: readonly number[] = []) => ({
        tenantUrl: world.tenantUrl,
        teamId: world.otherTeamId,
        originTeamId: teamId,
        storyIds,
        manualSyncOnly: true,
        key: null,
      });
      const guarded = async (): Promise<number> => {
        const [story] = await value(tenant.findStoriesNamed(CONTRACT_WORLD.protectedStory));
        if (story === undefined) throw new Error('the world lacks its protected story');
        return story.id;
      };
      const subscription = async (id: number) => (await value(tenant.getSyncDestination(id))).subscriptions[0];

      it('are listed as they were made, with their stories and without a key', async () => {
        const story = await guarded();
        expect(await value(tenant.listSyncDestinations())).toEqual([]);
        const made = await value(tenant.createSyncDestination(wanted([story])));
        const { key: _key, storyIds: _ids, ...told } = wanted();
        const name = CONTRACT_WORLD.protectedStory;
        expect(made).toEqual({
          ...told,
          id: made.id,
          subscriptions: [{ storyId: story, storyName: name, status: 'requires_sync', errorMessage: null }],
        });
        expect(await value(tenant.listSyncDestinations())).toEqual([made]);
        expect(await value(tenant.getSyncDestination(made.id))).toEqual(made);
      });

      it('keep what an update leaves out, and lose every story to an empty list', async () => {
        const story = await guarded();
        const { id } = await value(tenant.createSyncDestination(wanted([story])));
        const flagged = await value(tenant.updateSyncDestination(id, { manualSyncOnly: false }));
        expect([flagged.manualSyncOnly, flagged.subscriptions.length]).toEqual([false, 1]);
        const emptied = await value(tenant.updateSyncDestination(id, { storyIds: [] }));
        expect([emptied.manualSyncOnly, emptied.subscriptions]).toEqual([false, []]);
        expect(await value(tenant.listSyncDestinations())).toEqual([emptied]);
      });

      it('show that a story is synced once its sync was begun and time has passed', async () => {
        const story = await guarded();
        const { id } = await value(tenant.createSyncDestination(wanted([story])));
        expect(await value(tenant.syncStory(id, story))).toBeNull();
        await world.later();
        expect(await subscription(id)).toMatchObject({ storyId: story, status: 'synced', errorMessage: null });
      });

      it('are made once for a tenant and team, and refused without an effect for what cannot be', async () => {
        const story = await guarded();
        const open = await create(contractStory('Mine'));
        const { id } = await value(tenant.createSyncDestination(wanted([story])));
        const refused = [
          tenant.createSyncDestination(wanted([story])),
          tenant.createSyncDestination({ ...wanted(), originTeamId: 999_999 }),
          tenant.updateSyncDestination(id, { storyIds: [story, 999_999] }),
          tenant.updateSyncDestination(id, { storyIds: [open.id] }),
        ];
        for (const answer of refused) expect(await failed(answer)).toMatchObject({ kind: 'rejected', effect: 'none' });
        expect((await value(tenant.listSyncDestinations())).map((one) => one.subscriptions.length)).toEqual([1]);
      });

      it('are gone once they are deleted, and unknown ones are not found', async () => {
        const { id } = await value(tenant.createSyncDestination(wanted()));
        expect(await value(tenant.deleteSyncDestination(id, { keepStories: true }))).toBeNull();
        expect(await value(tenant.listSyncDestinations())).toEqual([]);
        const answers = [
          tenant.getSyncDestination(id),
          tenant.updateSyncDestination(id, { manualSyncOnly: true }),
          tenant.deleteSyncDestination(id, { keepStories: true }),
          tenant.syncStory(id, await guarded()),
        ];
        for (const answer of answers) expect(await failed(answer)).toMatchObject({ kind: 'not_found', effect: 'none' });
      });
    });

    it('names credentials and resources, and nothing of their values', async () => {
      const credentials = await value(tenant.listCredentials(teamId));
      expect(credentials).toMatchObject([{ slug: CONTRACT_WORLD.credential, teamId, access: 'team' }]);
      const resources = await value(tenant.listResources(teamId));
      expect(resources).toMatchObject([{ slug: CONTRACT_WORLD.resource, teamId, access: 'team' }]);
      const visible = [await value(tenant.listVisibleCredentials()), await value(tenant.listVisibleResources())];
      expect(visible).toMatchObject([[{ slug: CONTRACT_WORLD.credential }], [{ slug: CONTRACT_WORLD.resource }]]);
      for (const object of [...credentials, ...resources, ...visible.flat()]) {
        expect(Object.keys(object).toSorted()).toEqual(['access', 'id', 'name', 'slug', 'teamId']);
      }
    });
  });
}
