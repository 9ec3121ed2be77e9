import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addRemote } from '../support/git-objects.ts';
import { programFile } from '../support/program.ts';
import type { Rig } from '../support/rig.ts';
import { smallWorld } from '../support/worlds.ts';

const FORM = resolve(import.meta.dirname, '../../examples/rollout/.github/workflows/storysync-edit.yml');

type Form = { readonly jobs: { readonly edit: { readonly steps: readonly { readonly run?: string }[] } } };

/** The last step of the form, in a clone whose remote is a folder; `gh` only writes down what it is asked. */
async function propose(rig: Rig, given: { readonly [name: string]: string }) {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-form-'));
  try {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const program = (name: string, text: string): void => {
      writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    };
    program('npx', `shift 2; exec "${process.execPath}" "${await programFile()}" "$@"`);
    program('gh', `printf '%s\\n' "$*" >> "${join(folder, 'asked')}"`);
    const remote = join(folder, 'remote.git');
    rig.git('init', '--quiet', '--bare', remote);
    addRemote(join(rig.dir, '.git'), 'origin', remote);
    const { jobs } = parse(readFileSync(FORM, 'utf8')) as Form;
    const fields = { REASON: '', UNTIL: '', TO: '', BASE: 'main', BRANCH: 'storysync/edit-1-1', GITHUB_ACTOR: 'ada' };
    const { status, stderr, stdout } = spawnSync('bash', ['-c', jobs.edit.steps.at(-1)?.run ?? ''], {
      cwd: rig.dir,
      encoding: 'utf8',
      env: { ...process.env, CI: '', PATH: [bin, process.env.PATH].join(delimiter), ...fields, ...given },
    });
    const said = `${stdout}${stderr}`;
    if (status !== 0) return { status, said, asked: '', proposed: '', message: '' };
    const proposed = rig.git('-C', remote, 'show', 'storysync/edit-1-1:sync.yaml');
    const message = rig.git('-C', remote, 'log', '-1', '--format=%an %B', 'storysync/edit-1-1');
    return { status, said, asked: readFileSync(join(folder, 'asked'), 'utf8'), proposed, message };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the form that edits the manifest', () => {
  it('proposes a hold, with its reason and who asked for it, and asks no tenant', async () => {
    await using rig = await smallWorld();
    const REASON = 'audit; $(touch spoilt) "quoted"';
    const run = await propose(rig, { EDIT: 'hold', DESTINATIONS: 'contoso, fabrikam', REASON, UNTIL: '2099-01-31' });
    expect([run.status, run.said]).toEqual([0, expect.stringContaining('contoso')]);
    expect(run.proposed.match(/hold:/g)).toHaveLength(2);
    expect(run.proposed).toContain('@ada');
    expect(run.proposed).toContain('2099-01-31');
    expect(run.message).toContain('github-actions[bot] storysync hold: contoso, fabrikam');
    expect(run.asked).toContain(
      'pr create --base main --head storysync/edit-1-1 --title storysync hold: contoso, fabrikam',
    );
    expect(await rig.log()).toEqual([]);
    expect(rig.git('status', '--porcelain')).toBe('');
  });

  it('takes no option for a name, and proposes nothing where the edit is refused', async () => {
    await using rig = await smallWorld();
    for (const DESTINATIONS of ['--manifest=/etc/passwd', 'nobody', '']) {
      const run = await propose(rig, { EDIT: 'release', DESTINATIONS });
      expect(run.status).not.toBe(0);
      rig.git('remote', 'remove', 'origin');
    }
  });
});
