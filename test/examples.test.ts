import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/emulator/control/config.ts';
import { startEmulator } from '../src/emulator/control/start.ts';
import { openManifest } from '../src/manifest/open.ts';
import type { CatalogueStory, Destination, Manifest } from '../src/model/destination.ts';
import { ringOf } from '../src/model/ring-of.ts';
import type { Story } from '../src/model/story.ts';
import { holdsPlaceholders, ingressPoints } from '../src/story/addresses/carry-addresses.ts';
import { neutralise } from '../src/story/addresses/neutralise.ts';
import { canonicalStory } from '../src/story/canonical.ts';
import { lineageStamp } from '../src/story/lineage.ts';
import { readStory } from '../src/story/read.ts';
import { findReferences, slugify } from '../src/story/references.ts';

const root = fileURLToPath(new URL('../examples', import.meta.url));
const examples = readdirSync(root, { withFileTypes: true })
  .filter((entry) => existsSync(join(root, entry.name, 'sync.yaml')))
  .map((entry) => entry.name)
  .sort();
const today = '2026-11-22';

function open(example: string): Manifest {
  const file = join(root, example, 'sync.yaml');
  const { manifest, problems } = openManifest({ file, bytes: readFileSync(file) }, { today });
  expect(problems).toEqual([]);
  if (manifest === undefined) throw new Error(`${file} did not open`);
  return manifest;
}

function read(example: string, file: string): { readonly story: Story; readonly text: string } {
  const text = readFileSync(join(root, example, file), 'utf8');
  const { story, problems } = readStory(text, file);
  expect(problems).toEqual([]);
  if (story === undefined) throw new Error(`${file} did not read`);
  return { story, text };
}

function catalogue(example: string): readonly { readonly entry: CatalogueStory; readonly story: Story }[] {
  return [...open(example).stories.values()].map((entry) => ({ entry, story: read(example, entry.file).story }));
}

type EmulatorTeam = {
  readonly credentials: readonly string[];
  readonly resources: readonly string[];
  readonly keys: readonly string[];
};

type Config = Exclude<ReturnType<typeof readConfig>, { problems: string[] }>;
const configs = new Map<string, Config>();

function config(example: string): Config {
  const known = configs.get(example);
  if (known !== undefined) return known;
  const fresh = readConfig(readFileSync(join(root, example, 'emulator.yaml'), 'utf8'));
  if ('problems' in fresh) throw new Error(fresh.problems.join('\n'));
  configs.set(example, fresh);
  return fresh;
}

/** The team of the emulator that a destination names: `http://127.0.0.1:4010/contoso`, 42. */
function teamOf(example: string, tenantUrl: string, teamId: number): EmulatorTeam {
  const name = new URL(tenantUrl).pathname.slice(1);
  const tenant = config(example).tenants[name];
  const team = tenant?.teams?.find(({ id }) => id === teamId);
  if (tenant === undefined || team === undefined) throw new Error(`${example}: the emulator has no ${name}, ${teamId}`);
  const slug = (entry: string | { readonly slug: string }): string => (typeof entry === 'string' ? entry : entry.slug);
  return {
    credentials: (team.credentials ?? []).map(slug),
    resources: (team.resources ?? []).map(slug),
    keys: (tenant.keys ?? []).map(({ key }) => key),
  };
}

/** What a destination's stories name and its team lacks: `credential okta`. */
function missingAt(example: string, destination: Destination, stories: ReadonlyMap<string, Story>): readonly string[] {
  const team = teamOf(example, destination.tenantUrl, destination.teamId);
  const pushed = destination.subscriptions.map(({ storyKey }) => stories.get(storyKey));
  const slugs = pushed.map((story) => slugify(story?.name ?? ''));
  const there = { credential: team.credentials, resource: team.resources, story: slugs };
  const missing = pushed
    .flatMap((story) => (story === undefined ? [] : findReferences(story).references))
    .filter(({ kind, slug }) => kind !== 'record' && !there[kind].includes(slug))
    .map(({ kind, slug }) => `${kind} ${slug}`);
  return [...new Set(missing)].sort();
}

function storyFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

