import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { doctorSchema, type WireDoctor } from '../../src/documents/doctor/doctor-schema.ts';
import type { TeamConfig } from '../../src/emulator/control/config.ts';
import { CHECKS } from '../../src/model/diagnosis.ts';
import { type GitServer, type GitServerOptions, startGitServer } from '../support/git-server.ts';
import { syncNow } from '../support/outcomes.ts';
import type { Rig, Run } from '../support/rig.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook, withOption } from '../support/stories.ts';
import { publish, subscribe, tenantWith, worldOf } from '../support/world-of.ts';

const LOOKUP = storyExport({
  name: 'Lookup',
  actions: [
    webhook('In'),
    fetchAction('Ask', 'https://vt.example/<<CREDENTIAL.virustotal>>/<<RESOURCE.settings.limit>>'),
    callStory('Enrich', 'enrich'),
    recordAction('Keep', 'Alert', [['title', 'TEXT']]),
  ],
});
const PLAIN = storyExport({ name: 'Plain', actions: [fetchAction('Ask', 'https://a.example/')] });
/** Of the same name, and made there. */
const NOT_OURS = { ...PLAIN, origin_story_identifier: `cloud:${'a'.repeat(32)}:${'b'.repeat(32)}` };
const EDITED = withOption(PLAIN, 'Ask', 'method', 'post');
const ENRICH = storyExport({ name: 'Enrich', actions: [webhook('Ask'), fetchAction('Get', 'https://x.example')] });
const named = (name: string) => storyExport({ name, actions: [fetchAction('Ask', `https://${name}.example/`)] });
const ALL: Partial<TeamConfig> = {
  credentials: ['virustotal'],
  resources: ['settings'],
  stories: [{ content: ENRICH }],
};

type Row = WireDoctor['destinations'][number];
type Told = Run & { readonly json: WireDoctor; readonly rows: { readonly [name: string]: Row } };

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(doctorSchema);

