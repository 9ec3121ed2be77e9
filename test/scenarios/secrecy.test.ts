import { execFileSync } from 'node:child_process';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { syncNow } from '../support/outcomes.ts';
import type { Rig } from '../support/rig.ts';
import { fetchAction, guidOf, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { keyReference, publish, tenantWith, worldOf } from '../support/world-of.ts';

const CANARY = {
  key: 'canary-key-1d9f',
  resource: 'canary-resource-value-77b0',
  path: 'ca11ab1e0000000000000000000000p1',
  secret: 'ca11ab1e0000000000000000000000s1',
  page: 'ca11ab1e0000000000000000000000u1',
  recipient: 'canary-person@contoso.example',
  group: 'canary-group-4e',
  liveOption: 'canary-live-option-a3',
  errorBody: 'canary-error-body-c5',
};
const CANARIES = Object.values(CANARY);

const FORM = guidOf(`${guidOf('Triage')}/1/Form`);
const TRIAGE: JsonObject = {
  ...storyExport({
    name: 'Triage',
    actions: [
      webhook('Intake'),
      { name: 'Form', type: 'Agents::FormAgent', options: { url_identifier: 'storysync:destination-owned' } },
      recordAction('Keep', 'Alert', [['title', 'TEXT']]),
      fetchAction('Tell', 'https://chat.example/<<RESOURCE.soc_settings>>'),
    ],
  }),
  pages: [{ agent_guid: FORM, name: 'Form', sso_groups: null }],
};

/** A tenant whose every secret is a canary. */
async function canaryWorld(): Promise<Rig> {
  const resources = [{ slug: 'soc_settings', value: { token: CANARY.resource } }];
  const contoso = { ...tenantWith({ resources }), keys: [{ key: CANARY.key, kind: 'tenant_owner' as const }] };
  const rig = await worldOf({ stories: { triage: TRIAGE }, tenants: { contoso } });
  await syncNow(rig);
  const { id } = await rig.story('contoso', 'Triage');
  const set = (path: readonly (string | number)[], value: JsonObject[string]): Promise<JsonObject> =>
    rig.edit('contoso', id, { set: { path: [...path], value } });
  await set(['agents', 'Intake', 'options', 'path'], CANARY.path);
  await set(['agents', 'Intake', 'options', 'secret'], CANARY.secret);
  await set(['agents', 'Form', 'options', 'url_identifier'], CANARY.page);
  await set(['pages', 0, 'sso_groups'], [CANARY.group]);
  await set(['agents', 'Tell', 'options', 'url'], `https://chat.example/${CANARY.liveOption}`);
  await set(['agents', 'Tell', 'options', 'authorization'], CANARY.liveOption);
  await rig.edit('contoso', id, { recipients: [CANARY.recipient] });
  return rig;
}

const FORMATS = ['text', 'json', 'markdown'];

/** Everything that a user, a log or a reader of the repository could see. */
async function everythingSaid(rig: Rig, commands: readonly (readonly string[])[]): Promise<string> {
  const said: string[] = [];
  for (const command of commands) {
    for (const format of FORMATS) {
      const { out, err } = await rig.run(...command, '--verbose', '--format', format);
      said.push(out, err);
    }
  }
  return [...said, ...everyObject(rig)].join('\n');
}

/** All that git holds, on any branch or on none: state, messages, manifests, stories. */
function everyObject(rig: Rig): readonly string[] {
  const listed = rig.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)');
  const texts = listed.split('\n').filter((line) => /(blob|commit)$/.test(line));
  const names = texts.map((line) => `${line.slice(0, line.indexOf(' '))}\n`).join('');
  return [execFileSync('git', ['cat-file', '--batch'], { cwd: rig.dir, input: names, encoding: 'utf8' })];
}

function expectNoCanary(text: string): void {
  expect(text.length).toBeGreaterThan(100);
  expect(CANARIES.filter((canary) => text.includes(canary))).toEqual([]);
}

