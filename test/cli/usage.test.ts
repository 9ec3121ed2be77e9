import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../support/worlds.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const COMMANDS = [
  'init',
  'validate',
  'doctor',
  'export',
  'plan',
  'sync',
  'status',
  'report',
  'diff',
  'detach',
  'reattach',
  'rollback',
  'unpin',
  'completion',
  'emulator',
  'demo',
] as const;

describe('a wrong call', () => {
  it.each([
    [['plan', '--hlp'], "unknown option '--hlp'"],
    [['pln'], `unknown command 'pln'; did you mean "plan"?`],
    [['STATUS'], `unknown command 'STATUS'; did you mean "status"?`],
    [['frobnicate'], "error: unknown command 'frobnicate'\n"],
    [['plan', '--Offline'], `unknown option '--Offline'; did you mean "--offline"?`],
    [['plan', '--destinaton', 'a'], `unknown option '--destinaton'; did you mean "--destination"?`],
    [['plan', '--destination', 'CONTOSO'], 'did you mean "contoso"?'],
    [['plan', '--story', 'Triage'], 'did you mean "triage"?'],
    [['plan', '--format', 'xml'], 'Allowed choices are text, json, markdown'],
    [['plan', '--concurrency', 'many'], 'must be a whole number from 1 to 1000'],
    [['plan', '--destination', 'contosso'], 'did you mean "contoso"?'],
    [['plan', '--story', 'x*'], '--story x* matches nothing'],
    [['plan', '--destination', ''], '--destination "" matches nothing'],
    [['sync', '--shard', '3/2'], 'It must be K/N: the K-th of N parts'],
    [['sync', '--plan', 'plan.json', '--shard', '1/2'], "cannot be used with option '--shard"],
    [['plan', '--label', 'region='], '--label region= matches nothing'],
    [['plan', '--label', 'region'], 'write it as name=value'],
    [['plan', '--ring', 'canary'], '--ring canary matches nothing: there is no rollout'],
    [['sync', '--plan', 'plan.json', '--ring', 'x'], "cannot be used with option '--ring"],
    [['validate', '--ring', 'x'], "unknown option '--ring'"],
    [['plan', '--manifest', 'nowhere.yaml'], 'there is no such file'],
    [['plan', '--at', 'no-such-branch'], '--at "no-such-branch" is not a branch, tag or commit'],
    [['sync', '--at', ''], '--at "" is not a name of a commit'],
    [['plan', '--base', 'HEAD~9'], '--base "HEAD~9" goes back further than history does'],
    [['sync', '--base', 'HEAD'], "unknown option '--base'"],
    [['sync', '--plan', 'missing.json'], 'RUN005'],
    [['sync', '--plan', 'plan.json', '--force'], "cannot be used with option '--force'"],
    [['sync', '--manual', 'extra'], 'too many arguments'],
    [['sync', '--plan', 'plan.json', '--pending'], "cannot be used with option '--pending'"],
    [['sync', '--override-rollout', 'sha256:12345', '--reason', 'x'], 'It must be the digest of a plan: 12 to 64'],
    [['sync', '--override-rollout', '0123456789ab'], "option '--override-rollout' needs '--reason'"],
    [['sync', '--prune-stories', '3'], "option '--prune-stories' needs '--prune'"],
    [['sync', '--reason', 'x'], "option '--reason' needs '--override-rollout'"],
    [['sync', '--override-rollout', '0123456789ab', '--reason', 'two\nlines'], 'It must be one line of at most 200'],
    [['sync', '--override-rollout', '0123456789ab', '--reason', 'x', '--pending'], "with option '--pending'"],
    [['plan', '--override-rollout', '0123456789ab'], "unknown option '--override-rollout'"],
    [['doctor', '--pending'], "unknown option '--pending'"],
    [['status', '--live', '--no-state', '--pending'], "cannot be used with option '--no-state'"],
    [['completion'], "missing required argument 'shell'"],
    [['completion', 'csh'], 'Allowed choices are bash, zsh, fish'],
    [['completion', 'bash', 'zsh'], 'too many arguments'],
    [['emulator', '--port', '99999'], 'must be a port'],
    [['sync', '--manul'], 'hint: "storysync sync --help" lists its options'],
    [['plan', '--quiet', '--verbose'], "cannot be used with option '--verbose'"],
    [['plan', '--offline', '--no-state'], "cannot be used with option '--no-state'"],
    [
      ['reattach', '--destination', 'a', '--story', 'b', '--offline', '--no-state'],
      "cannot be used with option '--no-state'",
    ],
    [['emulator', '--config', 'nowhere.yaml'], 'hint: name a readable file, or leave --config out'],
    [['emulator', '--port', '0', '--data', 'package.json'], 'hint: name another one with --data'],
  ])('%j cannot run: exit code 2, the reason on stderr, nothing on stdout, no tenant asked', async (argv, reason) => {
    await using rig = await smallWorld();
    const { code, out, err } = await rig.run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(reason);
    expect(await rig.log()).toEqual([]);
  });
});

