import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageFleet } from '../../src/page/fleet/fleet.ts';
import { uncompressed } from '../../src/page/packed/compressed.ts';
import { unpackFleet } from '../../src/page/packed/fleet-columns.ts';
import { OpenedPast } from '../../src/page/packed/past-columns.ts';
import { OpenedPictures } from '../../src/page/packed/picture-columns.ts';
import { isUnknown } from '../../src/page/view/age-words.ts';
import { kindOfChange, lastChanges } from '../../src/page/view/last-changes.ts';
import { signOf } from '../../src/page/view/standing-words.ts';
import { outcomesIn } from '../support/documents.ts';
import { syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, tenantWith, type WorldSpec, worldOf } from '../support/world-of.ts';

const ENRICH = storyExport({
  name: 'Enrich',
  actions: [webhook('Ask'), fetchAction('Look up', 'https://vt.example/')],
});
const TRIAGE = storyExport({
  name: 'Triage',
  actions: [webhook('Intake'), fetchAction('Tell', 'https://chat.example/<<CREDENTIAL.slack>>')],
});
/** Only contoso has the credential that triage names. */
const WORLD: WorldSpec = {
  stories: { enrich: ENRICH, triage: TRIAGE },
  tenants: { contoso: tenantWith({ credentials: ['slack'] }), fabrikam: tenantWith() },
  destinations: {
    contoso: { stories: ['enrich', 'triage'], options: { labels: { region: 'europe' } } },
    fabrikam: {
      stories: ['triage', 'enrich'],
      options: { hold: { reason: 'yearly audit', owner: '@acme/soc', until: '2027-01-31' } },
    },
  },
};
const KEY = 'k'.repeat(40);

/** The page as the command writes it, and the two documents in it. */
async function pageOf(rig: Rig, ...argv: readonly string[]) {
  const run = await rig.run('status', '--format', 'html', ...argv);
  const block = (name: string): string => {
    const [, base64 = ''] = new RegExp(`id="data-${name}">([^<]*)</script>`).exec(run.out) ?? [];
    return base64 === '' ? '' : uncompressed(base64);
  };
  const fleet = unpackFleet(block('fleet'));
  return {
    ...run,
    fleet,
    text: block('fleet') + block('past') + block('pictures'),
    past: new OpenedPast(block('past')),
    pictures: block('pictures') === '' ? undefined : new OpenedPictures(block('pictures')),
  };
}

/** Its pairs, as `contoso/enrich synced null`. */
function pairsOf({ pairs, destinations, stories, standings }: PageFleet): readonly string[] {
  return pairs.destination.map((destination, pair) => {
    const { status, reason } = standings[pairs.standing[pair] ?? -1] ?? {};
    return `${destinations[destination]?.name}/${stories[pairs.story[pair] ?? -1]?.key} ${status} ${reason}`;
  });
}

/** The same of what `status` says without a page. */
async function pairsTold(rig: Rig, ...argv: readonly string[]): Promise<readonly string[]> {
  const { json } = await rig.runJson('status', ...argv);
  return Object.entries(outcomesIn(json)).map(([pair, { status, reason }]) => `${pair} ${status} ${reason}`);
}

