import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readConfig } from '../../src/emulator/control/config.ts';
import type { JsonObject } from '../../src/json/value.ts';
import type { Clock } from '../../src/model/clock.ts';
import { impatientClock } from '../support/instant-clock.ts';
import { pairsOf } from '../support/native-world.ts';
import { Rig, type Run } from '../support/rig.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/native', import.meta.url));
const read = (file: string): string => readFileSync(`${EXAMPLE}/${file}`, 'utf8');
const BOTH = ['quarantine-review', 'sender-blocklist'];

/** The example as its README begins: its files in a repository, its emulator, and the keys in the environment. */
async function startExample(): Promise<Rig> {
  const config = readConfig(read('emulator.yaml'));
  if ('problems' in config) throw new Error(config.problems.join('\n'));
  const [team] = config.tenants.acme?.teams ?? [];
  const stories = team?.stories?.map(({ file, ...story }) => ({ ...story, content: JSON.parse(read(file ?? '')) }));
  const acme = { ...config.tenants.acme, teams: [{ ...team, id: 7, stories: stories ?? [] }] };
  const rig = await Rig.start({ ...config, tenants: { ...config.tenants, acme } });
  for (const file of readdirSync(`${EXAMPLE}/stories`)) rig.write(`stories/${file}`, read(`stories/${file}`));
  rig.write('sync.yaml', read('sync.yaml').replaceAll('http://127.0.0.1:4010', rig.url));
  for (const name of Object.keys(config.tenants)) {
    rig.environment[`${name.toUpperCase()}_TINES_API_KEY`] = `${name}-emulator-key`;
  }
  rig.commit('First stories');
  return rig;
}

/** Time goes on for all tenants while a run waits: the vendor takes some for each sync. */
function run(rig: Rig, ...argv: readonly string[]): Promise<Run> {
  const clock: Clock = {
    ...impatientClock,
    sleep: async (ms) => void (await rig.control('POST', 'clock', { advance_ms: Math.round(ms) })),
  };
  return rig.runIn(rig.dir, argv, clock);
}

async function status(rig: Rig, ...argv: readonly string[]) {
  const { code, out } = await run(rig, ...argv, '--format', 'json');
  const json = JSON.parse(out) as JsonObject;
  const destinations = json.sync_destinations as readonly JsonObject[];
  return { code, pairs: pairsOf(json), engines: destinations.map(({ name, engine, id }) => [name, engine, id]) };
}

const pairs = (name: string, what: string, keys = BOTH): readonly string[] =>
  keys.map((key) => `${name}/${key}: ${what}`);

async function edit(rig: Rig, change: (manifest: string) => string): Promise<void> {
  const before = rig.read('sync.yaml');
  const after = change(before);
  expect(after).not.toBe(before);
  rig.write('sync.yaml', after);
  rig.commit('Edit the manifest');
}

it('plays as the README of the example tells, from the first plan to a destination that is taken over', async () => {
  await using rig = await startExample();
  const planned = await run(rig, 'plan');
  expect(planned.code).toBe(0);
  expect(planned.out).toContain('create: a sync destination with 2 stories is made');
  expect(planned.out).toMatch(/northwind \(.*\), native, manual sync only: 2 skipped/);

  const first = await status(rig, 'sync');
  expect(first.code).toBe(0);
  expect(first.pairs.toSorted()).toEqual(
    [
      ...pairs('contoso', 'synced new'),
      ...pairs('fabrikam', 'synced new', ['quarantine-review']),
      ...pairs('northwind', 'requires_sync manual_sync_only'),
      ...pairs('tailspin', 'synced new'),
    ].toSorted(),
  );
  expect(first.engines).toEqual([
    ['contoso', 'native', expect.any(Number)],
    ['fabrikam', 'native', expect.any(Number)],
    ['northwind', 'native', null],
    ['tailspin', 'push', null],
  ]);
  expect((await run(rig, 'plan', '--expect-no-changes')).code).toBe(0);

  const named = await status(rig, 'sync', '--destination', 'northwind');
  expect(named).toMatchObject({ code: 0, pairs: pairs('northwind', 'synced new').toSorted() });
  expect((await status(rig, 'status')).engines.map(([, , id]) => typeof id)).toEqual([
    'number',
    'number',
    'number',
    'object',
  ]);

  await edit(rig, (text) => text.replace('stories: [quarantine-review]', 'stories: ["@mail"]'));
  const more = await run(rig, 'plan');
  expect(more.out).toContain('update: subscribe sender-blocklist');
  expect((await status(rig, 'sync')).code).toBe(0);

  const copies = (await rig.tenant('contoso')).stories.map(({ id, content }) => [id, content.agents]);
  await edit(rig, (text) => text.replace('    engine: native\n', ''));
  const waiting = await run(rig, 'plan');
  expect(waiting.code).toBe(0);
  expect(waiting.out).toContain('takeover: the vendor');
  expect(waiting.out).toContain('run sync --takeover contoso');
  await rig.takeWrites();
  await run(rig, 'sync');
  expect(await rig.takeWrites()).toEqual([]);
  const taken = await status(rig, 'sync', '--takeover', 'contoso');
  expect(taken.code).toBe(0);
  expect(taken.pairs.filter((pair) => pair.startsWith('contoso/') && pair.includes(': synced'))).toHaveLength(2);
  expect((await rig.tenant('contoso')).stories.map(({ id }) => id)).toEqual(copies.map(([id]) => id));
  expect((await run(rig, 'plan', '--expect-no-changes')).code).toBe(0);
});