async function examine(rig: Rig, ...flags: readonly string[]): Promise<Told> {
  await rig.control('DELETE', 'log');
  const run = await rig.runJson('doctor', ...flags);
  const json = run.json as unknown as WireDoctor;
  expect(validate(run.json)).toBe(true);
  const rows = Object.fromEntries(json.destinations.map((row) => [row.name, row]));
  // What it says of its own requests is what the tenants saw.
  const log = await rig.log();
  expect(log.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(json.destinations.reduce((sum, { requests }) => sum + requests, 0)).toBe(log.length);
  for (const row of json.destinations) {
    expect(row.requests).toBeLessThanOrEqual(10);
    expect([...new Set(row.checks.map(({ check }) => check))]).toEqual(CHECKS);
  }
  return { ...run, json, rows };
}

/** Everything but what is in order, as `check result message`. */
function troubles(row: Row | undefined): readonly string[] {
  const told = row?.checks.filter(({ result }) => result !== 'ok') ?? [];
  return told.map(({ check, result, message }) => `${check} ${result}: ${message}`);
}

const NOT_LOOKED_AT = (...names: readonly string[]) => names.map((name) => `${name} unknown: not looked at`);

describe('doctor', () => {
  it('finds everything in order where it is, says what would be made, and needs six requests for all of it', async () => {
    await using rig = await worldOf({ tenants: { contoso: tenantWith(ALL) }, stories: { lookup: LOOKUP } });
    const { code, rows, json } = await examine(rig);
    expect(code).toBe(0);
    expect(json.totals).toEqual({ ok: 1, warning: 0, unknown: 0, fails: 0 });
    expect(troubles(rows.contoso)).toEqual([]);
    expect(rows.contoso).toMatchObject({
      missing: [],
      record_types: [{ name: 'Alert', action: 'create', target: 'Alert', fields: ['title'] }],
    });
    expect((await rig.log()).map(({ path }) => path)).toEqual([
      '/stories',
      '/teams/42',
      '/user_credentials',
      '/global_resources',
      '/record_types',
      // The story that stands there may be ours under another name.
      expect.stringMatching(/^\/stories\/\d+\/export$/),
    ]);
    // What it promised is what happens.
    expect((await syncNow(rig)).code).toBe(0);
  });

  it('says what each key, team, story and list lacks, and what to do about it', async () => {
    const tenants = {
      lacking: tenantWith({ stories: [] }),
      refused: tenantWith(ALL),
      keyless: tenantWith(ALL),
      elsewhere: tenantWith(ALL),
      approving: tenantWith({ stories: [{ content: EDITED, change_control: true }] }),
      equal: tenantWith({ stories: [{ content: PLAIN, change_control: true }] }),
      theirs: tenantWith({ stories: [{ content: NOT_OURS }] }),
      twice: tenantWith({ stories: [{ content: PLAIN }, { content: PLAIN }] }),
    };
    const take = (stories: readonly string[], more: object = {}) => ({ stories, ...more });
    await using rig = await worldOf({
      tenants,
      stories: { lookup: LOOKUP, plain: PLAIN },
      destinations: {
        lacking: take(['lookup']),
        refused: take(['lookup']),
        keyless: take(['lookup']),
        elsewhere: take(['lookup'], { team: 77 }),
        approving: take(['plain']),
        equal: take(['plain']),
        theirs: take(['plain']),
        twice: take(['plain']),
      },
    });
    await rig.fault({ tenant: 'refused', always: true, fault: { kind: 'revoked_key' } });
    delete rig.environment.KEYLESS_KEY;
    const { code, rows, json } = await examine(rig);
    expect(code).toBe(1);
    expect(json.totals).toMatchObject({ fails: 7, warning: 1 });

    expect(troubles(rows.lacking)).toEqual([
      'credentials fails: missing there: credential "virustotal"',
      'resources fails: missing there: resource "settings"',
      'sub_stories fails: missing there: sub-story "enrich"',
    ]);
    expect(rows.lacking).toMatchObject({
      missing: [
        { kind: 'credential', slug: 'virustotal' },
        { kind: 'resource', slug: 'settings' },
        { kind: 'story', slug: 'enrich' },
      ],
    });
    const afterKey = CHECKS.slice(CHECKS.indexOf('team'));
    expect(troubles(rows.refused)).toEqual(['key fails: GET /stories: HTTP 401', ...NOT_LOOKED_AT(...afterKey)]);
    expect(rows.refused?.requests).toBe(1);
    expect(troubles(rows.keyless)).toEqual([
      'key fails: the environment variable KEYLESS_KEY is not set',
      ...NOT_LOOKED_AT('tenant', ...afterKey),
    ]);
    expect(rows.keyless?.requests).toBe(0);
    expect(troubles(rows.elsewhere)[0]).toBe(
      'team fails: GET /stories: HTTP 404 (not found, or not visible to this key)',
    );
    expect(troubles(rows.approving)).toEqual([
      'change_control fails: under change control there: storysync never bypasses approval',
    ]);
    expect(troubles(rows.equal)).toEqual([
      'change_control warning: under change control there: storysync never bypasses approval',
    ]);
    expect(troubles(rows.theirs)).toEqual([expect.stringMatching(/^ownership fails: /)]);
    expect(troubles(rows.twice)).toEqual([expect.stringMatching(/^ownership fails: .*2 stories/)]);
    for (const { checks } of json.destinations) {
      for (const { result, hint } of checks) if (result === 'fails') expect(hint).toMatch(/\w/);
    }
    // A plan that reads as much as it needs blocks the same destinations.
    const plan = await rig.runJson('plan');
    expect(plan.json.totals).toMatchObject({ blocked: 7, unchanged: 1, create: 0, update: 0 });
  });

  it.each(['not_found', 'empty'] as const)('finds a wrong team where its listing is %s', async (unseen_team) => {
    const own = { keys: [{ key: 'team-key', kind: 'team' as const, team: 42 }] };
    const teams = [42, 43].map((id) => ({ id, name: `Team ${id}`, stories: [{ content: NOT_OURS }] }));
    await using rig = await worldOf({
      stories: { plain: named('Other') },
      switches: { unseen_team },
      tenants: { contoso: { ...own, teams } },
      destinations: {
        other: { stories: ['plain'], tenant: 'contoso', team: 43 },
        own: { stories: ['plain'], tenant: 'contoso', team: 42 },
      },
    });
    const { code, rows } = await examine(rig);
    expect(code).toBe(1);
    expect(rows.own?.result).toBe('ok');
    expect(rows.other?.checks.find(({ check }) => check === 'team')).toMatchObject({
      result: 'fails',
      message: expect.stringContaining('HTTP 404 (not found, or not visible to this key)'),
      hint: 'check "destination_team_id: 43", and that the key may see this team',
    });
  });

  it('lets a slow tenant and one that is away hold up nobody, and says of both that nothing else was looked at', async () => {
    const names = ['away', 'contoso', 'slow', 'zenith'];
    await using rig = await worldOf({
      stories: { plain: PLAIN },
      tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])),
      destinations: Object.fromEntries(names.map((name) => [name, { stories: ['plain'] }])),
    });
    rig.patienceMs = 60_000;
    await rig.fault({ tenant: 'slow', always: true, fault: { kind: 'hang' } });
    await rig.fault({ tenant: 'away', always: true, fault: { kind: 'down' } });
    const { code, rows } = await examine(rig, '--read-timeout', '1');
    expect(code).toBe(1);
    expect(rows.contoso?.result).toBe('ok');
    expect(rows.zenith?.result).toBe('ok');
    const rest = CHECKS.filter((check) => check !== 'files' && check !== 'tenant');
    const [slow = '', ...afterSlow] = troubles(rows.slow);
    expect(slow).toMatch(/^key unknown/);
    expect([slow, ...afterSlow].filter((line) => !line.startsWith('tenant'))).toEqual(NOT_LOOKED_AT(...rest));
    expect(troubles(rows.slow)).toContainEqual(
      expect.stringMatching(/^tenant fails: GET \/stories: no complete answer after .* when the 1 s/),
    );
    expect(troubles(rows.away)).toContainEqual(expect.stringMatching(/^tenant fails: GET \/stories: /));
  });

  it('sends ten requests at most where a tenant fails now and then, lists are long or stories many, and says what it left', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ content: named(`Theirs ${index}`) }));
    await using rig = await worldOf({
      stories: { plain: PLAIN, lookup: LOOKUP },
      tenants: {
        crowded: tenantWith({ ...ALL, stories: [{ content: ENRICH }, ...many] }),
        flaky: tenantWith(ALL),
        deadly: tenantWith(ALL),
      },
      destinations: {
        crowded: { stories: ['plain', 'lookup'] },
        flaky: { stories: ['lookup'] },
        deadly: { stories: ['lookup'] },
      },
    });
    await rig.fault({ tenant: 'flaky', path: '/user_credentials', times: 3, fault: { kind: 'error', status: 503 } });
    await rig.fault({ tenant: 'flaky', path: '/global_resources', times: 3, fault: { kind: 'error', status: 503 } });
    await rig.fault({ tenant: 'deadly', always: true, fault: { kind: 'error', status: 503 } });
    const { rows } = await examine(rig);
    expect(troubles(rows.crowded)).toEqual([
      'ownership unknown: to find out whose stories stand there takes more requests than a doctor sends',
      ...NOT_LOOKED_AT('content'),
    ]);
    expect(rows.crowded?.checks.find(({ check }) => check === 'ownership')).toMatchObject({
      stories: ['lookup', 'plain'],
      hint: '"storysync plan" asks as often as it takes',
    });
    expect(rows.crowded?.result).toBe('unknown');
    // Forty-one exports would tell; a few of them would not, so none is asked for.
    expect(rows.crowded?.requests).toBe(5);
    expect(rows.flaky?.requests).toBe(10);
    expect(troubles(rows.flaky)).toEqual([
      'ownership unknown: to find out whose stories stand there takes more requests than a doctor sends',
      'record_types unknown: not read: the requests of a doctor were used up',
      ...NOT_LOOKED_AT('content'),
    ]);
    expect(rows.deadly?.result).toBe('fails');
  });

  it('after a key rotation finds an old fleet in order in a few requests: what state proves is not exported', async () => {
    await using rig = await worldOf({ stories: { plain: PLAIN, other: named('Other') } });
    expect((await syncNow(rig)).code).toBe(0);
    await rig.later();
    expect((await syncNow(rig)).code).toBe(0);
    const { code, rows } = await examine(rig);
    expect(code).toBe(0);
    expect(troubles(rows.contoso)).toEqual([]);
    expect((await rig.log()).map(({ path }) => path)).toEqual(['/stories', '/teams/42']);
    await rig.fault({ tenant: 'contoso', always: true, fault: { kind: 'revoked_key' } });
    expect((await examine(rig)).rows.contoso?.result).toBe('fails');
  });

  it('calls what would stop only a later change a warning, where nothing is to be pushed now', async () => {
    await using rig = await worldOf({ tenants: { contoso: tenantWith(ALL) }, stories: { lookup: LOOKUP } });
    await syncNow(rig);
    await rig.later();
    await syncNow(rig);
    const { stories } = await rig.tenant('contoso');
    const lookup = stories.find(({ name }) => name === 'Lookup');
    await rig.edit('contoso', lookup?.id ?? 0, { change_control: true });
    const before = await examine(rig);
    expect(before.code).toBe(0);
    publish(rig, 'lookup', withOption(LOOKUP, 'Ask', 'method', 'post'));
    const after = await examine(rig);
    expect(after.code).toBe(1);
    expect(troubles(after.rows.contoso)).toContain(
      'change_control fails: under change control there: storysync never bypasses approval',
    );
  });

  it('warns of a clock that is far away, and of answers without one', async () => {
    await using rig = await worldOf({ stories: { plain: PLAIN } });
    await rig.control('POST', 'clock', { advance_ms: 3_600_000 });
    const ahead = await examine(rig);
    expect(ahead.code).toBe(0);
    expect(troubles(ahead.rows.contoso)).toEqual([
      expect.stringMatching(/^clock warning: the tenant's clock is \d\d minutes ahead of this machine's$/),
    ]);
    await rig.switches({ date_header: 'absent' });
    expect(troubles((await examine(rig)).rows.contoso)).toEqual([
      'clock warning: the answers carry no time, so no time of an edit is trusted and every run compares in full',
    ]);
  });

  it('looks at what the selectors choose, and refuses those that choose nothing', async () => {
    await using rig = await worldOf({
      stories: { plain: PLAIN, lookup: LOOKUP },
      tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
      destinations: {
        contoso: { stories: ['plain', 'lookup'], options: { labels: { ring: 'canary' } } },
        fabrikam: { stories: ['plain'] },
      },
    });
    expect((await examine(rig)).code).toBe(1);
    const plain = await examine(rig, '--story', 'plain');
    expect(plain).toMatchObject({ code: 0 });
    expect(Object.keys(plain.rows)).toEqual(['contoso', 'fabrikam']);
    expect(Object.keys((await examine(rig, '--label', 'ring=canary')).rows)).toEqual(['contoso']);
    expect((await examine(rig, '--destination', 'fabrikam')).code).toBe(0);
    const wrong = await rig.run('doctor', '--destination', 'contso');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('did you mean "contoso"?');
  });

  it('tells sixty destinations that say the same in one row, and each in JSON', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `customer-${String(index + 10)}`);
    const asking = storyExport({
      name: 'Asking',
      actions: [fetchAction('Ask', 'https://x.example/<<CREDENTIAL.vt>>')],
    });
    await using rig = await worldOf({
      stories: { asking },
      tenants: { shared: { ...tenantWith(), teams: names.map((name, index) => ({ id: 100 + index, name })) } },
      destinations: Object.fromEntries(
        names.map((name, index) => [name, { stories: ['asking'], tenant: 'shared', team: 100 + index }]),
      ),
    });
    const { json } = await examine(rig);
    expect(json.destinations.map(({ name }) => name)).toEqual(names);
    expect(json.destinations.every(({ missing }) => missing.length === 1)).toBe(true);
    const text = (await rig.run('doctor', '--quiet')).out;
    expect(text).toContain('! customer-10, customer-11 and 58 more: 1 check fails\n');
    expect(text.match(/credential "vt"/g)).toHaveLength(1);
  });

  it('in CI asks nobody whom the default branch does not name, and a key goes nowhere else', async () => {
    await using rig = await worldOf({
      stories: { plain: PLAIN },
      tenants: { contoso: tenantWith(), fabrikam: tenantWith() },
      destinations: { contoso: { stories: ['plain'] } },
    });
    await using server = await servedRepository(rig);
    rig.environment.CI = 'true';
    subscribe(rig, {
      stories: { plain: PLAIN },
      destinations: { contoso: { stories: ['plain'] }, fabrikam: { stories: ['plain'] } },
    });
    rig.commit('onboard fabrikam');
    const { code, rows, json } = await examine(rig);
    expect(code).toBe(1);
    expect(rows.contoso?.result).toBe('ok');
    expect(troubles(rows.fabrikam)[0]).toBe(
      'key fails: not asked: a key is used only where the default branch uses it, and there FABRIKAM_KEY does not occur',
    );
    expect(new Set((await rig.log()).map(({ tenant }) => tenant))).toEqual(new Set(['contoso']));
    expect(json.run).toMatchObject([
      { check: 'remote', result: 'ok' },
      { check: 'state_branch', result: 'ok' },
      { check: 'state_key', result: 'warning' },
    ]);
    const everywhere = await examine(rig, '--trust-worktree');
    expect(everywhere).toMatchObject({ code: 0 });
    expect(server.requests.filter(({ step, service }) => service === 'push' && step === 'do')).toEqual([]);
  });

  it('says of the remote whether it can be read, and whether it may be pushed to', async () => {
    await using rig = await worldOf({ stories: { plain: PLAIN } });
    const remoteOf = async () => (await examine(rig)).json.run.find(({ check }) => check === 'remote');
    expect(await remoteOf()).toMatchObject({ result: 'warning', message: 'none; recorded state stays in this clone' });
    await using server = await servedRepository(rig, { readOnly: true });
    expect(await remoteOf()).toMatchObject({
      result: 'warning',
      message: '"origin" can be read, not pushed to: it gives no access (403)',
    });
    await server.close();
    const gone = (await examine(rig)).json.run;
    expect(gone[0]).toMatchObject({
      check: 'remote',
      result: 'warning',
      message: expect.stringMatching(/^"origin" .*; recorded state stays/),
    });
    expect(gone[1]).toMatchObject({ check: 'state_branch', result: 'warning' });
  });
});

type Served = GitServer & AsyncDisposable;

/** Its repository behind a git server, as its remote. */
async function servedRepository(rig: Rig, options: GitServerOptions = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-git-'));
  const server = await startGitServer(folder, options);
  server.git('fetch', '--quiet', rig.dir, 'main:refs/heads/main');
  rig.git('remote', 'add', 'origin', server.url);
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await server.close();
    open = false;
  };
  return {
    ...server,
    close,
    [Symbol.asyncDispose]: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
