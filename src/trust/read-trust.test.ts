import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fail, ok } from '../diagnostics/result.ts';
import { readBaseManifest } from './base-manifest.ts';
import type { GitHub } from './ports.ts';

let dir = '';

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'storysync-base-')));
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

type Asked = { readonly ref: string; readonly path: string };

/** GitHub's API, with what it answers and what it was asked. */
function api(answer: Awaited<ReturnType<GitHub['fileAt']>>): Pick<GitHub, 'fileAt'> & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fileAt: async (ref, path) => {
      asked.push({ ref, path });
      return answer;
    },
  };
}

const forbidden = fail({ kind: 'forbidden', status: 403, what: 'read a file' } as const);
const MISSING = 'd'.repeat(40);

async function read(
  baseSha: string,
  github: Pick<GitHub, 'fileAt'> = api(forbidden),
  path = 'sync.yaml',
): Promise<string> {
  const base = await readBaseManifest({ dir, baseSha, path, github, today: '2026-11-22' });
  return base.ok ? (base.value.destinations[0]?.tenantUrl ?? 'no destination') : `none: ${base.error}`;
}

describe('readBaseManifest', () => {
  it('reads the base commit, not what the pull request made of it, and asks nobody else', async () => {
    const base = commit(manifest('contoso.tines.com'));
    commit(manifest('evil.example'));
    writeFileSync(join(dir, 'sync.yaml'), manifest('worse.example'));
    git('add', '--all');
    const github = api(ok(manifest('from-api.example')));
    expect(await read(base, github)).toBe('https://contoso.tines.com');
    expect(github.asked).toEqual([]);
  });

  it('asks GitHub for a commit that a shallow clone lacks', async () => {
    commit(manifest('evil.example'));
    const github = api(ok(manifest('contoso.tines.com')));
    expect(await read(MISSING, github)).toBe('https://contoso.tines.com');
    expect(github.asked).toEqual([{ ref: MISSING, path: 'sync.yaml' }]);
  });

  it('has none when neither knows the commit, and says how to bring it', async () => {
    commit(manifest('evil.example'));
    expect(await read(MISSING)).toMatch(/^none: the base commit is not in this clone \(fetch-depth: 0.*\(forbidden\)$/);
    expect(await read(MISSING, api(ok(undefined)))).toBe('none: the base branch has no sync.yaml');
  });

  it('has none when the base branch has none, also when GitHub would give one', async () => {
    const base = commitAll();
    commit(manifest('evil.example'));
    expect(await read(base, api(ok(manifest('evil.example'))))).toBe('none: the base branch has no sync.yaml');
  });

  it('takes a base manifest with warnings, and none with errors or that is no text', async () => {
    const stale = '    detached: { a: { reason: tuned, until: 2020-01-31 } }\n';
    expect(await read(commit(manifest('contoso.tines.com', stale)))).toBe('https://contoso.tines.com');
    const broken = 'none: sync.yaml of the base branch is not a valid manifest';
    expect(await read(commit(manifest('contoso.tines.com', '    nonsense: 1\n')))).toBe(broken);
    expect(await read(commit(new Uint8Array([0xff, 0xfe, 0x00])))).toBe(broken);
    expect(await read(MISSING, api(ok('nonsense')))).toBe(broken);
  });

  it.skipIf(process.platform === 'win32')('follows no symbolic link', async () => {
    commit(manifest('contoso.tines.com'));
    symlinkSync('sync.yaml', join(dir, 'linked.yaml'));
    const github = api(ok(manifest('contoso.tines.com')));
    expect(await read(commitAll(), github, 'linked.yaml')).toMatch(/^none: .*symbolic link$/);
    expect(github.asked).toEqual([]);
  });

  it('asks nobody for a path that leads out of the repository', async () => {
    const base = commit(manifest('contoso.tines.com'));
    const github = api(ok(manifest('contoso.tines.com')));
    for (const path of ['../sync.yaml', '/sync.yaml', 'a/../../sync.yaml']) {
      expect(await read(base, github, path)).toBe(`none: ${path} is not a path inside the repository`);
      expect(await read(MISSING, github, path)).toBe(`none: ${path} is not a path inside the repository`);
    }
    expect(github.asked).toEqual([]);
  });
});
