import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeGitHub } from '../../../test/support/fake-github.ts';
import type { Annotation, AnnotationLevel } from '../ports.ts';
import { MOST_ANNOTATIONS } from '../render/select-annotations.ts';
import type { CheckRun } from './check-run.ts';
import { openCheckRun } from './check-run.ts';
import { openGitHub } from './github-api.ts';

const annotation = (line: number, level: AnnotationLevel = 'failure'): Annotation => ({
  path: 'sync.yaml',
  startLine: line,
  endLine: line,
  level,
  title: 'contoso / triage: failed',
  message: 'The tenant refused it',
});
const many = (amount: number, level?: AnnotationLevel) =>
  Array.from({ length: amount }, (_, at) => annotation(at + 1, level));
const output = { title: '1 failed', summary: 'See below.', text: 'Everything' };

describe('the check run', () => {
  let fake: FakeGitHub;
  let said: string[];
  let annotated: Annotation[];
  let time: number;
  beforeEach(async () => {
    fake = await FakeGitHub.start();
    said = [];
    annotated = [];
    time = 0;
  });
  afterEach(() => fake[Symbol.asyncDispose]());

  function open(): Promise<CheckRun> {
    const { token, repository, url } = fake;
    const log = {
      say: (text: string) => said.push(text),
      annotate: (each: Annotation) => annotated.push(each),
    };
    const start = { name: 'storysync', headSha: 'd'.repeat(40), title: 'Syncing' };
    return openCheckRun(openGitHub({ token, repository, apiUrl: url }), start, { log, clock: { elapsed: () => time } });
  }

  /** Lets an update under way arrive. */
  const settle = async () => {
    const seen = fake.requests.length;
    for (let turn = 0; turn < 100 && fake.requests.length === seen; turn++)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('is closed with its output, even without annotations', async () => {
    const run = await open();
    expect(fake.checkRuns).toMatchObject([{ status: 'in_progress', output: { title: 'Syncing' } }]);
    await run.complete({ output, annotations: [], conclusion: 'success' });
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'success', output, annotations: [] }]);
    expect(run.url).toMatch(/^https:\/\/github\.example\//);
    expect(fake.requests).toHaveLength(2);
  });

  it('sends annotations in batches of 50 in the order given; the first and the last close it', async () => {
    await (await open()).complete({ output, annotations: many(151), conclusion: 'failure' });
    expect(fake.checkRuns[0]?.annotations.map(({ start_line }) => start_line)).toEqual(
      many(151).map(({ startLine }) => startLine),
    );
    const bodies = fake.requests.slice(1).map(({ body }) => body as { readonly conclusion?: string });
    expect(bodies.map(({ conclusion }) => conclusion)).toEqual(['failure', undefined, undefined, 'failure']);
    expect(fake.checkRuns[0]?.status).toBe('completed');
    expect(said).toEqual([]);
  });

  it('needs at most 37 calls, however much there is to say', async () => {
    const run = await open();
    for (let at = 0; at < 20_000; at++) {
      time += 1_000;
      run.progress(`${at} of 20000`);
      if (at % 200 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await run.complete({ output, annotations: many(MOST_ANNOTATIONS), conclusion: 'failure' });
    expect(fake.requests.length).toBeLessThanOrEqual(37);
    expect(fake.checkRuns[0]?.annotations).toHaveLength(MOST_ANNOTATIONS);
  });

  it('shows progress after 15 seconds, then ever more rarely, five times in all', async () => {
    const run = await open();
    const shown: number[] = [];
    for (time = 0; time < 3_600_000; time += 5_000) {
      const before = fake.requests.length;
      run.progress(`at ${time}`);
      if ([15, 45, 105, 225, 465].includes(time / 1_000)) await settle();
      if (fake.requests.length > before) shown.push(time / 1_000);
    }
    expect(shown).toEqual([15, 45, 105, 225, 465]);
    expect(fake.checkRuns).toMatchObject([
      { status: 'in_progress', output: { title: 'Syncing', summary: 'at 465000' } },
    ]);
  });

  it('lets no late progress overwrite the end', async () => {
    const run = await open();
    time = 20_000;
    run.progress('half');
    await run.complete({ output, annotations: [], conclusion: 'success' });
    time = 900_000;
    run.progress('late');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(fake.requests.map(({ method }) => method)).toEqual(['POST', 'PATCH', 'PATCH']);
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', output }]);
  });

  it('stops telling progress when GitHub is in trouble, and still tells the end', async () => {
    const run = await open();
    fake.fail({ method: 'PATCH', answer: { status: 429 } });
    time = 20_000;
    run.progress('half');
    await settle();
    time = 900_000;
    run.progress('later');
    await run.complete({ output, annotations: many(1), conclusion: 'failure' });
    expect(fake.requests).toHaveLength(3);
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
  });

  it.each(['none', 'read'] as const)(
    'goes to the log when the token has "checks: %s", within its limits',
    async (checks) => {
      fake.permissions = { ...fake.permissions, checks };
      const run = await open();
      run.progress('half');
      await run.complete({
        output,
        annotations: [...many(30, 'failure'), ...many(4, 'warning'), ...many(100, 'notice')],
        conclusion: 'failure',
      });
      expect(run.url).toBeUndefined();
      expect(annotated.map(({ level }) => level)).toEqual([...Array(10).fill('failure'), ...Array(4).fill('warning')]);
      expect(said).toEqual([
        'GitHub: could not create the check run (HTTP 403): the token lacks the permission; see "permissions" of the job ' +
          '(a fork has none, and a personal token never has "checks"). Annotations go to this log instead. 120 annotations are hidden; the report has them all.',
      ]);
      expect(fake.requests).toHaveLength(1);
    },
  );

  it('closes the run when one annotation is refused, shows the others there and those of its batch in the log', async () => {
    const bad = { ...annotation(1), path: '/etc/passwd' };
    await (await open()).complete({ output, annotations: [bad, ...many(70)], conclusion: 'failure' });
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(fake.checkRuns[0]?.annotations).toHaveLength(21);
    expect(annotated).toHaveLength(10);
    expect(said[0]).toContain('40 annotations are hidden');
  });

  it('closes the run without annotations when all are refused', async () => {
    await (await open()).complete({ output, annotations: [{ ...annotation(1), path: '../x' }], conclusion: 'failure' });
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure', annotations: [] }]);
    expect(annotated).toHaveLength(1);
    expect(said).toHaveLength(1);
  });

  it('keeps what was sent when GitHub goes away half way, and never throws', async () => {
    const run = await open();
    fake.budget = 3;
    await run.complete({ output, annotations: many(500), conclusion: 'failure' });
    expect(fake.checkRuns[0]?.conclusion).toBe('failure');
    expect(fake.checkRuns[0]?.annotations).toHaveLength(150);
    expect(annotated).toHaveLength(10);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('could not update the check run (HTTP 403): the rate limit of the token is used up');
  });
});
