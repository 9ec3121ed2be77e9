import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { hurriedClock } from '../support/instant-clock.ts';
import { NativeWorld, pairsOf } from '../support/native-world.ts';
import { Rig } from '../support/rig.ts';
import { storyExport, webhook } from '../support/stories.ts';

const FLEET = 300;
const TEAMS = Array.from({ length: FLEET }, (_, at) => at + 1);

function manifest(url: string, stories: string): string {
  const destinations = TEAMS.map(
    (team) => `  team-${team}:
    destination_tenant_url: ${url}/contoso
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: ${team}
`,
  );
  return `version: 1
origin: { tenant_url: ${url}/acme, team_id: 7, api_key: '\${ACME_KEY}' }
stories:
  triage: { id: 301 }
  enrich: { id: 302 }
defaults: { engine: native }
groups:
  all: [${stories}]
destinations:
${destinations.map((text) => `${text}    stories: [${stories}]\n`).join('')}`;
}

describe('a set-up of three hundred destinations', () => {
  it('costs the pages of a list and the stories of git, whatever the number of destinations', async () => {
    const stories = (['Triage', 'Enrich'] as const).map((name, at) => {
      const content = storyExport({ name, actions: [webhook('In')] });
      return { id: 301 + at, content, keep_guid: true, change_control: true };
    });
    await using rig = await Rig.start({
      switches: { sync_duration: 'at_once' },
      tenants: {
        acme: { keys: [{ key: 'acme-owner-key', kind: 'tenant_owner' }], teams: [{ id: 7, stories }] },
        contoso: { keys: [{ key: 'contoso-secret-key', kind: 'tenant_owner' }], teams: TEAMS.map((id) => ({ id })) },
      },
    });
    for (const team of TEAMS) {
      const response = await fetch(`${rig.url}/acme/api/v1/admin/sync_destinations`, {
        method: 'POST',
        headers: { authorization: 'Bearer acme-owner-key', 'content-type': 'application/json' },
        body: JSON.stringify({
          destination_tenant_url: `${rig.url}/contoso`,
          destination_tenant_api_key: 'contoso-secret-key',
          destination_team_id: team,
          team_id: 7,
          story_ids: [301],
        }),
      });
      if (response.status !== 201) throw new Error(await response.text());
    }
    rig.write('sync.yaml', manifest(rig.url, 'triage'));
    await rig.run('export');
    rig.commit('start');
    await rig.control('DELETE', 'log');

    const plan = await rig.run('plan', '--expect-no-changes');
    expect(plan.code).toBe(0);
    const reads = await rig.log();
    // One page of five hundred, the listing of the origin team, and the story that destinations take.
    expect(
      reads
        .map(({ method, path }) => `${method} ${new URL(path, rig.url).pathname.replace(/^.*\/api\/v1/, '')}`)
        .sort(),
    ).toEqual(['GET /admin/sync_destinations', 'GET /stories', 'GET /stories/301/export']);
    await rig.control('DELETE', 'log');

    rig.write('sync.yaml', manifest(rig.url, 'triage, enrich'));
    rig.commit('a story more');
    // Waits that take their time, if a twentieth of it: who waits together looks together.
    const synced = await rig.runIn(rig.dir, ['sync', '--format', 'json'], hurriedClock);
    expect(synced.code).toBe(0);
    expect(pairsOf(JSON.parse(synced.out) as JsonObject).filter((line) => line.includes(': synced'))).toHaveLength(
      2 * FLEET,
    );
    const log = await rig.log();
    const ofOrigin = log.filter(({ tenant }) => tenant === 'acme');
    const lists = ofOrigin.filter(({ method, path }) => method === 'GET' && /sync_destinations(\?|$)/.test(path));
    const single = ofOrigin.filter(({ method, path }) => method === 'GET' && /sync_destinations\/\d+/.test(path));
    const writes = ofOrigin.filter(({ method }) => method !== 'GET');
    expect(writes).toHaveLength(FLEET);
    expect(single).toEqual([]);
    expect(lists.length).toBeLessThan(FLEET / 5);
  });
});

describe('a rollout over the vendor’s syncing', () => {
  const ROLLOUT = `rollout:
  rings:
    - { name: canary, match: { ring: canary } }
    - { name: broad, soak: 1h }
`;
  const CANARY = { contoso: '    labels: { ring: canary }\n' };

  it('brings a story into the next ring’s list only when it may go there, and lets no publish pass', async () => {
    await using world = await NativeWorld.start();
    world.commit(CANARY, ROLLOUT);
    const first = await world.statuses('sync');
    expect(first.code).toBe(0);
    expect(first.pairs.filter((line) => line.startsWith('contoso'))).toEqual([
      'contoso/enrich: synced new',
      'contoso/report: synced new',
      'contoso/triage: synced new',
    ]);
    expect(first.pairs.filter((line) => line.startsWith('fabrikam'))).toEqual([
      'fabrikam/enrich: requires_sync awaiting_ring',
      'fabrikam/report: requires_sync awaiting_ring',
      'fabrikam/triage: requires_sync awaiting_ring',
    ]);
    expect(
      (await world.vendor()).map(({ destination_tenant_url: url, manual_sync_only: flag }) => [url, flag]),
    ).toEqual([[`${world.rig.url}/contoso`, true]]);
    const waiting = await world.statuses('sync');
    expect(waiting.pairs.filter((line) => line.includes('awaiting_ring'))).toHaveLength(3);
  });
});
