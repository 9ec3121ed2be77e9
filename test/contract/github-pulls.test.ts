import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openGitHub } from '../../src/action/github/github-api.ts';
import { ensurePullRequest } from '../../src/action/github/pull-request.ts';
import type { GitHub } from '../../src/action/ports.ts';
import { newText } from '../../src/action/render/pull-request-text.ts';
import { FakeGitHub } from '../support/fake-github.ts';

const HEAD = 'storysync/export';
const MARKER = '<!-- storysync:export:sync.yaml -->';
const wanted = { head: HEAD, base: 'main', title: 'Export triage', body: '- changed', marker: MARKER };

describe('the pull request of an export, against a strict stand-in', () => {
  let fake: FakeGitHub;
  let github: GitHub;
  beforeEach(async () => {
    fake = await FakeGitHub.start();
    fake.branches.set('main', 'a'.repeat(40)).set(HEAD, 'b'.repeat(40));
    github = openGitHub({ token: fake.token, repository: fake.repository, apiUrl: fake.url, timeoutMs: 500 });
  });
  afterEach(() => fake[Symbol.asyncDispose]());

  const told = async (changes: Partial<typeof wanted> = {}) => {
    const done = await ensurePullRequest(github, { ...wanted, ...changes });
    return done.ok ? `${done.value.did} ${done.value.url}` : `${done.error.kind}: ${done.error.what}`;
  };
  const URL = 'https://github.example/acme/stories/pull/7';

  it('is opened once, left alone when nothing is new, and brought up to date otherwise', async () => {
    expect(await told()).toBe(`opened ${URL}`);
    expect(await told()).toBe(`unchanged ${URL}`);
    expect(await told({ title: 'Export 2 stories', body: '- more' })).toBe(`updated ${URL}`);
    expect(fake.pulls.all).toMatchObject([{ head: HEAD, base: 'main', title: 'Export 2 stories', state: 'open' }]);
    expect(fake.pulls.all[0]?.body).toMatch(
      /^<!-- storysync:export:sync\.yaml -->\n\n- more\n\n<!-- \/storysync .*-->$/,
    );
  });

  it('is opened anew when the earlier one was closed or merged', async () => {
    fake.pulls.add({ ...wanted, body: MARKER }).state = 'closed';
    expect(await told()).toBe('opened https://github.example/acme/stories/pull/8');
  });

  it('is none of another branch, another base or a fork', async () => {
    fake.pulls.add({ ...wanted, head: 'storysync/export-eu', body: MARKER });
    fake.pulls.add({ ...wanted, base: 'release', body: MARKER });
    expect(await told()).toBe('opened https://github.example/acme/stories/pull/9');
  });

  it.each(['by hand', MARKER, `by hand, with ${MARKER}`])('keeps the words of a person: %s', async (body) => {
    fake.pulls.add({ ...wanted, title: 'Mine', body });
    expect(await told()).toBe(`foreign ${URL}`);
    expect(fake.pulls.all).toMatchObject([{ title: 'Mine', body }]);
  });

  it('keeps what people add around our words, and a title that they changed', async () => {
    await told();
    const [pull] = fake.pulls.all;
    if (!pull) throw new Error('no pull request');
    pull.body = `Hold until Friday.\n\n${pull.body}\n\n- [x] seen by Ann`.replaceAll('\n', '\r\n');
    expect(await told()).toBe(`unchanged ${URL}`);
    pull.title = 'feat: new triage';
    expect(await told({ title: 'Export 2 stories', body: '- more' })).toBe(`updated ${URL}`);
    expect(pull.title).toBe('feat: new triage');
    expect(pull.body).toMatch(
      /^Hold until Friday\.\n\n<!-- storysync[\s\S]*\n\n- more\n\n<[\s\S]*-->\n\n- \[x\] seen by Ann$/,
    );
    expect(pull.body).not.toContain('- changed');
    expect(await told({ title: 'Export 3 stories' })).toBe(`updated ${URL}`);
    expect(pull.title).toBe('feat: new triage');
  });

  it('is found when another run opened it in between, or the answer got lost', async () => {
    fake.fail({ method: 'GET', path: /\/pulls$/, answer: { status: 200, body: '[]' } });
    fake.pulls.add({ ...wanted, ...newText({ ...wanted, body: '- older' }) });
    expect(await told()).toBe(`updated ${URL}`);
    fake.pulls.all.length = 0;
    fake.fail({ method: 'POST', path: /\/pulls$/, afterwards: true, answer: 'reset' });
    expect(await told()).toBe(`unchanged ${URL}`);
    expect(fake.pulls.all).toHaveLength(1);
  });

  it.each(['none', 'read'] as const)('is not there when the token has the permission %s', async (pullRequests) => {
    fake.permissions = { ...fake.permissions, pullRequests };
    expect(await told()).toMatch(/^forbidden: (look for|open) the pull request$/);
  });

  it('is not there when Actions may not open any', async () => {
    fake.pulls.actionsMayCreate = false;
    expect(await told()).toBe('forbidden: open the pull request');
  });

  it.each([
    ['the branch is gone', () => void fake.branches.delete(HEAD), 'rejected: open'],
    ['the branch has nothing new', () => void fake.branches.set(HEAD, 'a'.repeat(40)), 'rejected: open'],
    [
      'GitHub is broken',
      () => fake.fail({ path: /pulls/, times: 9, answer: { status: 502 } }),
      'unavailable: look for',
    ],
  ])('is not there when %s, and that is said', async (_, setup, words) => {
    setup();
    expect(await told()).toBe(`${words} the pull request`);
  });

  it('has a title and a body that GitHub accepts, however much there is to say', async () => {
    const body = Array.from({ length: 9000 }, (_unused, at) => `- action ${at} changed 中`).join('\n');
    expect(await told({ title: 'Export '.repeat(100), body })).toBe(`opened ${URL}`);
    expect(fake.pulls.all[0]?.title).toHaveLength(256);
    expect(Buffer.byteLength(fake.pulls.all[0]?.body ?? '')).toBeLessThanOrEqual(65_536);
    expect(fake.pulls.all[0]?.body).toContain('Cut here');
  });
});
