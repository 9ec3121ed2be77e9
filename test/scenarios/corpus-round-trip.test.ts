import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import type { Action, Story } from '../../src/model/story.ts';
import { findLiterals } from '../../src/secret-scan/find-literals.ts';
import { findQuotedAddresses } from '../../src/secret-scan/find-quoted-addresses.ts';
import { ingressValues } from '../../src/story/addresses/carry-addresses.ts';
import { neutralise } from '../../src/story/addresses/neutralise.ts';
import { compareStories } from '../../src/story/compare/compare.ts';
import { parseStory, readStory } from '../../src/story/read.ts';
import { told } from '../support/documents.ts';
import { ALL_EXPORTS, OWN_EXPORTS } from '../support/exports.ts';
import { type LiveStory, Rig } from '../support/rig.ts';
import { keyReference } from '../support/world-of.ts';

const files = [...ALL_EXPORTS.keys()];

type Entry = {
  readonly key: string;
  readonly id: number;
  readonly story: Story;
  readonly team: number;
  readonly tenants: ReadonlySet<string>;
};

/** A tenant for each way in which an import may treat the guids of actions. */
const TENANTS = { keep: 'keep', new_on_create: 'new-on-create', always_new: 'always-new' };
const NAMES = Object.values(TENANTS);
/** Our own exports go to each of them, one for each generation of the format; a public one goes to one of them, in turn, unless all is asked for. */
const GOES_EVERYWHERE = process.env.STORYSYNC_CORPUS_WHOLE === undefined ? OWN_EXPORTS : ALL_EXPORTS;

/** Names repeat, since several versions of a story are there: each of a name goes to another team. */
function readCorpus(): readonly Entry[] {
  const seen = new Map<string, number>();
  return [...ALL_EXPORTS].map(([file, path], index) => {
    const { story } = readStory(readFileSync(path), file);
    if (story === undefined) throw new Error(`${file} does not read`);
    const copies = seen.get(story.name) ?? 0;
    seen.set(story.name, copies + 1);
    const tenants = new Set(GOES_EVERYWHERE.has(file) ? NAMES : [NAMES[index % NAMES.length] ?? '']);
    return { key: `s${index}`, id: 5001 + index, story, team: 100 + copies, tenants };
  });
}

async function corpusWorld(entries: readonly Entry[]): Promise<Rig> {
  const teams = [...Map.groupBy(entries, ({ team }) => team)];
  const stories = entries.map(({ id, story }) => ({ id, content: story, change_control: true, keep_ingress: true }));
  const rig = await Rig.start({
    tenants: {
      acme: { keys: [{ key: 'acme-key', kind: 'tenant_owner' }], teams: [{ id: 7, stories }] },
      ...Object.fromEntries(
        Object.entries(TENANTS).map(([guids, tenant]) => [
          tenant,
          {
            keys: [{ key: `${tenant}-key`, kind: 'tenant_owner' as const }],
            switches: { import_action_guids: guids } as NonNullable<EmulatorConfig['switches']>,
            teams: teams.map(([id]) => ({ id, name: `team-${id}` })),
          },
        ]),
      ),
    },
  });
  const catalogue = await Promise.all(
    entries.map(async ({ key, id, story }): Promise<[string, JsonObject]> => {
      const literals = await findLiterals(neutralise(story));
      const allowed = Object.fromEntries(literals.map(({ path }) => [path, 'public already']));
      return [key, literals.length === 0 ? { id } : { id, allow_literals: allowed }];
    }),
  );
  rig.write('sync.yaml', {
    version: 1,
    origin: { tenant_url: `${rig.url}/acme`, team_id: 7, api_key: keyReference('acme') },
    stories: Object.fromEntries(catalogue),
    defaults: { prerequisites: 'warn' },
    destinations: Object.fromEntries(
      NAMES.flatMap((tenant) =>
        teams.map(([id, here]) => [
          `${tenant}-${id}`,
          {
            destination_tenant_url: `${rig.url}/${tenant}`,
            destination_tenant_api_key: keyReference(tenant),
            destination_team_id: id,
            stories: here.filter(({ tenants }) => tenants.has(tenant)).map(({ key }) => key),
          },
        ]),
      ),
    ),
  });
  return rig;
}

