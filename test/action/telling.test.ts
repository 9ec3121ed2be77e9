import { describe, expect, it } from 'vitest';
import { compactJson } from '../../src/json/canonical.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { signatureOf } from '../../src/notify/deliver.ts';
import { type ActionEvent, ActionRig, type ActionRun } from '../support/action-rig.ts';
import { fleet, WATCH_3 } from '../support/ringed-fleet.ts';
import { giveStateKey, pushTold, STATE_KEY, toldIn } from '../support/state-branch.ts';
import { startWebhookServer, type WebhookServer } from '../support/webhook-server.ts';
import { publish, worldOf } from '../support/world-of.ts';
import { manifestFor, smallWorld } from '../support/worlds.ts';

const SECRET = 'the secret that signs';

/** A job that tells somebody, and what it told in one run: `failed contoso 2`. */
class TellingRig implements AsyncDisposable {
  readonly action: ActionRig;
  readonly server: WebhookServer;

  private constructor(action: ActionRig, server: WebhookServer) {
    this.action = action;
    this.server = server;
  }

  static async around(world: Parameters<typeof ActionRig.around>[0]): Promise<TellingRig> {
    return new TellingRig(await ActionRig.around(world), await startWebhookServer());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
    await this.action[Symbol.asyncDispose]();
  }

  async run(
    event: ActionEvent,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<ActionRun & { readonly told: readonly string[] }> {
    const before = this.server.received.length;
    const env = {
      ...this.action.keys(),
      STORYSYNC_NOTIFY_SECRET: SECRET,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '4711',
      GITHUB_RUN_ATTEMPT: '2',
    };
    const run = await this.action.run(event, { env, inputs: { 'notify-url': this.server.url, ...inputs } });
    return { ...run, told: this.server.messages.slice(before).flatMap(itemsIn) };
  }

  push(inputs: Readonly<Record<string, string>> = {}) {
    return this.run(this.action.push(), inputs);
  }

  schedule(inputs: Readonly<Record<string, string>> = {}) {
    return this.run(this.action.event('schedule'), inputs);
  }

  async edit(tenant: string, method: string): Promise<void> {
    const { id } = await this.action.rig.story(tenant, 'Enrich');
    await this.action.rig.edit(tenant, id, {
      set: { path: ['agents', 'Look up', 'options', 'method'], value: method },
    });
  }
}

function itemsIn({ items }: JsonObject): readonly string[] {
  return (
    items as unknown as readonly { change: string; destination: string | null; ring: string | null; count: number }[]
  ).map(({ change, destination, ring, count }) => `${change} ${destination ?? ring} ${count}`);
}

const NOBODY = { tenant: 'fabrikam', always: true, fault: { kind: 'error', status: 401 } };

describe('somebody who is told', () => {
  it('hears of a first failure once, of nothing while it lasts, and of its end', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.action.rig.fault(NOBODY);
    const first = await rig.push();
    expect(first).toMatchObject({ code: 1, told: ['failed fabrikam 2'], outputs: { synced: '2', failed: '2' } });
    expect(first.log).toContain('Told at notify-url: 2 changes.');

    expect(await rig.push()).toMatchObject({ code: 1, told: [] });

    await rig.action.rig.control('DELETE', 'faults');
    expect(await rig.push()).toMatchObject({ code: 0, told: ['recovered fabrikam 2'] });
    expect(await rig.push()).toMatchObject({ code: 0, told: [] });
    expect(rig.server.received).toHaveLength(2);
  });

  it('hears nothing of a first sync that goes well, nor of the next change', async () => {
    await using rig = await TellingRig.around(smallWorld());
    expect(await rig.push()).toMatchObject({ code: 0, outputs: { created: '4' }, told: [] });
    rig.action.rig.write(
      'stories/enrich.json',
      rig.action.rig.read('stories/enrich.json').replace('Look up', 'Look it up'),
    );
    rig.action.merge();
    expect(await rig.push()).toMatchObject({ outputs: { updated: '2' }, told: [] });
  });

  it('gets one signed message that tells the run, the commit and the time, and no word of a tenant', async () => {
    await using rig = await TellingRig.around(smallWorld());
    const refusal = { kind: 'error', status: 422, text: "Data can't be blank" };
    await rig.action.rig.fault({ tenant: 'fabrikam', method: 'POST', always: true, fault: refusal });
    expect((await rig.push()).log).toContain("can't be blank");
    const [received] = rig.server.received;
    const { body = '', headers } = received ?? {};
    expect(headers?.['x-storysync-signature']).toBe(signatureOf(body, SECRET));
    expect(JSON.parse(body)).toMatchObject({
      format: 'storysync.notify/1',
      repository: rig.action.github.repository,
      manifest: 'sync.yaml',
      command: 'sync',
      run: {
        id: '4711',
        attempt: 2,
        url: `https://github.com/${rig.action.github.repository}/actions/runs/4711`,
      },
      commit: rig.action.head(),
      at: expect.stringMatching(/^\d{4}-/),
      totals: { failed: 1, recovered: 0 },
      items: [
        { change: 'failed', destination: 'fabrikam', reason: 'rejected', stories: [{ key: 'enrich', name: 'Enrich' }] },
      ],
      left_out: 0,
    });
    // One line with sorted keys: whoever has it parsed can make the signed bytes again.
    expect(body).toBe(compactJson(JSON.parse(body)));
    expect(body).not.toMatch(/blank|secret-key|127\.0\.0\.1/);
  });

  it('is no secret that gets out: neither address nor secret stands anywhere but in the masks', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.action.rig.fault(NOBODY);
    const sync = await rig.push();
    await rig.edit('contoso', 'put');
    const plan = await rig.schedule();
    rig.server.behave(404);
    await rig.edit('contoso', 'delete');
    const refused = await rig.schedule();
    const { pathname } = new URL(rig.server.url);
    expect(sync.masks).toEqual(expect.arrayContaining([rig.server.url, pathname, SECRET]));
    const state = rig.action.rig.git('log', '-p', '--format=%B', 'storysync/state');
    const everything = [state, rig.action.everythingOnGitHub()];
    for (const { masks: _, ...run } of [sync, plan, refused]) everything.push(JSON.stringify(run));
    for (const word of ['the-secret-of-the-webhook', SECRET, new URL(rig.server.url).host]) {
      expect(everything.join('\n')).not.toContain(word);
    }
  });

