import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import type { JsonObject } from '../../src/json/value.ts';
import { entriesIn, outcomesIn, told } from '../support/documents.ts';
import type { Rig } from '../support/rig.ts';
import { stateOf } from '../support/state-branch.ts';
import { withOption } from '../support/stories.ts';
import { publish } from '../support/world-of.ts';
import { manifestFor, smallWorld, TRIAGE } from '../support/worlds.ts';

const CHAT = 'https://chat.example/v2/<<RESOURCE.soc_settings.channel>>';
const CHANGED = withOption(TRIAGE, 'Tell', 'url', CHAT);

/** Everything in sync, then one story changed in git and a plan of it saved. */
async function worldWithPlan(): Promise<Rig> {
  const rig = await smallWorld();
  await rig.run('sync');
  publish(rig, 'triage', CHANGED);
  expect((await rig.run('plan', '--out', 'plan.json')).code).toBe(0);
  await rig.takeWrites();
  return rig;
}

async function urlAt(rig: Rig, tenant: string): Promise<unknown> {
  const { content } = await rig.story(tenant, 'Triage');
  return content.agents.map(({ options }) => options as JsonObject).at(-1)?.url;
}

it('a saved plan is applied exactly', async () => {
  await using rig = await worldWithPlan();

  const sync = await rig.runJson('sync', '--plan', 'plan.json');

  expect(sync.code).toBe(0);
  expect(told(sync.json)).toMatchObject({
    'contoso/triage': 'synced updated content_changed',
    'fabrikam/triage': 'synced updated content_changed',
  });
  expect(await urlAt(rig, 'contoso')).toBe(CHAT);
  // Applied once, it is no longer what would happen.
  expect((await rig.runJson('sync', '--plan', 'plan.json')).json).not.toEqual(sync.json);
});

it('a plan of some stories applies to these alone', async () => {
  await using rig = await smallWorld();
  await rig.run('plan', '--story', 'enrich', '--destination', 'contoso', '--out', 'plan.json');

  const sync = await rig.runJson('sync', '--plan', 'plan.json');

  expect(told(sync.json)).toEqual({ 'contoso/enrich': 'synced created new' });
  expect((await rig.tenant('contoso')).stories).toHaveLength(1);
  expect((await rig.tenant('fabrikam')).stories).toEqual([]);
});

it('a destination that moved since is plan_stale and not written; the others go on; exit 1', async () => {
  await using rig = await worldWithPlan();
  const { id } = await rig.story('contoso', 'Triage');
  const theirs = 'https://own.example';
  await rig.edit('contoso', id, { set: { path: ['agents', 'Tell', 'options', 'url'], value: theirs } });

  const sync = await rig.runJson('sync', '--plan', 'plan.json');

  expect(sync.code).toBe(1);
  expect(told(sync.json)).toMatchObject({
    'contoso/triage': 'requires_sync nothing plan_stale',
    'fabrikam/triage': 'synced updated content_changed',
  });
  expect(outcomesIn(sync.json)['contoso/triage']?.hint).toContain('make a new plan');
  expect(new Set((await rig.takeWrites()).map(({ tenant }) => tenant))).toEqual(new Set(['fabrikam']));
  expect(await urlAt(rig, 'contoso')).toBe(theirs);
});

it('a plan is stale everywhere once git has moved on', async () => {
  await using rig = await worldWithPlan();
  publish(
    rig,
    'triage',
    withOption(TRIAGE, 'Tell', 'url', 'https://chat.example/v3/<<RESOURCE.soc_settings.channel>>'),
  );

  const sync = await rig.runJson('sync', '--plan', 'plan.json');

  expect(sync.code).toBe(1);
  expect(told(sync.json)).toMatchObject({
    'contoso/triage': 'requires_sync nothing plan_stale',
    'fabrikam/triage': 'requires_sync nothing plan_stale',
  });
  expect(await rig.takeWrites()).toEqual([]);
});

const EDITS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/"digest": "sha256:[0-9a-f]{4}/, '"digest": "sha256:0000'),
  // What people read, an action whose totals still add up, a destination taken out.
  (text) => text.replace('option url of', 'nothing of'),
  (text) =>
    text
      .replace('"action": "update"', '"action": "skip"')
      .replace('"skip": 0', '"skip": 1')
      .replace('"update": 2', '"update": 1'),
  (text) => text.replace('"commit": "', '"commit": "0'),
  (text) => text.replace('"format":', '"extra": true, "format":'),
  (text) => text.replace('storysync.plan/1', 'storysync.plan/9'),
  () => 'not a plan',
];

it('a plan edited by hand is refused, exit 2, and nothing is asked of any tenant', async () => {
  await using rig = await worldWithPlan();
  const text = rig.read('plan.json');

  for (const edit of EDITS) {
    rig.write('plan.json', edit(text));
    expect(rig.read('plan.json')).not.toBe(text);
    const run = await rig.run('sync', '--plan', 'plan.json');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('storysync plan --out');
  }

  expect(await rig.log()).toEqual([]);
});

it('--plan together with a selector, --manual or --force is refused, exit 2', async () => {
  await using rig = await worldWithPlan();

  for (const flags of [
    ['--story', 'triage'],
    ['--destination', 'contoso'],
    ['--label', 'a=b'],
    ['--manual'],
    ['--force'],
  ]) {
    const run = await rig.run('sync', '--plan', 'plan.json', ...flags);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('cannot be used with');
  }

  expect(await rig.log()).toEqual([]);
});

it('the same inputs give the same bytes, whatever the order of reading', async () => {
  await using rig = await worldWithPlan();

  const runs = await Promise.all([
    rig.run('plan', '--format', 'json'),
    rig.run('plan', '--format', 'json', '--concurrency', '1'),
    rig.run('plan', '--format', 'json', '--quiet'),
  ]);

  expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
  expect(runs[0]?.out).toBe(rig.read('plan.json'));
});

it('every JSON document stands alone on stdout and follows its published schema, as recorded state does', async () => {
  await using rig = await worldWithPlan();
  rig.write(
    'sync.yaml',
    `${manifestFor(rig.url)}  northwind:\n    destination_tenant_url: ${rig.url}/contoso\n    destination_tenant_api_key: \${ABSENT_KEY}\n    destination_team_id: 43\n    stories: [enrich]\n`,
  );
  const follows = (document: JsonObject, name: string) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    const validate = ajv.compile(
      JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8')) as JsonObject,
    );
    return validate(document) ? [] : validate.errors;
  };

  const plan = await rig.runJson('plan', '--verbose');
  expect(follows(plan.json, 'plan')).toEqual([]);
  expect(entriesIn(plan.json)['northwind/enrich']).toMatchObject({ action: 'blocked', reason: 'missing_key' });
  const sync = await rig.runJson('sync', '--verbose');
  expect(follows(sync.json, 'status')).toEqual([]);
  expect(follows((await rig.runJson('validate')).json, 'findings')).toEqual([]);
  expect(follows(stateOf(rig, 'contoso'), 'state')).toEqual([]);

  rig.write('sync.yaml', `${manifestFor(rig.url)}    manual_sync_onyl: true\n`);
  for (const command of ['validate', 'plan', 'sync']) {
    const broken = await rig.runJson(command);
    expect(broken.code).toBe(1);
    expect(follows(broken.json, 'findings')).toEqual([]);
  }
});
