import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { programFile } from '../support/program.ts';
import type { Rig } from '../support/rig.ts';
import { manifestFor, smallWorld } from '../support/worlds.ts';

/** The small world, with a region for each destination, and more labels at the first. */
async function regions(more = ''): Promise<Rig> {
  const rig = await smallWorld();
  const manifest = manifestFor(rig.url, `    labels: { region: eu${more} }\n`);
  rig.write('sync.yaml', `${manifest}    labels: { region: us }\n`);
  return rig;
}

/** What a shell is answered: what kind, and the candidates without their descriptions. */
async function complete(rig: Rig, ...words: readonly string[]): Promise<readonly string[]> {
  const { code, out, err } = await rig.run('__complete', '--', ...words);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').flatMap((line) => line.split('\t')[0] || []);
}

describe('what completes a command line', () => {
  it('are the rings of the rollout, in order of name', async () => {
    await using rig = await regions();
    const rings = '[{ name: eu, match: { region: eu } }, { name: broad }]';
    rig.write('sync.yaml', `${manifestFor(rig.url)}rollout: { rings: ${rings} }\n`);
    expect(await complete(rig, 'plan', '--ring', '')).toEqual(['words', 'broad', 'eu']);
  });

  it.each([
    [['st'], ['words', 'status']],
    [['--v'], ['words', '--version']],
    [
      ['plan', '--off'],
      ['words', '--offline'],
    ],
    [
      ['sync', '--p'],
      ['words', '--pending', '--plan', '--prune', '--prune-stories', '--poll-timeout'],
    ],
    // Given once is enough, unless more values widen it.
    [['plan', '--offline', '--off'], ['words']],
    [
      ['plan', '--story', 'triage', '--sto'],
      ['words', '--story'],
    ],
    [
      ['plan', '--format', ''],
      ['words', 'text', 'json', 'markdown'],
    ],
    [
      ['plan', '--format', 'j'],
      ['words', 'json'],
    ],
    [
      ['plan', '--format=m'],
      ['words', '--format=markdown'],
    ],
    [['plan', '--format', 'json', ''], ['words']],
    [
      ['diff', '--format', 's'],
      ['words', 'svg'],
    ],
    [
      ['plan', '--destination', ''],
      ['words', 'contoso', 'fabrikam'],
    ],
    [
      ['plan', '--destination', 'con'],
      ['words', 'contoso'],
    ],
    [
      ['plan', '--destination', 'contoso', ''],
      ['words', 'fabrikam'],
    ],
    [
      ['plan', '--destination=fab'],
      ['words', '--destination=fabrikam'],
    ],
    [
      ['detach', '--destination', 'contoso', '--story', 't'],
      ['words', 'triage'],
    ],
    [
      ['plan', '--label', 'region='],
      ['words', 'region=eu', 'region=us'],
    ],
    [
      ['diff', ''],
      ['words', 'enrich', 'triage'],
    ],
    [['diff', 'triage', ''], ['words']],
    [
      ['diff', 'triage', '--destination', 'f'],
      ['words', 'fabrikam'],
    ],
    [['plan', '--out', ''], ['files']],
    [['plan', '--manifest', ''], ['files']],
    [['plan', '--concurrency', ''], ['words']],
    [
      ['completion', ''],
      ['words', 'bash', 'zsh', 'fish'],
    ],
    [['completion', 'bash', ''], ['words']],
    [['frobnicate', '--'], ['words']],
    [['plan', '--', '--off'], ['words']],
    [['__c'], ['words']],
  ])('%j: %j', async (words, expected) => {
    await using rig = await regions();
    expect(await complete(rig, ...words)).toEqual(expected);
    expect(await rig.log()).toEqual([]);
  });

  it('are all commands and options that there are, each with what it is about', async () => {
    await using rig = await smallWorld();
    const program = buildProgram({ out: () => {}, err: () => {} }, () => async () => {});
    const { out } = await rig.run('__complete', '--', '');
    for (const command of program.commands.filter((each) => each.name() !== '__complete')) {
      expect(out).toContain(`\n${command.name()}\t${command.description()}\n`);
      const offered = await complete(rig, command.name(), '--');
      const longs = command.options.map(({ long }) => long ?? '');
      expect([...offered].sort()).toEqual(['--help', ...longs, 'words'].sort());
    }
  });

  it('are the names of the manifest that the command line itself names', async () => {
    await using rig = await smallWorld();
    rig.write('eu/sync.yaml', rig.read('sync.yaml').replaceAll('contoso:', 'northwind:'));
    for (const given of [['--manifest', 'eu/sync.yaml'], ['--manifest=eu/sync.yaml']]) {
      const found = await complete(rig, 'plan', ...given, '--destination', '');
      expect(found).toEqual(['words', 'fabrikam', 'northwind']);
    }
  });

  it('is nothing, silently, where the manifest is missing or invalid', async () => {
    await using rig = await smallWorld();
    for (const text of ['version: 1\n', '\0', 'a: [b']) {
      rig.write('sync.yaml', text);
      expect(await complete(rig, 'plan', '--destination', '')).toEqual(['words']);
    }
    expect(await complete(rig, 'plan', '--manifest', 'none.yaml', '--story', '')).toEqual(['words']);
  });

  it('is nothing that a shell could take for more than a word', async () => {
    const hostile = [
      '$(touch pwned)',
      '`id`',
      "a'b",
      'two words',
      ';ls',
      '~',
      '*',
      '-n',
      'bell\u0007',
      'tab\t',
      'fine',
    ];
    const labels = hostile.map((value, index) => `, l${index}: ${JSON.stringify(value)}`);
    await using rig = await regions(labels.join(''));
    expect((await rig.run('validate')).code).toBe(0);
    // A dash inside of a word is harmless.
    expect(await complete(rig, 'plan', '--label', 'l')).toEqual(['words', 'l10=fine', 'l7=-n']);
  });
});