async function exportOf(rig: Rig, tenant: string, id: number): Promise<Story> {
  const key = rig.environment[`${tenant.toUpperCase().replaceAll('-', '_')}_KEY`] ?? '';
  const response = await fetch(`${rig.url}/${tenant}/api/v1/stories/${id}/export`, {
    headers: { authorization: `Bearer ${key}` },
  });
  const story = parseStory((await response.json()) as JsonValue);
  if (story === undefined) throw new Error(`story ${id} of ${tenant} has no readable export`);
  return story;
}

const placesOf = (live: Story, wanted: Story) => compareStories(live, wanted).map(({ path }) => path);

// Contents of the corpus must not reach any log: places and counts only, never stories.
describe('every export', () => {
  const corpus = readCorpus();

  it(`goes from the origin through git to destinations, all ends are equal and a second run is silent, with guids: ${Object.keys(TENANTS).join(', ')}`, async () => {
    await using rig = await corpusWorld(corpus);
    const pairs = corpus.reduce((sum, { tenants }) => sum + tenants.size, 0);

    const exported = await rig.runJson('export');
    expect(exported.json.findings).toEqual([]);
    expect(exported.json.files).toHaveLength(files.length);
    rig.commit('exported');
    const plan = await rig.runJson('plan');
    expect(plan.json.totals).toMatchObject({ create: pairs, blocked: 0 });
    const synced = Object.values(told((await rig.runJson('sync')).json));
    expect([synced.length, new Set(synced)]).toEqual([pairs, new Set(['synced created new'])]);

    const live = new Map<string, readonly LiveStory[]>();
    for (const tenant of NAMES) live.set(tenant, (await rig.tenant(tenant)).stories);
    for (const [index, { id, story, team, tenants }] of corpus.entries()) {
      const origin = await exportOf(rig, 'acme', id);
      for (const tenant of tenants) {
        const there = live.get(tenant)?.find(({ name, team_id }) => name === story.name && team_id === team);
        const destination = await exportOf(rig, tenant, there?.id ?? 0);
        expect([tenant, files[index], placesOf(destination, origin), placesOf(origin, destination)]).toEqual([
          tenant,
          files[index],
          [],
          [],
        ]);
      }
    }
    expect((await rig.run('export', '--check')).code).toBe(0);

    const again = Object.values(told((await rig.runJson('sync', '--refresh')).json));
    expect([again.length, new Set(again)]).toEqual([pairs, new Set(['synced unchanged -'])]);
    // Another push of the same content converges as well.
    const forced = await rig.runJson('sync', '--force', '--destination', `${TENANTS.always_new}-*`);
    expect(new Set(Object.values(told(forced.json)))).toEqual(new Set(['synced updated forced']));
  });

  it('stops for no address of its own, and for each one that is quoted where no placeholder can stand', () => {
    let quoting = 0;
    for (const { story } of corpus) {
      expect(findQuotedAddresses(story)).toEqual([]);
      const values = [...ingressValues(story).values()].flatMap((address) => Object.values(address).map(String));
      // People wrote words into four of these webhooks; a word is no address unless it stands behind /webhook/.
      const own = values.filter((each) => /^[0-9a-f]{31,}$/.test(each));
      if (own.length === 0) continue;
      quoting += own.length;
      const urls = own.map((value) => `curl https://t.example/${value}/`).join('\n');
      const action = { ...story.agents[0], description: urls } as Action;
      const quoted = { ...story, agents: [action, ...story.agents.slice(1)], description: `see ${own.join(', ')}.` };
      expect(findQuotedAddresses(quoted)).toEqual([]);
      const neutral = JSON.stringify(neutralise(quoted));
      expect(own.filter((value) => neutral.includes(value))).toEqual([]);
      // Each in a text of its own, so that each is found.
      const notes = own.map((value) => ({ content: Buffer.from(`see ${value}.`).toString('base64') }));
      const encoded = { ...story, diagram_notes: notes };
      expect(findQuotedAddresses(encoded).map(({ path }) => path)).toEqual(
        own.map((_, at) => `diagram_notes[${at}].content`),
      );
    }
    // A clone by itself has our own exports alone.
    expect(quoting).toBeGreaterThan(ALL_EXPORTS.size > OWN_EXPORTS.size ? 100 : 10);
  });
});
