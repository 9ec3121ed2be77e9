import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '..');
/** What people copy; a ring for each job stands in place of two jobs of the workflow beside it. */
const EXAMPLES = [
  ...['examples/workflows', 'examples/rollout/.github/workflows'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  ),
  'examples/rollout/storysync-approval.yml',
];
const ALL = [...EXAMPLES, ...readdirSync(join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`)];

/** Where we show people lines to copy: every page and example with a step of ours. */
const SHOWN = ['README.md', 'CONTRIBUTING.md', ...filesBelow('docs'), ...filesBelow('examples')].filter((file) =>
  /uses: \S*storysync/.test(readFileSync(join(ROOT, file), 'utf8')),
);
/**
 * What stands for the commit of this version, until whoever copies the line writes it there: GitHub runs no such commit.
 * A server of one's own has a copy of its own.
 */
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly version: string };
const PLACEHOLDER = `storysync@${'0'.repeat(40)} # v${version}`;
const ownerIn = (file: string): string => (file.includes('ghes') ? 'my-org' : 'storysync');

function filesBelow(folder: string): readonly string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(?:md|ya?ml)$/.test(file)).map((file) => join(folder, file).replaceAll('\\', '/'));
}

type Step = {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: { readonly [variable: string]: string };
  readonly with?: { readonly [input: string]: unknown };
};
type Concurrency = { readonly group: string; readonly 'cancel-in-progress': boolean; readonly queue?: string };
type Access = { readonly [scope: string]: string };
type Workflow = {
  readonly on: { readonly [event: string]: unknown };
  readonly permissions?: Access;
  readonly concurrency?: Concurrency;
  readonly jobs: {
    readonly [id: string]: {
      readonly name?: string;
      readonly if?: string;
      readonly needs?: string | readonly string[];
      readonly permissions?: Access;
      readonly environment?: string;
      readonly concurrency?: Concurrency;
      readonly steps: readonly Step[];
    };
  };
};
type Parser = typeof import('@actions/workflow-parser');

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const open = (file: string): Workflow => parse(textOf(file)) as Workflow;
const concurrencyOf = (file: string, job: Workflow['jobs'][string]): Concurrency | undefined =>
  job.concurrency ?? open(file).concurrency;
const usesOf = (file: string): readonly string[] =>
  textOf(file)
    .split('\n')
    .filter((line) => /^\s*(?:- )?uses:/.test(line));
const isOurs = (step: Step): boolean => /^[\w-]+\/storysync@/.test(step.uses ?? '');