describe.each(examples)('the example %s', (example) => {
  it('opens without a problem', () => {
    expect(open(example).destinations.length).toBeGreaterThan(0);
  });

  it('names the schema in its first line', () => {
    const [first] = readFileSync(join(root, example, 'sync.yaml'), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=../../schemas/sync.schema.json');
  });

  it('has story files that are canonical, whole and free of what belongs to a tenant', () => {
    const files = storyFiles(join(root, example));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const { story, text } = read(example, file);
      expect(text === canonicalStory(story), `${file} is in canonical form`).toBe(true);
      expect(story.recipients).toEqual([]);
      expect(holdsPlaceholders(story)).toBe(ingressPoints(story).length > 0);
      expect(lineageStamp(story, undefined)).toBe(story.origin_story_identifier);
      const { diagram_layout } = story;
      const layout: object = JSON.parse(typeof diagram_layout === 'string' ? diagram_layout : '{}');
      expect(Object.keys(layout).sort()).toEqual(story.agents.map(({ guid }) => guid).sort());
    }
  });

  it('lists every file of stories/', () => {
    const listed = catalogue(example).map(({ entry }) => entry.file);
    const present = storyFiles(join(root, example)).filter((file) => dirname(file) === 'stories');
    expect(listed.sort()).toEqual([...present].sort());
  });

  it('asks only for what the emulator has, unless it says `prerequisites: warn`', () => {
    const stories = new Map(catalogue(example).map(({ entry, story }) => [entry.key, story]));
    for (const destination of open(example).destinations) {
      const missing = missingAt(example, destination, stories);
      const wanted = destination.prerequisites === 'warn' ? ['credential travel_desk'] : [];
      expect({ destination: destination.name, missing }).toEqual({ destination: destination.name, missing: wanted });
    }
  });

  it('has an emulator key for every key name, spelled as the README tells to export it', () => {
    const manifest = open(example);
    for (const { keyName, tenantUrl, teamId } of [manifest.origin, ...manifest.destinations].filter(
      (tenant) => tenant !== undefined,
    )) {
      const name = keyName
        .replace(/_TINES_API_KEY$/, '')
        .toLowerCase()
        .replaceAll('_', '-');
      expect(teamOf(example, tenantUrl, teamId).keys).toContain(`${name}-emulator-key`);
    }
  });

  it('has an origin that serves the story ids of the manifest', () => {
    const { origin, stories } = open(example);
    const team = config(example).tenants[new URL(origin?.tenantUrl ?? '').pathname.slice(1)]?.teams?.[0];
    expect(team?.stories?.map(({ id, file }) => ({ id, file }))).toEqual(
      [...stories.values()].map(({ id, file }) => ({ id, file })),
    );
  });

  it('holds what an export from its emulator writes, to the byte', async () => {
    const folder = join(root, example);
    const { origin, stories } = open(example);
    const { pathname } = new URL(origin?.tenantUrl ?? '');
    const acme = config(example).tenants[pathname.slice(1)];
    const only = { tenants: { acme: acme ?? {} } };
    const emulator = await startEmulator({ port: 0, config: only, configDir: folder });
    const headers = { authorization: `Bearer ${acme?.keys?.[0]?.key}` };
    try {
      for (const { id, file } of stories.values()) {
        const answer = await fetch(`${emulator.url}/acme/api/v1/stories/${id}/export`, { headers });
        const { story, problems } = readStory(await answer.text(), file);
        expect(problems).toEqual([]);
        const same = story !== undefined && canonicalStory(neutralise(story)) === read(example, file).text;
        expect(same, `${file} is what its origin exports`).toBe(true);
      }
    } finally {
      await emulator.close();
    }
  });

  it('tells only commands in its README that name its own files', () => {
    const readme = readFileSync(join(root, example, 'README.md'), 'utf8');
    // `cp -r examples/quickstart ../quickstart`: a copy has the same files.
    const [, copy = ''] = new RegExp(`cp -r examples/${example} (\\S+)`).exec(readme) ?? [];
    const named = [...readme.matchAll(/((?:examples|\.\.)\/[a-z-]+)\/([\w./-]+\w)/g)];
    expect(named.length).toBeGreaterThan(3);
    for (const [, folder, file = ''] of named) {
      expect([`examples/${example}`, copy]).toContain(folder);
      expect(existsSync(join(root, example, file)), file).toBe(true);
    }
  });
});

describe('the examples together', () => {
  it('hold no story twice', () => {
    const guids = examples.flatMap((example) =>
      storyFiles(join(root, example)).map((file) => read(example, file).story.guid),
    );
    expect(new Set(guids).size).toBe(guids.length);
  });

  it('show a rollout with rings, windows, a hold and a pin', () => {
    const { rollout, destinations } = open('rollout');
    const ringed = destinations.map((each) => rollout && ringOf(rollout, each).name);
    expect(ringed).toEqual(['canary', 'early', 'early', 'broad', 'broad', 'broad']);
    expect(rollout?.windows.map(({ kind }) => kind)).toEqual(['allow', 'deny']);
    expect(destinations.filter(({ hold }) => hold !== undefined).map(({ name }) => name)).toEqual(['northwind']);
    expect(destinations.filter(({ pin }) => pin !== undefined).map(({ name }) => name)).toEqual(['wingtip']);
  });

  it('show 100 customers with every kind of exception', () => {
    const { destinations } = open('mssp');
    expect(destinations).toHaveLength(100);
    expect(destinations.some(({ manualSyncOnly }) => manualSyncOnly)).toBe(true);
    expect(destinations.some(({ subscriptions }) => subscriptions.length === 0)).toBe(true);
    const subscriptions = destinations.flatMap((destination) => destination.subscriptions);
    expect(subscriptions.some(({ detached }) => detached !== undefined)).toBe(true);
    expect(subscriptions.some(({ adopt }) => adopt)).toBe(true);
    expect(new Set(destinations.map(({ labels }) => labels.ring))).toEqual(new Set(['canary', 'early', 'broad']));
  });
});