/** Lines that somebody has typed so far, in a folder with the small world, and what is offered. */
const TYPED = [
  ['storysync va', ['validate']],
  ['storysync plan --destination contoso f', ['fabrikam']],
  ['storysync plan --destination nobody', []],
] as const;

describe.skipIf(process.platform === 'win32')('in a real shell', () => {
  const bin = mkdtempSync(join(tmpdir(), 'storysync-bin-'));
  let rig: Rig;
  beforeAll(async () => {
    rig = await regions();
    const program = join(bin, 'storysync');
    writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${await programFile()}' "$@"\n`);
    chmodSync(program, 0o755);
  });
  afterAll(async () => {
    rmSync(bin, { recursive: true });
    await rig[Symbol.asyncDispose]();
  });

  function shell(name: string, ...args: readonly string[]): string {
    const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}`, HOME: bin };
    const { status, stdout, stderr } = spawnSync(name, args, { cwd: rig.dir, encoding: 'utf8', env });
    expect({ name, status, stderr }).toEqual({ name, status: 0, stderr: '' });
    return stdout;
  }
  const isHere = (name: string): boolean =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

  it('bash offers names, the rest of a word behind an equals sign, and paths', async () => {
    const { out: script } = await rig.run('completion', 'bash');
    rig.write('with blank.json', '{}');
    const lines = [
      ...TYPED,
      ['storysync plan --label region=', ['eu', 'us']],
      ['storysync plan --destination=con', ['contoso']],
      ['storysync plan --out with', ['with blank.json']],
    ] as const;
    const typed = lines.map(([line]) => {
      const set = `COMP_LINE='${line}' COMP_POINT=${line.length}`;
      return `${set}; _storysync; printf '%s\\n' "\${COMPREPLY[@]}" ===`;
    });
    const out = shell('bash', '--norc', '-c', [script, ...typed].join('\n'));
    const offered = out.split('===\n').map((part) => part.split('\n').filter((word) => word !== ''));
    expect(offered.slice(0, -1)).toEqual(lines.map(([, expected]) => expected));
    expect(shell('bash', '--norc', '-c', `${script}\ncomplete -p storysync`)).toBe(
      'complete -F _storysync storysync\n',
    );
  });

  it('bash offers nothing, silently, where there is no storysync', async () => {
    const { out: script } = await rig.run('completion', 'bash');
    const lost = `${script}\nPATH=/nowhere; COMP_LINE='storysync p' COMP_POINT=11; _storysync; echo "\${#COMPREPLY[@]}"`;
    expect(shell('bash', '--norc', '-c', lost)).toBe('0\n');
  });

  it.skipIf(!isHere('fish'))('fish offers the same', async () => {
    const { out: script } = await rig.run('completion', 'fish');
    writeFileSync(join(bin, 'completion.fish'), script);
    for (const [line, expected] of TYPED) {
      const source = `source ${join(bin, 'completion.fish')}; complete -C '${line}'`;
      const words = shell('fish', '--no-config', '-c', source).split('\n');
      expect([line, ...words.flatMap((word) => word.split('\t')[0] || [])]).toEqual([line, ...expected]);
    }
  });

  it.skipIf(!isHere('zsh'))('zsh hands on the same', async () => {
    const { out: script } = await rig.run('completion', 'zsh');
    for (const [line, expected] of TYPED) {
      const words = line.split(' ');
      const asked = `words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _storysync`;
      const heard = 'compadd() { while [[ $1 != -a ]]; do shift; done; print -l -- ${(P)2} }';
      const out = shell('zsh', '-f', '-c', [script, heard, asked, 'true'].join('\n'));
      expect([line, ...out.split('\n').filter((word) => word !== '')]).toEqual([line, ...expected]);
    }
  });
});
