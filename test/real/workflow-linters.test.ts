import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { LINT_EXCEPTION } from '../../src/commands/init/init.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const TOOLS = join(ROOT, '.cache/tools');
const scratch = mkdtempSync(join(tmpdir(), 'storysync-lint-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const workflows = [
  ...['.github/workflows', 'examples/workflows', 'examples/rollout/.github/workflows'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  ),
  'examples/rollout/storysync-approval.yml',
];

function run(
  program: string,
  args: readonly string[],
  cwd = ROOT,
): { readonly code: number | null; readonly said: string } {
  const path = join(TOOLS, program);
  if (!existsSync(path)) throw new Error(`${program} is not installed. Run: bash .ci/tools`);
  const { status, stdout, stderr } = spawnSync(path, args, { cwd, encoding: 'utf8' });
  return { code: status, said: `${stdout}${stderr}` };
}

const zizmor = (...files: readonly string[]) =>
  run('zizmor/bin/zizmor', ['--offline', '--no-progress', '--quiet', '--pedantic', '--strict-collection', ...files]);
/** Without the checkers of shell and Python that a machine may happen to have. */
const actionlint = (...args: readonly string[]) => actionlintIn(ROOT, ...args);
const actionlintIn = (cwd: string, ...args: readonly string[]) =>
  run('actionlint', ['-shellcheck=', '-pyflakes=', ...args], cwd);

/** What `storysync init` writes where it differs from the example. */
const written = [
  { manifest: 'customers/eu/sync.yaml', branch: 'trunk' },
  { manifest: 'sync.yaml', branch: 'main', action: { repository: 'acme/sync', path: '', ref: 'a1'.repeat(20) } },
].map((settings, index) => {
  const file = join(scratch, `init-${index}.yml`);
  writeFileSync(file, workflowText(settings));
  return file;
});

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
  it('has nothing to say about our workflows, the examples, those of init and the Action', () => {
    expect(zizmor(...workflows, ...written, 'action.yml')).toEqual({
      code: 0,
      said: expect.stringContaining('No findings'),
    });
  });

  it.each([
    ['a token that is left in the clone', /\n *persist-credentials: false/, '', 'artipacked'],
    ['an action by its tag', /actions\/checkout@[0-9a-f]{40} # (\S+)/, 'actions/checkout@$1', 'unpinned-uses'],
    ['a permission for every job', 'permissions: {}', 'permissions: write-all', 'excessive-permissions'],
    ['a tag of ours', /storysync@0{40} # (\S+)/, 'storysync@$1', 'unpinned-uses'],
    ['the keys of all', 'secrets.TINES_API_KEYS', 'toJSON(secrets)', 'overprovisioned-secrets'],
  ])('finds %s', (_what, from, to, audit) => {
    const { code, said } = zizmor(spoilt(from, to));
    expect(said).toContain(audit);
    expect(code).not.toBe(0);
  });
});

describe('actionlint', () => {
  it('has nothing to say about our workflows, the examples and those of init', () => {
    expect(actionlint(...workflows)).toEqual({ code: 0, said: '' });
    // In a repository of its own, with the exception that init writes beside it.
    const root = mkdtempSync(join(scratch, 'repository-'));
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, '.github/workflows'), { recursive: true });
    for (const text of [LINT_EXCEPTION, 'paths: {}\n']) {
      writeFileSync(join(root, '.github/actionlint.yaml'), text);
      for (const file of written) {
        copyFileSync(file, join(root, '.github/workflows/storysync.yml'));
        const { code, said } = actionlintIn(root, '.github/workflows/storysync.yml');
        expect({ code, queue: said.includes('"queue"') }).toEqual(
          text === LINT_EXCEPTION ? { code: 0, queue: false } : { code: 1, queue: true },
        );
      }
    }
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