/** GitHub's own parser imports JSON in a way that Node refuses and a bundler does not. */
async function loadParser(): Promise<Parser> {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-parser-'));
  try {
    const input = resolve(ROOT, 'node_modules/@actions/workflow-parser/dist/index.js');
    const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent' });
    await bundle.write({ dir: folder, format: 'esm', entryFileNames: 'parser.mjs', codeSplitting: false });
    await bundle.close();
    return (await import(/* @vite-ignore */ pathToFileURL(join(folder, 'parser.mjs')).href)) as Parser;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the workflows', () => {
  let parser: Parser;
  beforeAll(async () => {
    parser = await loadParser();
  });

  async function errorsOf(name: string, content: string): Promise<readonly string[]> {
    const { context, value } = parser.parseWorkflow({ name, content }, new parser.NoOperationTraceWriter());
    if (value !== undefined) await parser.convertWorkflowTemplate(context, value);
    return context.errors.getErrors().map(({ message }) => message);
  }

  it.each(ALL)('%s has no error in the eyes of GitHub’s own parser', async (file) => {
    expect(await errorsOf(file, textOf(file))).toEqual([]);
  });

  it('would be told of an error', async () => {
    const text = textOf('examples/workflows/storysync.yml');
    const broken = [
      text.replace('needs: plan', 'needs: plann'),
      text.replace('queue: max', 'queue: most'),
      text.replace('github.repository', 'githab.repository'),
      text.replace('runs-on', 'run-on'),
    ];
    for (const each of broken) {
      expect(each).not.toBe(text);
      expect(await errorsOf('broken.yml', each)).not.toEqual([]);
    }
  });

  it.each([...new Set([...ALL, ...SHOWN])])(
    '%s pins the actions of others by commit, with the version beside it',
    (file) => {
      const others = usesOf(file).filter((line) => !/uses: (?:\.\/|[\w-]+\/storysync@)/.test(line));
      for (const line of others) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  it.each(SHOWN)('%s pins us as it tells people to, by the one placeholder for the commit of this version', (file) => {
    const ours = textOf(file)
      .split('\n')
      .filter((line) => /uses: \S*storysync/.test(line));
    for (const line of ours) expect(line.trim().replace(/^- /, '')).toBe(`uses: ${ownerIn(file)}/${PLACEHOLDER}`);
    const withUs = EXAMPLES.filter((example) => usesOf(example).some((line) => /storysync@/.test(line)));
    expect(withUs).toHaveLength(EXAMPLES.length - 1);
    expect(SHOWN).toEqual(expect.arrayContaining(['docs/action.md', 'docs/state.md', ...withUs]));
  });

  it('and the pages name no other version of ours than this one', () => {
    const ours = /storysync(?:\.git)?(?:@0+…?)?(?:#| # | )v(\d+\.\d+\.\d+)|storysync-(\d+\.\d+\.\d+)\.tgz/g;
    const named = ['README.md', ...filesBelow('docs'), ...filesBelow('examples')]
      .filter((file) => !file.startsWith('docs/decisions/'))
      .flatMap((file) => [...textOf(file).matchAll(ours)].map(([, tag, packed]) => [file, tag ?? packed]));
    expect(named.filter(([, each]) => each !== version)).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  });

  it('use no event under which a stranger’s code meets secrets', () => {
    for (const file of ALL) {
      const events = Object.keys(open(file).on);
      expect(events).not.toContain('pull_request_target');
      expect(events).not.toContain('workflow_run');
    }
  });
});

describe('the release', () => {
  const { jobs, on } = open('.github/workflows/release.yml');
  const waitsFor = (id: string): readonly string[] => {
    const needs = [jobs[id]?.needs ?? []].flat();
    return [...needs, ...needs.flatMap(waitsFor)];
  };

  it('comes from the tag of a version and from nothing else', () => {
    expect(on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  });

  it('gives nothing away that the gate, the comparison of dist/ and the attestation have not passed', () => {
    expect(waitsFor('publish')).toEqual(expect.arrayContaining(['build', 'attest', 'draft', 'stage']));
    expect(waitsFor('stage')).toEqual(expect.arrayContaining(['build', 'attest', 'draft']));
    const gate = jobs.build?.steps.map(({ run }) => run ?? '').join('\n');
    expect(gate).toContain('bash .ci/run');
    expect(jobs.build?.if).toBe("github.repository == 'storysync/storysync'");
    expect(textOf('.ci/run')).toContain('npm run bundled');
  });

  it('publishes, moves a tag and speaks to the registry only in jobs behind an environment', () => {
    for (const [id, { environment, steps }] of Object.entries(jobs)) {
      const gives = steps.some(({ run = '' }) => /--draft=false|refs\/tags|npm (?:stage )?publish/.test(run));
      expect([id, environment !== undefined]).toEqual([id, gives]);
    }
    expect(Object.keys(jobs).filter((id) => jobs[id]?.environment)).toEqual(['stage', 'publish']);
  });

  it('holds no secret: it signs and stages as the workflow that it is', () => {
    expect(textOf('.github/workflows/release.yml')).not.toContain('secrets.');
    const signing = Object.keys(jobs).filter((id) => jobs[id]?.permissions?.['id-token']);
    expect(signing).toEqual(['attest', 'stage']);
    const writing = Object.keys(jobs).filter((id) => jobs[id]?.permissions?.contents === 'write');
    expect(writing).toEqual(['draft', 'publish']);
  });
});

/** Jobs for one ring, each behind an environment of its own. */
const RINGS = ['canary', 'early', 'broad'];
/** Jobs that write to tenants. */
const SYNCING = ['apply', 'by-hand', 'merge', 'tick', 'shard', ...RINGS];
/** Jobs that push a branch: the state of a sync, the files of an export, an edit of the manifest. */
const PUSHING = [...SYNCING, 'export', 'edit'];
/** Jobs that open or write to a pull request. */
const SPEAKING = ['pull-request', 'export', 'edit'];
const ON_DEFAULT_BRANCH = "github.ref == format('refs/heads/{0}', github.event.repository.default_branch)";

describe('the example workflows', () => {
  const steps = EXAMPLES.flatMap((file) =>
    Object.entries(open(file).jobs).flatMap(([id, job]) => job.steps.map((step) => ({ file, id, job, step }))),
  );
  const ours = steps.filter(({ step }) => isOurs(step));

  it('use inputs and outputs that the Action has', () => {
    const { inputs, outputs } = parse(textOf('action.yml')) as { readonly inputs: object; readonly outputs: object };
    const used = ours.flatMap(({ step }) => Object.keys(step.with ?? {}));
    expect(used.filter((name) => !(name in inputs))).toEqual([]);
    const asked = EXAMPLES.flatMap((file) => [...textOf(file).matchAll(/steps\.\w+\.outputs\.([\w-]+)/g)]);
    expect(asked.map(([, name = '']) => name).filter((name) => !(name in outputs))).toEqual([]);
    expect(ours.length).toBeGreaterThan(8);
  });

  it('give each job no more than it needs', () => {
    const most: Access = { contents: 'read', checks: 'write', 'pull-requests': 'write' };
    for (const file of EXAMPLES) {
      const { permissions, jobs } = open(file);
      expect(permissions).toBeDefined();
      for (const [id, job] of Object.entries(jobs)) {
        const given = job.permissions ?? permissions ?? {};
        const writes = PUSHING.includes(id);
        for (const [scope, access] of Object.entries(given)) {
          expect([file, id, scope, scope === 'contents' && writes ? 'write' : most[scope]]).toContain(access);
        }
        expect(`${file} ${id} ${given.contents}`).toBe(`${file} ${id} ${writes ? 'write' : 'read'}`);
        expect(`${file} ${id} ${'pull-requests' in given}`).toBe(`${file} ${id} ${SPEAKING.includes(id)}`);
      }
    }
  });

  it('never cancel a sync, and keep what waits in a queue where there is one', () => {
    const syncing = EXAMPLES.flatMap((file) =>
      Object.entries(open(file).jobs)
        .filter(([id]) => SYNCING.includes(id))
        .map(([id, job]) => ({ file, id, concurrency: concurrencyOf(file, job) })),
    );
    expect(syncing).toHaveLength(11);
    for (const { file, id, concurrency } of syncing) {
      // Of runs that wait for an approval the newest is enough.
      const ofItsOwn = RINGS.includes(id);
      expect([id, concurrency?.group]).toEqual([id, ofItsOwn ? `storysync-ring-${id}` : 'storysync-sync']);
      expect(concurrency?.['cancel-in-progress']).toBe(false);
      expect([file, concurrency?.queue]).toEqual([file, file.includes('ghes') || ofItsOwn ? undefined : 'max']);
    }
  });

  it('let only one run of a job at a time', () => {
    const jobs = EXAMPLES.flatMap((file) => Object.entries(open(file).jobs).map(([id, job]) => ({ file, id, job })));
    for (const { file, id, job } of jobs) {
      const concurrency = concurrencyOf(file, job);
      expect(`${file} ${id} ${concurrency?.group}`).toMatch(/ storysync-[\w-]+/);
      // Jobs that go side by side share the place of their run.
      const ofTheRun = job.concurrency === undefined;
      expect([id, concurrency?.['cancel-in-progress']]).toEqual([id, !ofTheRun && !PUSHING.includes(id)]);
    }
  });

  it('keep what writes behind an environment, under the names that read elsewhere', () => {
    const holders = ours.filter(({ step }) => step.with?.['api-keys'] !== undefined);
    expect(holders.length).toBeGreaterThan(8);
    for (const { file, id, job, step } of holders) {
      // Plans of the default branch are signed for those who apply them; pull requests get no state key.
      const signs = SYNCING.includes(id) || ['plan', 'drift', 'due'].includes(id);
      const ofItsOwn = id === 'export' ? 'export' : signs ? 'plan' : undefined;
      const writes = RINGS.includes(id) ? `ring-${id}` : 'production';
      expect([file, id, job.environment]).toEqual([file, id, SYNCING.includes(id) ? writes : ofItsOwn]);
      const key = signs ? '${{ secrets.STORYSYNC_STATE_KEY }}' : undefined;
      expect([file, id, step.with?.['state-key']]).toEqual([file, id, key]);
      if (id !== 'export') expect(step.with?.['api-keys']).toBe('${{ secrets.TINES_API_KEYS }}');
    }
  });

  it('fetch all of git’s history where no state key tells an edit from what git had before', () => {
    const untold = ours.filter(({ id, step }) => id !== 'export' && step.with?.['api-keys'] && !step.with['state-key']);
    expect(untold.length).toBeGreaterThan(1);
    for (const { file, id, job } of untold) {
      const checkout = job.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect([file, id, checkout?.with?.['fetch-depth']]).toEqual([file, id, 0]);
    }
  });

  it('name the event that each job is for, where there are several jobs', () => {
    const several = EXAMPLES.map(open).filter(({ on, jobs }) => 'pull_request' in on && Object.keys(jobs).length > 1);
    expect(several).toHaveLength(3);
    for (const { on, jobs } of several) {
      for (const [id, job] of Object.entries(jobs)) {
        const event = /github\.event_name == '(\w+)'/.exec(job.if ?? '')?.[1];
        expect([id, Object.keys(on).find((name) => name === event)]).toEqual([id, expect.any(String)]);
      }
    }
  });

  it('run by hand on the default branch alone', () => {
    const byHand = EXAMPLES.filter((file) => 'workflow_dispatch' in open(file).on);
    expect(byHand).toHaveLength(7);
    for (const file of byHand) {
      const { jobs } = open(file);
      const job = jobs['by-hand'] ?? jobs.export ?? jobs.edit ?? jobs.due ?? jobs.parts;
      expect([file, job?.if]).toEqual([file, expect.stringContaining(ON_DEFAULT_BRANCH)]);
    }
  });

  it('hand no key to a fork, and leave no token behind', () => {
    expect(textOf('examples/workflows/storysync-forks.yml').replaceAll(/#.*/g, '')).not.toContain('secrets');
    for (const { file, job } of steps.filter(({ id }) => id === 'pull-request')) {
      expect([file, job.if]).toEqual([file, expect.stringContaining('head.repo.full_name == github.repository')]);
    }
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    for (const { step } of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  it('hand over every field of their form', () => {
    for (const file of EXAMPLES) {
      const form = open(file).on.workflow_dispatch as { readonly inputs: object } | undefined;
      const taken = steps
        .filter((each) => each.file === file && (each.id === 'by-hand' || each.id === 'edit'))
        .flatMap(({ step }) => [...Object.values(step.with ?? {}), ...Object.values(step.env ?? {})]);
      for (const name of Object.keys(form?.inputs ?? {})) expect(taken).toContain(`\${{ inputs.${name} }}`);
    }
    const { inputs } = open('examples/workflows/storysync.yml').on.workflow_dispatch as { readonly inputs: object };
    expect(Object.keys(inputs)).toEqual(['destinations', 'stories', 'manual', 'force']);
  });

  it('tell the tick of a rollout from the look for drift by the clock that each names', () => {
    const { on, jobs } = open('examples/rollout/.github/workflows/storysync.yml');
    const clocks = (on.schedule as readonly { readonly cron: string }[]).map(({ cron }) => cron);
    const asked = Object.entries(jobs).flatMap(([id, job]) => {
      const clock = /github\.event\.schedule == '([^']+)'/.exec(job.if ?? '')?.[1];
      return clock === undefined ? [] : [[id, clock]];
    });
    expect(asked).toEqual([
      ['tick', clocks[0]],
      ['drift', clocks[1]],
    ]);
    const pending = ours.filter(({ file, step }) => file.includes('rollout/.github') && step.with?.pending);
    expect(pending.map(({ id }) => id)).toEqual(['tick']);
  });

  it('make one report of a matrix of parts, also when one of them was killed', () => {
    const { jobs } = open('examples/workflows/storysync-shards.yml');
    const upload = jobs.shard?.steps.find(({ uses }) => uses?.includes('/upload-artifact@'));
    expect(upload?.if).toContain('always()');
    expect(jobs.report?.needs).toEqual(['parts', 'shard']);
    expect(jobs.report?.if).toContain('always()');
    const [sync, report] = [jobs.shard?.steps.find(isOurs)?.with, jobs.report?.steps.find(isOurs)?.with];
    expect([sync?.shard, sync?.pending]).toEqual(['${{ matrix.shard }}', report?.pending]);
    expect([report?.command, report?.['api-keys']]).toEqual(['report', undefined]);
    const pushing = Object.values(jobs).filter(({ permissions }) => permissions?.contents === 'write');
    expect(pushing.map(({ permissions }) => permissions)).toEqual([{ contents: 'write' }]);
  });

  it('let a ring go after the one before, in the order of the manifest', () => {
    const { jobs } = open('examples/rollout/storysync-approval.yml');
    expect(RINGS.map((id) => jobs[id]?.needs)).toEqual(['due', ['due', 'canary'], ['due', 'early']]);
    for (const id of RINGS) expect(jobs[id]?.steps.find(isOurs)?.with).toMatchObject({ ring: id, pending: true });
    expect(jobs.due?.steps.filter(isOurs).map(({ with: inputs }) => inputs?.ring)).toEqual(RINGS);
  });
});
