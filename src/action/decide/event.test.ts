import { describe, expect, it } from 'vitest';
import { readTrigger } from './event.ts';

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const SHA = 'c'.repeat(40);

function read(event: string, payload: unknown = {}, ref = 'refs/heads/main'): unknown {
  const trigger = readTrigger({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref, GITHUB_SHA: SHA }, payload);
  return trigger.ok ? trigger.value : trigger.error;
}

function pullRequest(head: object = { full_name: 'acme/sync' }, changes: object = {}): object {
  const base = { sha: BASE, repo: { full_name: 'acme/sync' } };
  return { pull_request: { number: 7, head: { sha: HEAD, repo: head }, base, ...changes } };
}

const own = { event: 'pull_request', number: 7, headSha: HEAD, baseSha: BASE, fork: false };

describe('readTrigger', () => {
  it('reads a pull request of the repository itself', () => {
    expect(read('pull_request', pullRequest())).toEqual(own);
  });

  it('takes a head in another repository for a fork, also a deleted one', () => {
    const fork = { ...own, fork: true };
    expect(read('pull_request', pullRequest({ full_name: 'mallory/sync' }))).toEqual(fork);
    expect(read('pull_request', pullRequest({}))).toEqual(fork);
    const deleted = { head: { sha: HEAD, repo: null } };
    expect(read('pull_request', pullRequest({}, deleted))).toEqual(fork);
  });

  it('takes every event that runs a pull request for one', () => {
    expect(read('pull_request_review', pullRequest())).toEqual(own);
    expect(read('pull_request_review_comment', pullRequest())).toEqual(own);
    expect(read('some_event', {}, 'refs/pull/7/merge')).toMatch(/does not hold the pull request/);
  });

  it.each([
    ['no payload', undefined],
    ['a list', []],
    ['no pull request', {}],
    ['no base', pullRequest({}, { base: null })],
    ['a base without repository', pullRequest({}, { base: { sha: BASE } })],
    ['a commit that is none', pullRequest({}, { head: { sha: 'main', repo: null } })],
    ['a number that is none', pullRequest({}, { number: '7' })],
  ])('refuses a pull request payload with %s', (_, payload) => {
    expect(read('pull_request', payload)).toMatch(/^the payload of "pull_request" does not hold/);
  });

  it('reads a push with the default branch', () => {
    const payload = { repository: { default_branch: 'trunk' } };
    const push = { event: 'push', ref: 'refs/tags/v1', defaultBranch: 'trunk', sha: SHA };
    expect(read('push', payload, 'refs/tags/v1')).toEqual(push);
    expect(read('push', {})).toEqual({ event: 'push', ref: 'refs/heads/main', sha: SHA });
  });

  it.each(['workflow_dispatch', 'schedule', 'merge_group', 'repository_dispatch'])('reads %s', (event) => {
    expect(read(event)).toEqual({ event, ref: 'refs/heads/main', sha: SHA });
  });

  it.each(['pull_request_target', 'workflow_run'])('refuses %s, whatever its payload', (event) => {
    expect(read(event, pullRequest(), 'refs/pull/7/merge')).toEqual({ event: 'refused', name: event });
  });

  it('hands on the name of any other event', () => {
    expect(read('issue_comment')).toMatchObject({ event: 'other', name: 'issue_comment' });
  });

  it('says that it needs a workflow', () => {
    expect(readTrigger({}, {})).toMatchObject({ ok: false, error: expect.stringContaining('GITHUB_EVENT_NAME') });
    expect(readTrigger({ GITHUB_EVENT_NAME: 'schedule' }, {})).toMatchObject({ ok: false });
  });
});
