import { describe, expect, it } from 'vitest';
import type { ActionSettings } from '../settings.ts';
import { readSettings, unknownInputs } from './inputs.ts';

function read(inputs: { readonly [name: string]: string }): ReturnType<typeof readSettings> {
  return readSettings((name) => inputs[name] ?? '');
}

function settings(inputs: { readonly [name: string]: string }): ActionSettings {
  const result = read(inputs);
  if (!result.ok) throw new Error(result.error.join('\n'));
  return result.value;
}

function errors(inputs: { readonly [name: string]: string }): readonly string[] {
  const result = read(inputs);
  return result.ok ? [] : result.error;
}

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(settings({})).toEqual({
      command: 'auto',
      manifest: 'sync.yaml',
      selectors: { destinations: [], stories: [], labels: [], rings: [] },
      shardSize: 5000,
      statusFiles: [],
      manual: false,
      force: false,
      apiKeys: '',
      githubToken: '',
      envKeys: ['*TINES*'],
      stateKey: '',
      stateBranch: 'storysync/state',
      concurrency: 32,
      readTimeout: 120_000,
      comment: true,
      checkName: 'storysync',
    });
  });

  it('takes lists separated by commas, spaces and lines', () => {
    const { selectors } = settings({
      destinations: ' contoso,fabrikam , north-*\n',
      stories: 'a b\n\tc\r\na,',
      labels: 'region=eu, ring=can*',
      ring: 'canary early',
    });
    expect(selectors).toEqual({
      destinations: ['contoso', 'fabrikam', 'north-*'],
      stories: ['a', 'b', 'c'],
      labels: ['region=eu', 'ring=can*'],
      rings: ['canary', 'early'],
    });
  });

  it('takes the status files of a report one a line, and for nothing else', () => {
    const files = 'a b/status.json\n  status/**/*.json\r\n\n';
    expect(settings({ command: 'report', 'status-files': files }).statusFiles).toEqual([
      'a b/status.json',
      'status/**/*.json',
    ]);
    expect(errors({ command: 'report' })).toEqual([
      expect.stringContaining('status-files: "command: report" needs them'),
    ]);
    expect(errors({ command: 'sync', 'status-files': 'a' })).toEqual([
      expect.stringContaining('status-files: they belong to "command: report"'),
    ]);
    const more = {
      force: 'true',
      shard: '1/2',
      'time-budget': '5',
      'read-timeout': '7',
      rate: '300',
      'shard-size': '9',
    };
    expect(errors({ command: 'report', 'status-files': 'a', ...more }).map((text) => text.split(':')[0])).toEqual([
      'force',
      'time-budget',
      'read-timeout',
      'rate',
      'shard-size',
      'shard',
    ]);
  });

  it('takes one part of the fleet, and nothing that is none', () => {
    expect(settings({ shard: ' 2/4 ' }).selectors.shard).toEqual({ part: 2, of: 4 });
    expect(settings({ 'shard-size': '300' }).shardSize).toBe(300);
    for (const shard of ['5/4', '0/4', '1', '1/4,2/4']) {
      expect(readSettings((name) => (name === 'shard' ? shard : ''))).toMatchObject({ ok: false });
    }
  });

  it('takes the spellings of true and false that the runner takes', () => {
    for (const text of ['true', 'True', 'TRUE', ' true ']) expect(settings({ manual: text }).manual).toBe(true);
    for (const text of ['false', 'False', 'FALSE']) expect(settings({ comment: text }).comment).toBe(false);
    expect(settings({ manual: '', comment: '' })).toMatchObject({ manual: false, comment: true });
  });

  it('takes the digest of an override in its one form, with its reason', () => {
    const given = { 'override-rollout': '3FA9B2C41D22', reason: ' incident 4711 ' };
    expect(settings(given).override).toEqual({ digest: 'sha256:3fa9b2c41d22', reason: 'incident 4711' });
    expect(settings({ 'override-rollout': ' ', reason: '' }).override).toBeUndefined();
    const consent = { replace: new Set(['contoso', 'fabrikam']), takeover: new Set() };
    expect(settings({ replace: 'contoso\nfabrikam' }).consent).toEqual(consent);
    expect(settings({ replace: ' ' }).consent).toBeUndefined();
    expect(settings({ pending: 'true' }).selectors.pending).toBe(true);
  });

  it('makes a page only where somebody asked for one', () => {
    expect(settings({ page: 'true' }).page).toEqual({ alias: false });
    expect(settings({ page: 'alias', command: 'status' }).page).toEqual({ alias: true });
    expect(settings({ page: 'false' }).page).toBeUndefined();
    expect(errors({ page: 'true', command: 'doctor' })).toEqual([
      'page: it is made by a sync, a status or a report, and not with "command: doctor"',
    ]);
  });

  it('takes minutes for milliseconds', () => {
    expect(settings({ 'read-timeout': '300' }).readTimeout).toBe(300_000);
    expect(settings({ 'time-budget': '20' }).timeBudget).toBe(1_200_000);
    expect(settings({ 'time-budget': '0.5' }).timeBudget).toBe(30_000);
  });

  it.each([
    ['env-keys', '*tines*'],
    ['env-keys', '!A'],
    ['command', 'Sync'],
    ['command', 'deploy'],
    ['manual', 'yes'],
    ['force', '1'],
    ['comment', 'on'],
    ['page', 'yes'],
    ['concurrency', '0'],
    ['concurrency', '-1'],
    ['concurrency', '1001'],
    ['concurrency', '1.5'],
    ['concurrency', '0x10'],
    ['concurrency', 'many'],
    ['pending', '1'],
    ['read-timeout', '0'],
    ['read-timeout', '3601'],
    ['rate', '0'],
    ['rate', '4501'],
    ['rate', '1.5'],
    ['shard-size', '0'],
    ['shard-size', '1000001'],
    ['time-budget', '0'],
    ['time-budget', '1h'],
    ['time-budget', '7201'],
    ['time-budget', 'Infinity'],
    ['labels', 'region'],
    ['labels', '=eu'],
    ['labels', 'region='],
    ['manifest', 'a\nb'],
    ['state-branch', 'a\u0000b'],
    ['check-name', 'a --> b'],
    ['check-name', 'x'.repeat(101)],
  ])('refuses %s: %j, naming the input, the value and what is expected', (name, value) => {
    const found = errors({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name}: ".*" is not allowed, expected `));
    expect(found[0]).toContain(JSON.stringify(value.slice(0, 100)).slice(1, -1));
  });

  it.each([
    [{ 'override-rollout': 'latest', reason: 'x' }, /^override-rollout: "latest" is not allowed, expected the digest/],
    [{ 'override-rollout': '0123456789ab', reason: 'a\nb' }, /^reason: ".*" is not allowed, expected one line/],
    [{ 'override-rollout': '0123456789ab' }, /^override-rollout: it needs a reason$/],
    [{ reason: 'x' }, /^reason: it belongs to override-rollout, which is empty$/],
    [{ pending: 'true', force: 'true' }, /^pending: .* force: what is equal is not pending$/],
    [{ pending: 'true', takeover: 'contoso' }, /^pending: .*takeover/],
    [{ replace: 'contoso', 'plan-file': 'plan.json' }, /^replace: it cannot be given with plan-file/],
    [{ takeover: 'contoso', command: 'plan' }, /^takeover: it belongs to a sync/],
    [{ prune: 'all' }, /^prune: "all" is not allowed, expected a whole number/],
    [{ prune: '0' }, /^prune: "0" is not allowed/],
    [{ 'prune-stories': '3' }, /^prune-stories: it needs prune/],
    [{ prune: '3', command: 'plan' }, /^prune: it belongs to a sync/],
    [{ prune: '3', pending: 'true' }, /^pending: .*prune/],
    [{ pending: 'true', 'override-rollout': '0123456789ab', reason: 'x' }, /^pending: .*override-rollout/],
    [{ pending: 'true', command: 'export' }, /^pending: it has no meaning for "command: export"$/],
    [{ pending: 'true', command: 'doctor' }, /^pending: it has no meaning for "command: doctor"$/],
    [{ pending: 'true', command: 'validate' }, /^pending: "command: validate" always checks everything$/],
    [{ 'override-rollout': '0123456789ab', reason: 'x', command: 'plan' }, /^override-rollout: it belongs to a sync/],
  ])('refuses %j, in words', (given, words) => {
    expect(errors(given)).toEqual([expect.stringMatching(words)]);
  });

  it('reports everything at once, and never a key or the token', () => {
    const found = errors({ command: 'x', force: 'x', 'api-keys': 'hunter2', 'github-token': 'ghs_hunter2' });
    expect(found).toHaveLength(2);
    expect(found.join()).not.toContain('hunter2');
  });

  it.each(['validate', 'status'])('refuses a time for reading with %s, which asks no tenant', (command) => {
    expect(errors({ command, 'read-timeout': '60' })).toEqual([
      `read-timeout: "command: ${command}" asks no tenant, so nothing takes time to be read`,
    ]);
    expect(errors({ command, 'read-timeout': '120' })).toEqual([]);
  });

  it.each(['validate', 'status'])('refuses a rate with %s, which asks no tenant', (command) => {
    expect(errors({ command, rate: '300' })).toEqual([
      `rate: "command: ${command}" asks no tenant, so nothing is limited`,
    ]);
    expect(errors({ command, rate: '' })).toEqual([]);
  });

  it.each(['auto', 'plan', 'sync', 'export', 'doctor'])('takes a rate with %s', (command) => {
    expect(settings({ command, rate: '300' }).rate).toBe(300);
  });

  it.each(['sync', 'status', 'export', 'doctor'])('refuses a size of shards with %s, which counts none', (command) => {
    expect(errors({ command, 'shard-size': '300' })).toEqual([
      `shard-size: the output shards is that of validate and plan, and not of "command: ${command}"`,
    ]);
    expect(errors({ command, 'shard-size': '5000' })).toEqual([]);
  });

  it('refuses with a plan file what the plan itself decides', () => {
    const narrowed = { destinations: 'a', stories: 'a', labels: 'a=b', ring: 'a' };
    const given = { ...narrowed, manual: 'true', force: 'true', 'override-rollout': '0123456789ab' };
    expect(errors({ ...given, reason: 'x', 'plan-file': 'plan.json' })).toEqual(
      Object.keys(given).map((name) => `${name}: it cannot be given with plan-file, which says itself what is pushed`),
    );
    expect(settings({ 'plan-file': 'plan.json', manual: 'false' }).planFile).toBe('plan.json');
  });

  it('refuses what only a sync can do with any other command', () => {
    const given = { manual: 'true', force: 'true' };
    expect(errors({ ...given, command: 'plan' })).toHaveLength(2);
    expect(errors({ 'plan-file': 'plan.json', command: 'validate' })).toHaveLength(1);
    expect(errors({ 'time-budget': '5', command: 'plan' })).toHaveLength(1);
    expect(errors({ 'time-budget': '5', command: 'auto' })).toEqual([]);
    expect(errors({ ...given, command: 'sync' })).toEqual([]);
    expect(errors({ ...given, command: 'auto' })).toEqual([]);
  });
});

it('refuses to narrow a validation, which checks everything', () => {
  const given = { destinations: 'a', stories: 'a', labels: 'a=b', ring: 'a' };
  expect(errors({ ...given, command: 'validate' })).toEqual(
    Object.keys(given).map((name) => `${name}: "command: validate" always checks everything`),
  );
  expect(errors({ ...given, command: 'plan' })).toEqual([]);
});

describe('unknownInputs', () => {
  it('finds misspelt inputs and names the right one, but no value', () => {
    const found = unknownInputs({
      'INPUT_API-KEYS': 'x',
      INPUT_MANUAL: 'x',
      INPUT_API_KEYS: 'hunter2',
      INPUT_DESTINATION: 'hunter2',
      INPUT_ZZZZZZZZZZZZ: 'hunter2',
      INPUTS: 'x',
      PATH: 'x',
    });
    expect(found).toEqual([
      '"api_keys" is not an input of this action; did you mean "api-keys"?',
      '"destination" is not an input of this action; did you mean "destinations"?',
      expect.stringMatching(/^"zzzzzzzzzzzz" is not an input of this action; there are: command, manifest/),
    ]);
    expect(found.join()).not.toContain('hunter2');
  });
});
