import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commitCommand, isCommit, parseActionRef } from './action-ref.ts';
import { workflowText } from './workflow.ts';

const EXAMPLE = readFileSync(resolve(import.meta.dirname, '../../../examples/workflows/storysync.yml'), 'utf8');
const PLAIN = { manifest: 'sync.yaml', branch: 'main' };
const COMMIT = '4f2e91c'.repeat(6).slice(0, 40);

const usesOf = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => /uses: (\S*storysync@.*)$/.exec(line)?.[1] ?? []);

it('the workflow is the example, to the byte', () => {
  expect(workflowText(PLAIN)).toBe(EXAMPLE);
});

describe('--action', () => {
  it.each([
    ['v1.2.0', 'storysync/storysync@v1.2.0', 'v1.2.0 of storysync/storysync can be moved'],
    [COMMIT, `storysync/storysync@${COMMIT}`, 'Pinned: every step runs this commit of storysync/storysync.'],
    [`acme/sync@${COMMIT}`, `acme/sync@${COMMIT}`, 'Pinned: every step runs this commit of acme/sync.'],
    ['acme/tools/storysync@v2', 'acme/tools/storysync@v2', 'https://github.com/acme/tools v2'],
  ])('%s is what every step runs, and the first step of the setup fits', (text, uses, step) => {
    const action = parseActionRef(text);
    if (action === undefined) throw new Error(`${text} was not understood`);
    const made = workflowText({ ...PLAIN, action });
    const used = made.split('\n').filter((line) => line.includes(`uses: ${uses}`));
    expect(used).toHaveLength(usesOf(EXAMPLE).length);
    expect(made).toContain(step);
    expect(made).not.toContain('0000');
    expect(made.match(/^# \d\./gm)).toEqual(['# 1.', '# 2.', '# 3.', '# 4.', '# 5.']);
    expect(Object.keys(parse(made).jobs)).toEqual(Object.keys(parse(EXAMPLE).jobs));
  });

  it.each([
    '',
    'storysync@v1',
    'v1 v2',
    '-v1',
    'a/b@',
    'a/../b@v1',
    'v1..v2',
    'v1/',
    "v1'",
    '@v1',
    'https://x/y@v1',
    './',
  ])('%j is no reference', (text) => {
    expect(parseActionRef(text)).toBeUndefined();
  });

  it('a commit has 40 digits; a shorter one could become another one', () => {
    const found = [COMMIT, COMMIT.slice(0, 39), 'v1'].map((ref) => isCommit({ repository: 'a/b', path: '', ref }));
    expect(found).toEqual([true, false, false]);
  });

  it('the command that names the commit also sees through an annotated tag', () => {
    expect(commitCommand({ repository: 'acme/sync', ref: 'v1' })).toBe(
      `git ls-remote https://github.com/acme/sync v1 'v1^{}'`,
    );
  });
});

it.each(['eu/sync.yaml', 'with blank/sync.yaml', '1.yaml', 'a: b/"c".yaml'])(
  'the manifest %j is what every step of ours reads',
  (manifest) => {
    const { jobs } = parse(workflowText({ ...PLAIN, manifest }));
    type Step = { readonly uses: string; readonly with: { readonly manifest?: string } };
    const steps = Object.values<{ readonly steps: readonly Step[] }>(jobs).flatMap((job) => job.steps);
    const ours = steps.filter(({ uses }) => uses.startsWith('storysync/'));
    expect(ours.length).toBe(usesOf(EXAMPLE).length);
    expect(ours.map((step) => step.with.manifest)).toEqual(ours.map(() => manifest));
    const others = steps.filter(({ uses }) => !uses.startsWith('storysync/'));
    expect(others.some((step) => step.with.manifest !== undefined)).toBe(false);
  },
);

it.each(['trunk', 'release/1', 'on', '7', 'a"b'])('the branch %j is the one whose merges are synced', (branch) => {
  expect(parse(workflowText({ ...PLAIN, branch })).on.push.branches).toEqual([branch]);
});
