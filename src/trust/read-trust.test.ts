import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { openRepository } from '../git/read/repository.ts';
import type { BranchTip } from '../git/remote/remote.ts';
import { readTrust } from './read-trust.ts';
import type { TrustSource } from './source.ts';

let dir = '';

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-trust-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  git('init', '--quiet', '--initial-branch=main');
});

function git(...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  return execFileSync('git', [...identity, ...args], { cwd: dir, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function commit(text: string | Uint8Array): string {
  writeFileSync(join(dir, 'sync.yaml'), text);
  return commitAll();
}

function commitAll(): string {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '-m', 'change');
  return git('rev-parse', 'HEAD');
}

function manifest(host: string, extra = ''): string {
  return `version: 1
stories: { a: {} }
destinations:
  contoso:
    destination_tenant_url: https://${host}
    destination_tenant_api_key: \${CONTOSO_KEY}
    destination_team_id: 42
    stories: [a]
${extra}`;
}

type Answers = { readonly branch?: Result<BranchTip, string>; readonly file?: Result<string | undefined, string> };

/** Somebody who knows the default branch, with what he answers and what he was asked. */
function source({ branch, file = fail('gives no file') }: Answers): TrustSource & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    defaultBranch: async () => branch ?? ok({ name: 'main', tip: git('rev-parse', 'main') }),
    fileAt: async (commit, path) => {
      asked.push(`${commit}:${path}`);
      if (!file.ok) return file;
      return ok(file.value === undefined ? undefined : new TextEncoder().encode(file.value));
    },
  };
}

const MISSING = { name: 'main', tip: 'd'.repeat(40) };

async function read(sources: readonly TrustSource[], path = 'sync.yaml'): Promise<string> {
  const trust = await readTrust({ sources, repository: await openRepository(dir), path, today: '2026-11-22' });
  if (trust.kind === 'worktree') throw new Error('nobody asked the work tree');
  if (trust.kind === 'nobody') return `nobody: ${trust.why}${trust.branch ? ` (${trust.branch.name})` : ''}`;
  return `${trust.branch.name}: ${trust.manifest.destinations[0]?.tenantUrl}`;
}

describe('readTrust', () => {
  it('reads the tip that it is told, not what is checked out, and downloads nothing that is here', async () => {
    const tip = commit(manifest('contoso.tines.com'));
    commit(manifest('evil.example'));
    writeFileSync(join(dir, 'sync.yaml'), manifest('worse.example'));
    git('add', '--all');
    const api = source({ branch: ok({ name: 'trunk', tip }), file: ok(manifest('from-api.example')) });
    expect(await read([api])).toBe('trunk: https://contoso.tines.com');
    expect(api.asked).toEqual([]);
  });

  it('believes no ref of the clone, whatever it is called', async () => {
    const tip = commit(manifest('contoso.tines.com'));
    const evil = commit(manifest('evil.example'));
    for (const ref of ['refs/remotes/origin/main', 'refs/remotes/origin/HEAD', 'refs/heads/trunk']) {
      git('update-ref', ref, evil);
    }
    expect(await read([source({ branch: ok({ name: 'trunk', tip }) })])).toBe('trunk: https://contoso.tines.com');
  });

  it('asks for the file of a commit that a shallow clone lacks', async () => {
    commit(manifest('evil.example'));
    const api = source({ branch: ok(MISSING), file: ok(manifest('contoso.tines.com')) });
    expect(await read([api])).toBe('main: https://contoso.tines.com');
    expect(api.asked).toEqual([`${MISSING.tip}:sync.yaml`]);
  });

  it('goes on to the next who may know, when one does not tell or has no file to give', async () => {
    commit(manifest('contoso.tines.com'));
    expect(await read([source({ branch: fail('is silent') }), source({})])).toBe('main: https://contoso.tines.com');
    const halfway = source({ branch: ok(MISSING) });
    expect(await read([halfway, source({})])).toBe('main: https://contoso.tines.com');
  });

  it('trusts nobody when nobody tells, and says all that was tried', async () => {
    commit(manifest('evil.example'));
    const silent = (why: string) => source({ branch: fail(why) });
    expect(await read([silent('one is silent'), silent('so is two')])).toBe(
      'nobody: what stands there is not known: one is silent; so is two',
    );
    expect(await read([])).toBe('nobody: what stands there is not known: there is no remote that could tell');
    expect(await read([source({ branch: ok(MISSING) })])).toBe(
      'nobody: what stands there is not known: gives no file (main)',
    );
  });

  it('trusts nobody when the default branch has no manifest, also when somebody would give one', async () => {
    writeFileSync(join(dir, 'README.md'), 'nothing else');
    const tip = commitAll();
    commit(manifest('evil.example'));
    const api = source({ branch: ok({ name: 'main', tip }), file: ok(manifest('evil.example')) });
    expect(await read([api])).toBe('nobody: it has no sync.yaml (main)');
    expect(await read([source({ branch: ok(MISSING), file: ok(undefined) })])).toBe(
      'nobody: it has no sync.yaml (main)',
    );
  });

  it('takes a manifest with warnings, and none with errors, that is no text, or beyond the size of any', async () => {
    const stale = '    detached: { a: { reason: tuned, until: 2020-01-31 } }\n';
    commit(manifest('contoso.tines.com', stale));
    expect(await read([source({})])).toBe('main: https://contoso.tines.com');
    const broken = 'nobody: its sync.yaml is not a valid manifest (main)';
    for (const bad of [manifest('contoso.tines.com', '    nonsense: 1\n'), new Uint8Array([0xff, 0xfe, 0x00])]) {
      commit(bad);
      expect(await read([source({})])).toBe(broken);
    }
    const huge = manifest('contoso.tines.com', `#${'x'.repeat(11_000_000)}\n`);
    expect(await read([source({ branch: ok(MISSING), file: ok(huge) })])).toBe(broken);
  });

  it.skipIf(process.platform === 'win32')('follows a symbolic link inside the commit, and none out of it', async () => {
    commit(manifest('contoso.tines.com'));
    symlinkSync('sync.yaml', join(dir, 'linked.yaml'));
    symlinkSync('/etc/hosts', join(dir, 'outside.yaml'));
    commitAll();
    expect(await read([source({})], 'linked.yaml')).toBe('main: https://contoso.tines.com');
    expect(await read([source({})], 'outside.yaml')).toBe('nobody: it has no outside.yaml (main)');
  });

  it('asks nobody for a path that leads out of the repository', async () => {
    commit(manifest('contoso.tines.com'));
    const api = source({ branch: ok(MISSING), file: ok(manifest('evil.example')) });
    for (const path of ['../sync.yaml', '/sync.yaml', '..']) expect(await read([api], path)).toMatch(/^nobody: /);
    expect(api.asked).toEqual([]);
  });
});
