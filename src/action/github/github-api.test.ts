import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGitHub } from './github-api.ts';

const API = 'https://ghe.example';
const TOKEN = 'ghs_canary-3f9a';
const SHA = 'b'.repeat(40);
const github = openGitHub({ token: TOKEN, repository: 'acme/stories', apiUrl: `${API}/api/v3` });
const output = { title: 'Plan', summary: 'Working.' };

describe('openGitHub', () => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    const pending = nock.pendingMocks();
    nock.cleanAll();
    nock.enableNetConnect();
    expect(pending).toEqual([]);
  });

  it('creates a check run in progress, with the token, below the path of the server', async () => {
    nock(API, { reqheaders: { authorization: `token ${TOKEN}` } })
      .post('/api/v3/repos/acme/stories/check-runs', {
        name: 'storysync',
        head_sha: SHA,
        status: 'in_progress',
        output,
      })
      .reply(201, { id: 4, html_url: 'https://ghe.example/acme/stories/runs/4' });
    const created = await github.createCheckRun({ name: 'storysync', headSha: SHA, output });
    expect(created).toEqual({ ok: true, value: { id: 4, url: 'https://ghe.example/acme/stories/runs/4' } });
  });

  it('closes a check run, and leaves its status alone when there is nothing to conclude', async () => {
    const annotation = {
      path: 'sync.yaml',
      startLine: 3,
      endLine: 4,
      level: 'notice',
      title: 't',
      message: 'm',
    } as const;
    const wire = {
      path: 'sync.yaml',
      start_line: 3,
      end_line: 4,
      annotation_level: 'notice',
      title: 't',
      message: 'm',
    };
    nock(API)
      .patch('/api/v3/repos/acme/stories/check-runs/4', {
        output: { ...output, annotations: [wire] },
        status: 'completed',
        conclusion: 'neutral',
      })
      .reply(200, { id: 4 })
      .patch('/api/v3/repos/acme/stories/check-runs/4', { output })
      .reply(200, { id: 4 });
    await github.updateCheckRun(4, { output, annotations: [annotation], conclusion: 'neutral' });
    expect(await github.updateCheckRun(4, { output, annotations: [] })).toEqual({ ok: true, value: null });
  });

  it('asks for the raw text of a file at a commit', async () => {
    nock(API, { reqheaders: { accept: /raw/ } })
      .get('/api/v3/repos/acme/stories/contents/customers%2Fsync.yaml')
      .query({ ref: SHA })
      .reply(200, 'version: 1\n', { 'content-type': 'application/octet-stream' });
    expect(await github.fileAt(SHA, 'customers/sync.yaml')).toEqual({ ok: true, value: 'version: 1\n' });
  });

  it.each([
    { status: 401, headers: {}, kind: 'forbidden' },
    { status: 403, headers: {}, kind: 'forbidden' },
    { status: 403, headers: { 'x-ratelimit-remaining': '12' }, kind: 'forbidden' },
    { status: 403, headers: { 'x-ratelimit-remaining': '0' }, kind: 'rate_limited' },
    { status: 403, headers: { 'retry-after': '60' }, kind: 'rate_limited' },
    { status: 429, headers: {}, kind: 'rate_limited' },
    { status: 404, headers: {}, kind: 'not_found' },
    { status: 410, headers: {}, kind: 'rejected' },
    { status: 422, headers: {}, kind: 'rejected' },
    { status: 500, headers: {}, kind: 'unavailable' },
  ])('calls $status with $headers $kind, and quotes no body', async ({ status, headers, kind }) => {
    nock(API)
      .post('/api/v3/repos/acme/stories/issues/1/comments')
      .reply(status, { message: 'secret of the body', errors: ['secret'] }, headers);
    const failed = await github.createComment(1, 'hello');
    expect(failed).toEqual({ ok: false, error: { kind, status, what: 'write the comment' } });
  });
});