it('an emulator on a port that is in use says which, and how to name another one', async () => {
  await using rig = await smallWorld();
  const { code, err } = await rig.run('emulator', '--port', new URL(rig.url).port);
  expect(code).toBe(2);
  expect(err).toMatch(/port \d+ is in use already\n {2}hint: name another one with --port/);
});

describe('the help', () => {
  it('ends with exit code 0 and names every command', async () => {
    await using rig = await smallWorld();
    const { code, out } = await rig.run('--help');
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toContain(`  ${command} `);
  });

  it('and docs/commands.md speak of the same flags, and no other page of more', async () => {
    await using rig = await smallWorld();
    const help = await Promise.all([rig.run('--help'), ...COMMANDS.map((command) => rig.run(command, '--help'))]);
    const flagsIn = (text: string) => new Set(text.match(/--[a-z][a-z-]+/g));
    const known = flagsIn(help.map(({ out }) => out).join('\n'));
    const others = [
      'README.md',
      'SECURITY.md',
      'docs/action.md',
      'docs/lifecycle.md',
      'docs/manifest.md',
      'docs/state.md',
    ];
    const inCode = others.flatMap(
      (file) => readFileSync(join(ROOT, file), 'utf8').match(/`(?:storysync |--)[^`]*`/g) ?? [],
    );
    expect([...flagsIn(inCode.join('\n'))].filter((flag) => !known.has(flag))).toEqual([]);
    const spoken = flagsIn(readFileSync(join(ROOT, 'docs/commands.md'), 'utf8'));
    expect([...spoken].filter((flag) => !known.has(flag))).toEqual([]);
    expect([...known].filter((flag) => !spoken.has(flag) && flag !== '--help')).toEqual([]);
  });

  it('names what a command is about first, and no default that says only that nothing was asked for', async () => {
    await using rig = await smallWorld();
    const { out } = await rig.run('sync', '--help');
    expect(out.indexOf('--prune')).toBeLessThan(out.indexOf('--manifest'));
    expect(out).toContain('(default: 32)');
    expect(out).not.toMatch(/default:\s+(false|\[\])/);
  });
});

describe('the bundle', () => {
  it('is the command line: it runs without node_modules beside it', () => {
    const out = execFileSync(process.execPath, [join(ROOT, 'dist/cli.js'), '--version'], {
      encoding: 'utf8',
      cwd: '/',
    });
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('speaks JSON and nothing else on stdout', () => {
    const out = execFileSync(
      process.execPath,
      [join(ROOT, 'dist/cli.js'), 'validate', '--manifest', 'examples/quickstart/sync.yaml', '--format', 'json'],
      { encoding: 'utf8', cwd: ROOT },
    );
    expect(JSON.parse(out)).toMatchObject({ format: 'storysync.findings/1', findings: [] });
  });
});