  it('who is not there makes a warning, and the run ends as it would have', async () => {
    await using rig = await TellingRig.around(smallWorld());
    rig.action.rig.write(
      'sync.yaml',
      manifestFor(rig.action.rig.url).replace('  fabrikam:', '  fabrikam:\n    hold: { reason: freeze }'),
    );
    rig.action.merge();
    await rig.server.close();
    const run = await rig.push();
    expect(run).toMatchObject({ code: 0, outputs: { synced: '2' } });
    expect(run.log).toMatch(
      /^::warning::.*nobody was told at notify-url what this run changed: no connection \(ECONNREFUSED\)/m,
    );
    expect(run.log).toContain('RUN080');
    expect(rig.action.check.conclusion).toBe('success');
  });

  it('hears what a hold keeps back, once, and nothing of its release', async () => {
    await using rig = await TellingRig.around(smallWorld());
    const manifest = manifestFor(rig.action.rig.url);
    rig.action.rig.write('sync.yaml', manifest.replace('  fabrikam:', '  fabrikam:\n    hold: { reason: freeze }'));
    rig.action.merge();
    expect((await rig.push()).told).toEqual(['held fabrikam 2']);
    expect((await rig.push()).told).toEqual([]);
    rig.action.rig.write('sync.yaml', manifest);
    rig.action.merge();
    expect(await rig.push()).toMatchObject({ code: 0, told: [] });
  });

  it('hears nothing of a pull request, whatever it plans', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.push();
    await rig.edit('contoso', 'put');
    const base = rig.action.head();
    rig.action.rig.commit('proposed');
    await rig.run(rig.action.pullRequest(base));
    await rig.run(rig.action.pullRequest(base), { command: 'plan' });
    await rig.run(rig.action.event('workflow_dispatch'), { command: 'plan' });
    expect(rig.server.received).toEqual([]);
  });

  it('under an address that may not be, ends the run before a tenant is asked, without showing it', async () => {
    await using rig = await TellingRig.around(smallWorld());
    const run = await rig.push({ 'notify-url': 'http://acme.example/s3cret' });
    expect(run.code).toBe(1);
    expect(run.log).toContain('notify-url: it does not begin with https://');
    expect(run.log + run.stderr).not.toMatch(/s3cret|acme\.example/);
    expect(await rig.action.rig.log()).toEqual([]);
  });
});

