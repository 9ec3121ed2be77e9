import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn } from './documents.ts';
import { clockAt } from './instant-clock.ts';
import { syncAt } from './outcomes.ts';
import type { Rig, Run } from './rig.ts';
import { giveStateKey } from './state-branch.ts';
import { fetchAction, storyExport, webhook, withOption } from './stories.ts';
import { type DestinationSpec, publish, subscribe, tenantWith, type WorldSpec, worldOf } from './world-of.ts';

export const WATCH = storyExport({
  name: 'Watch',
  actions: [webhook('In'), fetchAction('Fetch', 'https://feed.example/1')],
});
const WATCH_2 = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/2');
export const WATCH_3 = withOption(WATCH, 'Fetch', 'url', 'https://feed.example/3');

/** Who is in which ring. */
const RINGS = { ada: 'canary', ben: 'early', eva: 'early', cid: 'broad', dan: 'broad' };
export const ROLLOUT: JsonObject = {
  rings: [
    { name: 'canary', match: { ring: 'canary' } },
    { name: 'early', match: { ring: 'early' }, soak: '4h' },
    { name: 'broad', soak: '24h', batch: 1 },
  ],
};

/** A Monday. */
export const at = (time: string, day = 2): string => `2026-03-0${day}T${time}:00Z`;

export function fleet(rest: Partial<WorldSpec> = {}, options: { readonly [name: string]: JsonObject } = {}): WorldSpec {
  const destinations = Object.entries(RINGS).map(([name, ring]): [string, DestinationSpec] => [
    name,
    { stories: Object.keys(rest.stories ?? { watch: WATCH }), options: { labels: { ring }, ...options[name] } },
  ]);
  const tenants = Object.fromEntries(Object.keys(RINGS).map((name) => [name, tenantWith()]));
  return { tenants, stories: { watch: WATCH }, destinations: Object.fromEntries(destinations), ...rest };
}

/** Everybody has the first version. The rollout is there by now, and git wants the second one. */
export async function rolloutWorld(rollout: JsonObject = ROLLOUT): Promise<Rig> {
  const rig = await worldOf(fleet());
  giveStateKey(rig);
  const first = await rig.runIn(rig.dir, ['sync'], clockAt(at('08:00', 1)));
  if (first.code !== 0) throw new Error(`the first sync ended with ${first.code}: ${first.out}${first.err}`);
  subscribe(rig, fleet({ rollout }));
  publish(rig, 'watch', WATCH_2);
  await rig.takeWrites();
  return rig;
}

/** A sync at that time, and who was written to. */
export async function syncThen(rig: Rig, time: string, ...argv: readonly string[]) {
  await rig.later();
  const synced = await syncAt(clockAt(time), rig, ...argv);
  const written = new Set((await rig.takeWrites()).map(({ tenant }) => tenant));
  return { ...synced, written: [...written].toSorted() };
}

export async function runThen(rig: Rig, time: string, ...argv: readonly string[]): Promise<Run> {
  return rig.runIn(rig.dir, argv, clockAt(time));
}

export async function planThen(rig: Rig, time: string, ...argv: readonly string[]) {
  const run = await runThen(rig, time, 'plan', ...argv, '--format', 'json');
  const json = JSON.parse(run.out) as JsonObject & { readonly digest: string };
  return { ...run, json, stories: entriesIn(json) };
}

/** Who has which version by now. */
export async function versions(rig: Rig): Promise<{ readonly [name: string]: string }> {
  const found = Object.keys(RINGS).map(async (name) => {
    const { content } = await rig.story(name, 'Watch');
    return [name, /feed\.example\/(\d)/.exec(JSON.stringify(content))?.[1] ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

export function recordIn(rig: Rig): JsonObject {
  return JSON.parse(rig.git('show', 'storysync/state:rollout.json')) as JsonObject;
}