describe('no secret of a tenant', () => {
  it('stands in any output, plan file or git object of plans and syncs that read and overwrite it', async () => {
    await using rig = await canaryWorld();
    const said = await everythingSaid(rig, [
      ['validate'],
      ['plan', '--out', 'plan.json'],
      ['plan', '--refresh', '--no-state'],
      ['sync'],
      ['sync', '--force'],
    ]);
    expectNoCanary(said + rig.read('plan.json'));
    publish(rig, 'triage', withOption(TRIAGE, 'Tell', 'method', 'post'));
    expectNoCanary(await everythingSaid(rig, [['plan'], ['sync'], ['sync', '--refresh']]));
    // The canaries were there to be seen: addresses and people are still the destination's own.
    const live = JSON.stringify(await rig.story('contoso', 'Triage'));
    for (const kept of [CANARY.path, CANARY.secret, CANARY.page, CANARY.recipient, CANARY.group])
      expect(live).toContain(kept);
    const versions = JSON.stringify((await rig.tenant('contoso')).versions);
    expect(versions).toContain(CANARY.liveOption);
  });

  it('stands in a report of verify_failed, drift or ambiguous addresses', async () => {
    await using rig = await canaryWorld();
    await rig.fault({ path: '^/stories/import', always: true, fault: { kind: 'drop_action' } });
    expectNoCanary(await everythingSaid(rig, [['plan'], ['sync'], ['plan'], ['sync', '--force']]));
    await rig.control('DELETE', 'faults');
    const swapped = storyExport({
      name: 'Triage',
      actions: [webhook('One'), webhook('Two'), fetchAction('Tell', 'https://x.example/')],
    });
    publish(rig, 'triage', swapped);
    expectNoCanary(await everythingSaid(rig, [['plan'], ['sync']]));
  });

  const faults: readonly (readonly [string, JsonObject])[] = [
    ['GET', { kind: 'error', status: 500, text: CANARY.errorBody }],
    ['GET', { kind: 'error', status: 422, text: `can't be blank ${CANARY.errorBody}` }],
    ['POST', { kind: 'error', status: 422, text: `Name has already been taken: ${CANARY.errorBody}` }],
    ['POST', { kind: 'error', status: 500, text: CANARY.errorBody }],
    ['PUT', { kind: 'error', status: 400, text: CANARY.errorBody }],
    ['GET', { kind: 'redirect', location: `https://elsewhere.invalid/?${CANARY.errorBody}` }],
  ];
  it.each(faults)('nor of its error body comes out of a failed %s', async (method, fault) => {
    const story = { ...TRIAGE, tags: ['ir'] };
    await using rig = await worldOf({
      stories: { triage: story },
      tenants: { contoso: tenantWith({ resources: ['soc_settings'] }) },
    });
    await rig.fault({ method, always: true, fault });
    const said = await everythingSaid(rig, [['plan'], ['sync'], ['sync']]);
    expectNoCanary(said);
    expect(said).toContain('failed');
  });
});

describe('a key', () => {
  const pasted: readonly (readonly [string, (text: string, reference: string) => string])[] = [
    ['in place of a reference', (text, reference) => text.replace(reference, CANARY.key)],
    ['into a reference', (text, reference) => text.replace(reference, `\${${CANARY.key}}`)],
    [
      'beside a reference',
      (text, reference) =>
        text.replace(reference, `${reference} # ${CANARY.key}`).replace('"version": 1', '"version": 2'),
    ],
    [
      'under a key that nobody knows',
      (text) => text.replace('"version": 1', `"version": 1, "api_token": "${CANARY.key}"`),
    ],
    ['before a syntax error', (text, reference) => text.replace(`"${reference}"`, `"${CANARY.key}`)],
  ];
  it.each(pasted)('that was pasted into the manifest %s is never shown', async (_, paste) => {
    await using rig = await worldOf({ stories: { triage: TRIAGE } });
    const good = rig.read('sync.yaml');
    const bad = paste(good, keyReference('contoso'));
    expect(bad).toContain(CANARY.key);
    rig.write('sync.yaml', bad);
    for (const command of ['validate', 'plan', 'sync']) {
      for (const format of FORMATS) {
        const { code, out, err } = await rig.run(command, '--verbose', '--format', format);
        expect(code).toBe(1);
        expect(out + err).not.toContain(CANARY.key);
      }
    }
    expect(await rig.log()).toEqual([]);
  });

  it('goes to its own host only, whatever redirect the tenant answers with', async () => {
    const seen: IncomingHttpHeaders[] = [];
    const attacker = createServer((request, response) => {
      seen.push(request.headers);
      response.end('{}');
    });
    await new Promise<void>((listening) => attacker.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void attacker.close());
    const location = `http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`;
    for (const status of [301, 302, 303, 307, 308]) {
      await using rig = await worldOf({
        stories: { triage: TRIAGE },
        tenants: { contoso: tenantWith({ resources: ['soc_settings'] }) },
      });
      await rig.fault({ method: 'GET', always: true, fault: { kind: 'redirect', location, status } });
      expect((await syncNow(rig)).told).toEqual({ 'contoso/triage': 'failed unreadable' });
      await rig.control('DELETE', 'faults');
      await rig.fault({ method: 'POST', always: true, fault: { kind: 'redirect', location, status } });
      expect((await syncNow(rig)).told['contoso/triage']).toMatch(/^failed/);
    }
    expect(seen).toEqual([]);
  });

  it('of one tenant is never shown to another tenant', async () => {
    const tenants = {
      contoso: tenantWith(),
      fabrikam: { ...tenantWith(), keys: [{ key: CANARY.key, kind: 'tenant_owner' as const }] },
    };
    const stories = { alpha: storyExport({ name: 'Alpha', actions: [webhook('In')] }) };
    const both = { stories: ['alpha'] };
    await using rig = await worldOf({ stories, tenants, destinations: { contoso: both, fabrikam: both } });
    await syncNow(rig);
    const entries = (await rig.log()) as unknown as readonly (JsonObject & {
      readonly tenant: string;
      readonly key: string;
    })[];
    const prints = Object.entries(Object.groupBy(entries, ({ tenant }) => tenant)).map(
      ([, own]) => new Set(own?.map(({ key }) => key)),
    );
    expect(prints.map((set) => set.size)).toEqual([1, 1]);
    expect(new Set(prints.flatMap((set) => [...set])).size).toBe(2);
  });
});