describe('a scheduled plan', () => {
  it('tells an edit once, and again only when it is another one or was overwritten in between', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.push();
    await rig.edit('contoso', 'put');
    expect(await rig.schedule()).toMatchObject({ code: 0, told: ['drift contoso 1'] });
    const tip = rig.action.rig.git('rev-parse', 'storysync/state');
    expect(await rig.schedule()).toMatchObject({ code: 0, told: [] });
    expect(rig.action.rig.git('rev-parse', 'storysync/state')).toBe(tip);

    await rig.push();
    expect((await rig.schedule()).told).toEqual([]);
    await rig.edit('contoso', 'put');
    expect((await rig.schedule()).told).toEqual(['drift contoso 1']);
  });

  it('keeps what it told on the state branch, and nothing else', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.push();
    await rig.edit('contoso', 'put');
    const before = rig.action.rig.git('rev-parse', 'storysync/state').trim();
    await rig.schedule();
    expect(rig.action.rig.git('diff', '--name-only', before, 'storysync/state').trim()).toBe('told.json');
    expect(toldIn(rig.action.rig)).toMatchObject({ told: { contoso: { 'drift:enrich': expect.any(String) } } });
    expect(rig.action.rig.git('log', '-1', '--format=%s', 'storysync/state').trim()).toBe('told: 1 matter stands');
  });

  it('tells the edit at one destination although another one does not answer, and what it told there stays told', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.push();
    await rig.edit('fabrikam', 'put');
    expect((await rig.schedule()).told).toEqual(['drift fabrikam 1']);
    await rig.action.rig.fault(NOBODY);
    await rig.edit('contoso', 'put');
    expect(await rig.schedule()).toMatchObject({ code: 0, told: ['drift contoso 1'] });
    await rig.action.rig.control('DELETE', 'faults');
    expect((await rig.schedule()).told).toEqual([]);
  });

  it('tells the same again the next night where nobody took the message', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.push();
    await rig.edit('contoso', 'put');
    rig.server.behave(404);
    const refused = await rig.schedule();
    expect(refused.code).toBe(0);
    expect(refused.log).toContain('RUN080');
    expect((await rig.schedule()).told).toEqual(['drift contoso 1']);
    expect((await rig.schedule()).told).toEqual([]);
  });

  it('tells a hold and a detachment whose day has passed, once', async () => {
    await using rig = await TellingRig.around(smallWorld());
    const detached = 'detached: { enrich: { reason: tuned, until: 2020-02-02 } }';
    const manifest = manifestFor(rig.action.rig.url)
      .replace('  fabrikam:', '  fabrikam:\n    hold: { reason: freeze, until: 2020-01-01 }')
      .replace('  contoso:', `  contoso:\n    ${detached}`);
    rig.action.rig.write('sync.yaml', manifest);
    rig.action.merge();
    expect((await rig.schedule()).told).toEqual(['expired contoso 1', 'expired fabrikam 1']);
    expect((await rig.schedule()).told).toEqual([]);
  });

  it('does not count what a sync found failing: that was told', async () => {
    await using rig = await TellingRig.around(smallWorld());
    await rig.action.rig.fault(NOBODY);
    expect((await rig.push()).told).toEqual(['failed fabrikam 2']);
    expect((await rig.schedule()).told).toEqual([]);
  });

  it.each(['forged', 'lost', 'put back'] as const)(
    'whose memory was %s tells what stands once more, and then no more',
    async (how) => {
      await using rig = await TellingRig.around(smallWorld());
      giveStateKey(rig.action.rig);
      await rig.push();
      await rig.edit('contoso', 'put');
      await rig.schedule();
      const former = rig.action.rig.git('show', 'storysync/state:told.json');
      const forged = '{"format":"storysync.told/1","told":{"contoso":{"drift:enrich":"0000000000000000"}},"counter":9}';
      if (how === 'put back') {
        await rig.edit('fabrikam', 'put');
        expect((await rig.schedule()).told).toEqual(['drift fabrikam 1']);
      }
      pushTold(rig.action.rig, how === 'lost' ? undefined : how === 'forged' ? forged : former);
      const again = await rig.schedule();
      expect(again.told).toEqual(how === 'put back' ? ['drift contoso 1', 'drift fabrikam 1'] : ['drift contoso 1']);
      if (how !== 'lost') expect(again.log).toMatch(/STA0(01|20|21).*told\.json/);
      expect((await rig.schedule()).told).toEqual([]);
      expect(JSON.stringify(toldIn(rig.action.rig))).toContain('hmac-sha256:');
    },
  );
});

describe('a rollout', () => {
  const rollout = {
    rings: [
      { name: 'canary', match: { ring: 'canary' } },
      { name: 'early', match: { ring: 'early' } },
      { name: 'broad', soak: '24h' },
    ],
  };

  it('tells that a ring is halted, that the destination recovered, and which ring opened after that', async () => {
    await using rig = await TellingRig.around(worldOf(fleet()));
    rig.action.rig.environment.STORYSYNC_STATE_KEY = STATE_KEY;
    await rig.push();
    const manifest = JSON.parse(rig.action.rig.read('sync.yaml')) as JsonObject;
    rig.action.rig.write('sync.yaml', { ...manifest, rollout });
    publish(rig.action.rig, 'watch', WATCH_3);
    rig.action.merge();
    await rig.action.rig.fault({ tenant: 'ada', always: true, fault: { kind: 'error', status: 401 } });
    expect(await rig.push()).toMatchObject({ code: 1, told: ['failed ada 1', 'halted canary 1'] });
    expect(await rig.push()).toMatchObject({ code: 1, told: [] });
    await rig.action.rig.control('DELETE', 'faults');
    expect((await rig.push()).told).toEqual(['recovered ada 1']);
    expect((await rig.push()).told).toEqual(['ring_opened early 1']);
    expect((await rig.push()).told).toEqual([]);
  });

  it('tells which rings opened, where one run goes through several', async () => {
    await using rig = await TellingRig.around(worldOf(fleet()));
    await rig.push();
    const manifest = JSON.parse(rig.action.rig.read('sync.yaml')) as JsonObject;
    rig.action.rig.write('sync.yaml', { ...manifest, rollout });
    publish(rig.action.rig, 'watch', WATCH_3);
    rig.action.merge();
    expect(await rig.push()).toMatchObject({ code: 0, told: ['ring_opened early 1'] });
    expect((await rig.push()).told).toEqual([]);
  });
});