describe('status --format html', () => {
  it('writes one page that says what the status says, with the same exit code, and asks nobody', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    await rig.control('DELETE', 'log');
    const json = await rig.runJson('status');
    const page = await pageOf(rig);
    expect(page.code).toBe(json.code);
    expect(page.out).toMatch(/^<!doctype html>\n/);
    expect(await rig.log()).toEqual([]);
    const { destinations } = page.fleet;
    expect(pairsOf(page.fleet)).toEqual(await pairsTold(rig));
    expect(destinations.map(({ labels }) => labels)).toEqual([{ region: 'europe' }, {}]);
    expect(destinations[1]?.hold).toEqual({ reason: 'yearly audit', owner: '@acme/soc', until: '2027-01-31' });
  });

  it('is about the pairs that status is about, however they are chosen', async () => {
    const regions = { contoso: 'europe', fabrikam: 'asia', northwind: 'europe' };
    await using rig = await worldOf({
      stories: { enrich: ENRICH },
      tenants: Object.fromEntries(Object.keys(regions).map((name) => [name, tenantWith()])),
      rollout: {
        rings: [
          { name: 'canary', match: { first: 'yes' } },
          { name: 'broad', soak: '24h' },
        ],
      },
      destinations: Object.fromEntries(
        Object.entries(regions).map(([name, region]) => {
          const labels = name === 'contoso' ? { region, first: 'yes' } : { region };
          return [name, { stories: ['enrich'], options: { labels } }];
        }),
      ),
    });
    await syncNow(rig);
    const [canary, ...broad] = [
      'contoso/enrich synced null',
      'fabrikam/enrich requires_sync awaiting_ring',
      'northwind/enrich requires_sync awaiting_ring',
    ];
    for (const [argv, about] of [
      [['--pending'], broad],
      [
        ['--label', 'region=europe'],
        [canary, broad[1]],
      ],
      [['--ring', 'canary'], [canary]],
      [['--shard', '2/2'], [broad[0]]],
      [['--shard', '4/4'], []],
    ] as const) {
      const { code, fleet } = await pageOf(rig, ...argv);
      expect([argv, code, pairsOf(fleet)]).toEqual([argv, 0, about]);
      expect(await pairsTold(rig, ...argv)).toEqual(about);
      expect(fleet.destinations).toHaveLength(about.length);
    }
  });

  it('of no pair at all does not say that nothing is recorded', async () => {
    await using rig = await worldOf({ stories: { enrich: ENRICH } });
    await syncNow(rig);
    const { out, fleet } = await pageOf(rig, '--pending');
    expect([pairsOf(fleet), isUnknown(fleet)]).toEqual([[], false]);
    expect(out.replace(/<script>[\s\S]*?<\/script>/, '')).toMatch(/0 pairs of 0 destinations/);
    expect(out.replace(/<script>[\s\S]*?<\/script>/, '')).not.toContain('Nothing is recorded yet');
  });

  it('with --live holds what the tenants answered, and the history that is recorded', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const { id } = await rig.story('contoso', 'Enrich');
    await rig.edit('contoso', id, { set: { path: ['agents', 'Look up', 'options', 'method'], value: 'put' } });
    const [live, recorded] = [await pageOf(rig, '--live'), await pageOf(rig)];
    expect(pairsOf(live.fleet)).toEqual(await pairsTold(rig, '--live'));
    expect(pairsOf(live.fleet)[0]).toBe('contoso/enrich requires_sync drift');
    expect(pairsOf(recorded.fleet)[0]).toBe('contoso/enrich synced null');
    expect([live.fleet.live, live.fleet.recordedAt]).toEqual([true, null]);
    expect(live.out).toContain('As the tenants answered, ');
    expect(live.past.of(0).length).toBeGreaterThan(0);
    expect(live.past.of(0)).toEqual(recorded.past.of(0));
  });

  it('holds no key, and no value of a webhook', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const { out, text } = await pageOf(rig);
    const { content } = await rig.story('contoso', 'Enrich');
    const options = content.agents.map(
      (agent) => agent.options as { readonly path?: string; readonly secret?: string },
    );
    const secrets = [rig.environment.CONTOSO_KEY, ...options.flatMap(({ path, secret }) => [path, secret])];
    const known = secrets.filter((secret) => secret !== undefined && secret !== '');
    expect(known.length).toBeGreaterThan(2);
    expect(known.filter((secret) => `${out}${text}`.includes(secret ?? ''))).toEqual([]);
  });

  it('tells the history that the state branch has, and what the last run changed', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const key = rig.environment.CONTOSO_KEY;
    delete rig.environment.CONTOSO_KEY;
    await syncNow(rig);
    rig.environment.CONTOSO_KEY = key;
    publish(rig, 'enrich', withOption(ENRICH, 'Look up', 'method', 'post'));
    await syncNow(rig);
    const { past } = await pageOf(rig);
    const told = past.of(0).map(({ story, what, status, reason }) => [story, what, status, reason].join(' '));
    expect(told).toEqual(
      expect.arrayContaining(['enrich push synced content_changed', 'enrich status failed missing_key']),
    );
    const last = lastChanges(past);
    expect(last?.changes.map((change) => `${change.event.story} ${kindOfChange(change)}`)).toContain('enrich pushed');
    const alone = await pageOf(rig, '--no-state', '--live');
    expect(alone.past.size).toBe(0);
  });

  it('draws each story as it is in git, beside what those have that are behind', async () => {
    await using rig = await worldOf(WORLD);
    await syncNow(rig);
    const { out: synced } = await rig.run('status');
    expect(synced).toContain('contoso');
    const calm = await pageOf(rig);
    expect(calm.pictures?.of('enrich')).toMatchObject({
      before: null,
      picture: { name: 'Enrich', counts: { unchanged: 2, changed: 0, added: 0 } },
    });
    publish(rig, 'enrich', withOption(ENRICH, 'Look up', 'method', 'post'));
    const { pictures, out } = await pageOf(rig);
    const enrich = pictures?.of('enrich');
    expect(enrich?.before).toEqual({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), destinations: 1 });
    expect(enrich?.picture.counts).toMatchObject({ changed: 1, unchanged: 1 });
    const changed = enrich?.picture.nodes.find(({ mark }) => mark === 'changed');
    expect([changed?.name, changed?.places]).toEqual(['Look up', ['method']]);
    expect(pictures?.of('triage')?.before).toBeNull();
    expect(out).toContain('With its script this page also has a picture of 2 stories.');
  });

  it('of which nothing is recorded yet says so, and what to do, with its script and without', async () => {
    await using rig = await worldOf(WORLD);
    const { out, fleet } = await pageOf(rig);
    const text = out.replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    expect([isUnknown(fleet), text.includes('Nothing is recorded yet, so nobody knows')]).toEqual([true, true]);
    expect(fleet.standings.map(signOf)).not.toContain('~');
    await syncNow(rig);
    const after = await pageOf(rig);
    expect(isUnknown(after.fleet)).toBe(false);
  });

  it('has no picture under --alias, and says why', async () => {
    await using rig = await worldOf(WORLD);
    const { pictures, out } = await pageOf(rig, '--alias');
    expect(pictures).toBeUndefined();
    expect(out).not.toContain('id="data-pictures"');
    expect(out.replace(/<script>[\s\S]*?<\/script>/, '')).toContain('Pictures of stories are left out');
  });

  it('under --alias tells nothing of who it is, by names that stay while the state key does', async () => {
    await using rig = await worldOf(WORLD);
    rig.environment.STORYSYNC_STATE_KEY = KEY;
    await syncNow(rig);
    const first = await pageOf(rig, '--alias');
    const again = await pageOf(rig, '--alias', '--destination', 'fabrikam');
    expect(first.fleet.destinations[0]?.name).toMatch(/^d-[0-9a-f]{12}$/);
    expect(again.fleet.destinations[0]).toEqual(first.fleet.destinations[1]);
    const words = ['contoso', 'fabrikam', '127.0.0.1', 'region', 'europe', 'audit', '@acme', '_KEY', 'slack', KEY];
    const shown = `${first.out.replace(/<script>[\s\S]*?<\/script>/, '')}${first.text}`.toLowerCase();
    expect(words.filter((word) => shown.includes(word.toLowerCase()))).toEqual([]);
    expect(shown).toContain('2027-01-31');
    rig.environment.STORYSYNC_STATE_KEY = `${'n'.repeat(40)} ${KEY}`;
    const rotated = await pageOf(rig, '--alias');
    expect(rotated.fleet.destinations[0]?.name).not.toBe(first.fleet.destinations[0]?.name);
  });

  it('without a state key numbers them, and the page says that the numbers move', async () => {
    await using rig = await worldOf(WORLD);
    const { fleet, out } = await pageOf(rig, '--alias');
    expect(out.replace(/<script>[\s\S]*?<\/script>/, '')).toContain('the numbers after it move');
    expect(fleet.destinations.map(({ name, host }) => [name, host])).toEqual(
      [
        ['destination-1', 'host-1'],
        ['destination-2', 'host-1'],
      ].map(([name, host], index) => [name, index === 0 ? host : fleet.destinations[1]?.host]),
    );
    expect(fleet.naming).toBe('numbers');
  });

  it('is refused where it cannot be: --alias of another format, html of another command, a broken manifest', async () => {
    await using rig = await worldOf(WORLD);
    const alias = await rig.run('status', '--alias');
    expect([alias.code, alias.err]).toEqual([2, expect.stringContaining("option '--alias' needs '--format html'")]);
    const plan = await rig.run('plan', '--format', 'html');
    expect([plan.code, plan.out]).toEqual([2, '']);
    writeFileSync(join(rig.dir, 'sync.yaml'), 'version: 1\nwhat: this\n');
    const broken = await rig.run('status', '--format', 'html');
    expect([broken.code, broken.out, broken.err]).toEqual([1, '', expect.stringContaining('what')]);
  });
});
