import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { destination, outcome, plannedDestination, plannedStory, planOf } from '../../test/support/example-plans.ts';
import { FakeGitHub } from '../../test/support/fake-github.ts';
import type { Manifest } from '../model/destination.ts';
import { planConclusion, statusConclusion } from './decide/conclusion.ts';
import { openCheckRun } from './github/check-run.ts';
import { openStickyComment } from './github/comment.ts';
import { openGitHub } from './github/github-api.ts';
import { planAnnotations, statusAnnotations } from './render/annotations.ts';
import { planOutput, syncOutput } from './render/check-output.ts';
import { commentMarker, planComment } from './render/comment-body.ts';
import { MOST_ANNOTATIONS, selectAnnotations } from './render/select-annotations.ts';

const NAMES = Array.from({ length: 1000 }, (_, at) => `tenant-${at}`);
const KEYS = Array.from({ length: 20 }, (_, at) => `story-${at}`);
const PAIRS = NAMES.length * KEYS.length;
const manifest: Manifest = {
  file: 'sync.yaml',
  stories: new Map(),
  destinations: NAMES.map((name, at) =>
    destination(name, { place: { file: 'sync.yaml', line: at * 5 + 1, column: 3 } }),
  ),
};
const toRepoPath = (file: string) => file;
const FRAME = {
  destinations: manifest.destinations,
  originTeamId: null,
  storyIds: new Map<string, number>(),
  commit: null,
  interrupted: false,
};
const FAILED = { status: 'failed', reason: 'rejected', did: 'nothing' } as const;
const log = { say: () => {}, annotate: () => {} };

/** All that GitHub hears of a run over 1,000 destinations with 20 stories each, with everything strict about it. */
describe('reporting 20,000 pairs', () => {
  let fake: FakeGitHub;
  beforeEach(async () => {
    fake = await FakeGitHub.start();
  });
  afterEach(() => fake[Symbol.asyncDispose]());
  const start = { name: 'storysync', headSha: 'e'.repeat(40), title: 'Working' };
  // As patient as a loaded machine asks for.
  const github = () =>
    openGitHub({ token: fake.token, repository: fake.repository, apiUrl: fake.url, timeoutMs: 600_000 });

  it('takes at most 40 calls for a sync in which nearly everything failed, and shows the failures first', async () => {
    const outcomes = NAMES.flatMap((name, at) =>
      KEYS.map((key) =>
        outcome(
          name,
          key,
          at % 10 === 0 ? {} : { status: 'failed', reason: 'rejected', did: 'nothing', message: `no ${at}` },
        ),
      ),
    );
    const report = { ...FRAME, outcomes };
    const conclusion = statusConclusion(outcomes);
    const { shown, total } = selectAnnotations(statusAnnotations(outcomes, manifest, toRepoPath), PAIRS);
    const run = await openCheckRun(github(), start, { log, clock: { elapsed: () => 0 } });
    const output = syncOutput(report, { conclusion, shown: shown.length, total });
    await run.complete({ output, annotations: shown, conclusion });
    expect(fake.requests.length).toBeLessThanOrEqual(40 - 5);
    expect(fake.requests.every(({ status }) => status < 300)).toBe(true);
    expect(fake.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(fake.checkRuns[0]?.output.title).toBe('Status: 2000 synced, 18000 failed, 0 pending (1000 destinations)');
    expect(fake.checkRuns[0]?.output.summary).toContain('1500 shown of 20000 annotations.');
    expect(fake.checkRuns[0]?.annotations).toHaveLength(MOST_ANNOTATIONS);
  });

  it('shows 300 failures among 20,000 pairs first, with exact totals', async () => {
    const outcomes = NAMES.flatMap((name, at) =>
      KEYS.map((key, story) =>
        outcome(
          name,
          key,
          (at * KEYS.length + story) % 66 === 65 && at < 990 ? { ...FAILED, message: `no ${at}` } : {},
        ),
      ),
    );
    const failed = outcomes.filter(({ status }) => status === 'failed').length;
    expect(failed).toBe(300);
    const report = { ...FRAME, outcomes };
    const conclusion = statusConclusion(outcomes);
    const { shown, total } = selectAnnotations(statusAnnotations(outcomes, manifest, toRepoPath), PAIRS);
    const run = await openCheckRun(github(), start, { log, clock: { elapsed: () => 0 } });
    await run.complete({
      output: syncOutput(report, { conclusion, shown: shown.length, total }),
      annotations: shown,
      conclusion,
    });
    const [opened, first] = fake.requests;
    expect(fake.requests).toHaveLength(1 + 6);
    expect(opened?.method).toBe('POST');
    const levels = JSON.stringify(first?.body).match(/"annotation_level":"failure"/g);
    expect(levels).toHaveLength(50);
    expect(fake.checkRuns[0]?.output.title).toBe('Status: 19700 synced, 300 failed, 0 pending (1000 destinations)');
    expect(fake.checkRuns[0]?.output.summary).toContain('300 shown of 20000 annotations.');
  });

  it('takes at most 40 calls for a plan with its comment', async () => {
    const plan = planOf(
      NAMES.map((name, at) =>
        plannedDestination(
          name,
          KEYS.map((key) => plannedStory(key, 'update', { reason: 'content_changed', message: `differs ${at}` })),
        ),
      ),
    );
    for (let at = 0; at < 150; at++) fake.addComment('talk');
    const marker = commentMarker('storysync', 'sync.yaml');
    fake.addComment(`${marker}\n\nold`, { login: 'github-actions[bot]', type: 'Bot' });
    const access = github();
    const run = await openCheckRun(access, start, { log, clock: { elapsed: () => 0 } });
    const comment = await openStickyComment(access, { issue: 1, marker }, () => {});
    await comment.markOutdated(start.headSha);
    const conclusion = planConclusion({ clean: true, exitCode: 0 });
    const { shown, total } = selectAnnotations(planAnnotations(plan, manifest, { toRepoPath }), PAIRS);
    await run.complete({
      output: planOutput(plan, { conclusion, shown: shown.length, total }),
      annotations: shown,
      conclusion,
    });
    await comment.write(planComment(plan, { marker }));
    expect(fake.requests.length).toBeLessThanOrEqual(40 - 5);
    expect(fake.requests.every(({ status }) => status < 300)).toBe(true);
    expect(fake.comments.filter(({ body }) => body.startsWith(marker))).toHaveLength(1);
    expect(fake.comments.at(-1)?.body).toContain('20000 to update');
  });
});
