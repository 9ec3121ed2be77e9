import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TOOLS = join(ROOT, '.cache/tools');
const scratch = mkdtempSync(join(tmpdir(), 'storysync-lint-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const workflows = ['.github/workflows', 'examples/workflows'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);

function run(program: string, args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const path = join(TOOLS, program);
  if (!existsSync(path)) throw new Error(`${program} is not installed. Run: bash .ci/tools`);
  const { status, stdout, stderr } = spawnSync(path, args, { cwd: ROOT, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
}

const zizmor = (...files: readonly string[]) =>
  run('zizmor/bin/zizmor', ['--offline', '--no-progress', '--quiet', '--pedantic', '--strict-collection', ...files]);
/** Without the checkers of shell and Python that a machine may happen to have. */
const actionlint = (...args: readonly string[]) => run('actionlint', ['-shellcheck=', '-pyflakes=', ...args]);

/** The workflow that people copy, with one thing changed. */
function spoilt(from: string | RegExp, to: string): string {
  const text = readFileSync(join(ROOT, 'examples/workflows/storysync.yml'), 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  const file = join(scratch, 'spoilt.yml');
  writeFileSync(file, changed);
  return file;
}

describe('zizmor', () => {
  it('has nothing to say about our workflows, the examples and the Action', () => {
    expect(zizmor(...workflows, 'action.yml')).toEqual({ code: 0, said: expect.stringContaining('No findings') });
  });

  it.each([
    ['a token that is left in the clone', /\n *persist-credentials: false/, '', 'artipacked'],
    ['an action by its tag', /actions\/checkout@[0-9a-f]{40} # (\S+)/, 'actions/checkout@$1', 'unpinned-uses'],
    ['a permission for every job', 'permissions: {}', 'permissions: write-all', 'excessive-permissions'],
    ['the keys of all', 'secrets.TINES_API_KEYS', 'toJSON(secrets)', 'overprovisioned-secrets'],
  ])('finds %s', (_what, from, to, audit) => {
    const { code, said } = zizmor(spoilt(from, to));
    expect(said).toContain(audit);
    expect(code).not.toBe(0);
  });
});

describe('actionlint', () => {
  it('has nothing to say about our workflows and the examples', () => {
    expect(actionlint(...workflows)).toEqual({ code: 0, said: '' });
  });

  it.each([
    ['a job that waits for one that is not there', 'needs: plan', 'needs: plam', 'needs job "plam"'],
    ['a property that no event has', 'github.event_name', 'github.event_nome', 'event_nome'],
  ])('finds %s', (_what, from, to, words) => {
    expect(actionlint('-config-file', join(ROOT, '.github/actionlint.yaml'), spoilt(from, to)).said).toContain(words);
  });

  it('still needs the exception for the key that it does not know, and no other', () => {
    const none = join(scratch, 'none.yaml');
    writeFileSync(none, 'paths: {}\n');
    const each = '{{range $one := .}}{{$one.Message}}\\n{{end}}';
    const found = actionlint('-config-file', none, '-format', each, ...workflows).said.trim();
    expect(new Set(found.split('\n').map((line) => line.split('. expected')[0]))).toEqual(
      new Set(['unexpected key "queue" for "concurrency" section']),
    );
  });
});
