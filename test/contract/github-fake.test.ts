import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGitHub } from '../../src/action/github/github-api.ts';
import type { Annotation, GitHub } from '../../src/action/ports.ts';
import { FakeGitHub } from '../support/fake-github.ts';

const SHA = 'a'.repeat(40);
const output = { title: 'Plan', summary: 'All is well.' };
const annotations = (amount: number): readonly Annotation[] =>
  Array.from({ length: amount }, (_, at) => ({
    path: 'sync.yaml',
    startLine: at + 1,
    endLine: at + 1,
    level: 'warning',
    title: 'contoso / triage: skipped',
    message: `number ${at}`,
  }));

describe('the GitHub adapter against a strict stand-in', () => {
  let fake: FakeGitHub;
  let github: GitHub;
  beforeEach(async () => {
    fake = await FakeGitHub.start();
    const { token, repository, url } = fake;
    github = openGitHub({ token, repository, apiUrl: `${url}/`, timeoutMs: 500 });
  });
  afterEach(() => fake[Symbol.asyncDispose]());

  async function openRun(): Promise<number> {
    const created = await github.createCheckRun({ name: 'storysync', headSha: SHA, output });
    if (!created.ok) throw new Error(created.error.what);
    return created.value.id;
  }

  it('opens a check run, adds annotations and closes it', async () => {
    const id = await openRun();
    await github.updateCheckRun(id, { output, annotations: annotations(50), conclusion: 'failure' });
    await github.updateCheckRun(id, { output: { ...output, text: 'more' }, annotations: annotations(3) });
    expect(fake.checkRuns).toMatchObject([
      {
        name: 'storysync',
        headSha: SHA,
        status: 'completed',
        conclusion: 'failure',
        output: { ...output, text: 'more' },
      },
    ]);
    expect(fake.checkRuns[0]?.annotations).toHaveLength(53);
    expect(fake.checkRuns[0]?.annotations[52]).toEqual({
      path: 'sync.yaml',
      start_line: 3,
      end_line: 3,
      annotation_level: 'warning',
      title: 'contoso / triage: skipped',
      message: 'number 2',
    });
  });

  it('keeps a run open while no conclusion is given', async () => {
    await github.updateCheckRun(await openRun(), { output, annotations: [] });
    expect(fake.checkRuns).toMatchObject([{ status: 'in_progress', conclusion: null }]);
  });

  it.each([
    { name: '51 annotations', patch: { output, annotations: annotations(51) } },
    { name: 'a text above the limit', patch: { output: { ...output, text: 'x'.repeat(65_536) }, annotations: [] } },
    {
      name: 'a summary above the limit',
      patch: { output: { ...output, summary: 'x'.repeat(65_536) }, annotations: [] },
    },
    { name: 'an empty title', patch: { output: { ...output, title: '' }, annotations: [] } },
    {
      name: 'a path that leaves the repository',
      patch: { output, annotations: annotations(1).map((each) => ({ ...each, path: '../x' })) },
    },
  ])('is refused $name', async ({ patch }) => {
    const updated = await github.updateCheckRun(await openRun(), patch);
    expect(updated).toEqual({ ok: false, error: { kind: 'rejected', status: 422, what: 'update the check run' } });
  });

  it('reads all pages of comments', async () => {
    for (let at = 0; at < 205; at++) fake.addComment(`comment ${at}`);
    await github.createComment(1, 'ours');
    const listed = await github.listComments(1);
    if (!listed.ok) throw new Error(listed.error.what);
    expect(listed.value).toHaveLength(206);
    expect(listed.value[0]).toMatchObject({ body: 'comment 0', author: 'mona' });
    expect(listed.value[205]).toMatchObject({ body: 'ours', author: 'github-actions[bot]' });
    expect(fake.requests.filter(({ method }) => method === 'GET')).toHaveLength(3);
  });

  it('changes a comment, up to the limit and not beyond', async () => {
    const { id } = fake.addComment('old');
    expect(await github.updateComment(id, 'x'.repeat(65_536))).toMatchObject({ ok: true });
    expect(fake.comments[0]?.body).toHaveLength(65_536);
    expect(await github.updateComment(id, 'x'.repeat(65_537))).toMatchObject({ error: { kind: 'rejected' } });
    expect(await github.updateComment(77, 'x')).toMatchObject({ error: { kind: 'not_found', status: 404 } });
  });

  it('reads a file at a commit exactly as it is', async () => {
    fake.files.set(`${SHA}:customers/sync#1 ü.yaml`, 'a: "é"\r\n');
    fake.files.set(`${SHA}:sync.json`, '{ "a": 1.0 }');
    expect(await github.fileAt(SHA, 'customers/sync#1 ü.yaml')).toEqual({ ok: true, value: 'a: "é"\r\n' });
    expect(await github.fileAt(SHA, 'sync.json')).toEqual({ ok: true, value: '{ "a": 1.0 }' });
    expect(await github.fileAt(SHA, 'missing.yaml')).toEqual({ ok: true, value: undefined });
    expect(await github.fileAt(SHA, 'customers')).toMatchObject({ ok: false, error: { kind: 'rejected' } });
  });

  it('reads the head of a branch, with slashes in its name', async () => {
    fake.branches.set('release/1.0', SHA);
    expect(await github.branchHead('release/1.0')).toEqual({ ok: true, value: SHA });
    expect(await github.branchHead('main')).toMatchObject({ error: { kind: 'not_found' } });
  });

  it('tells a missing permission, a used-up limit and a wrong token apart', async () => {
    fake.permissions = { checks: 'none', pullRequests: 'read', contents: 'none' };
    const run = { name: 'storysync', headSha: SHA, output };
    expect(await github.createCheckRun(run)).toMatchObject({ error: { kind: 'forbidden', status: 403 } });
    expect(await github.listComments(1)).toEqual({ ok: true, value: [] });
    expect(await github.createComment(1, 'x')).toMatchObject({ error: { kind: 'forbidden' } });
    expect(await github.fileAt(SHA, 'sync.yaml')).toMatchObject({ error: { kind: 'forbidden' } });
    fake.budget = 0;
    expect(await github.listComments(1)).toMatchObject({ error: { kind: 'rate_limited', status: 403 } });
    const stranger = openGitHub({ token: 'wrong', repository: fake.repository, apiUrl: fake.url });
    expect(await stranger.listComments(1)).toMatchObject({ error: { kind: 'forbidden', status: 401 } });
  });

  it('tries once more when GitHub stumbles, and only once', async () => {
    fake.fail({ method: 'GET', answer: { status: 502 } });
    expect(await github.listComments(1)).toMatchObject({ ok: true });
    fake.fail({ method: 'GET', times: 5, answer: { status: 503 } });
    expect(await github.listComments(1)).toMatchObject({ error: { kind: 'unavailable', status: 503 } });
    expect(fake.requests).toHaveLength(4);
  });

  it('never writes a comment twice', async () => {
    fake.fail({ method: 'POST', afterwards: true, answer: { status: 502 } });
    expect(await github.createComment(1, 'x')).toMatchObject({ error: { kind: 'unavailable', status: 502 } });
    expect(fake.comments).toHaveLength(1);
  });

  it.each(['reset', 'hang'] as const)('gives up on a connection that ends in a %s', async (answer) => {
    fake.fail({ times: 3, answer });
    expect(await github.listComments(1)).toEqual({
      ok: false,
      error: { kind: 'unavailable', what: 'read the comments' },
    });
  });

  it('does not believe a page of a proxy', async () => {
    const page = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Please log in</html>' };
    fake.fail({ times: 9, answer: page });
    const run = { name: 'storysync', headSha: SHA, output };
    expect(await github.createCheckRun(run)).toMatchObject({ error: { kind: 'unavailable' } });
    expect(await github.listComments(1)).toMatchObject({ error: { kind: 'unavailable' } });
    expect(await github.branchHead('main')).toMatchObject({ error: { kind: 'unavailable' } });
  });

  it('asks nothing without a token', async () => {
    const github = openGitHub({ token: '', repository: fake.repository, apiUrl: fake.url });
    expect(await github.branchHead('main')).toMatchObject({ error: { kind: 'forbidden' } });
    expect(fake.requests).toEqual([]);
  });
});
