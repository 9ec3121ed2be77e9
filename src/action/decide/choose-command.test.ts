import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../settings.ts';
import { chooseTask } from './choose-command.ts';
import type { Trigger } from './trigger.ts';

const sha = 'c'.repeat(40);
const pullRequest: Trigger = { event: 'pull_request', number: 7, headSha: sha, baseSha: sha, fork: false };
const fork: Trigger = { ...pullRequest, fork: true };
const other = (event: 'workflow_dispatch' | 'schedule' | 'merge_group' | 'repository_dispatch'): Trigger => ({
  event,
  ref: 'refs/heads/main',
  sha,
});
const push = (ref: string): Trigger => ({ event: 'push', ref, defaultBranch: 'main', sha });
const untold: Trigger = { event: 'push', ref: 'refs/heads/x', sha };
const never = (name: string): Trigger => ({ event: 'refused', name });
const unknown = (name: string): Trigger => ({ event: 'other', name, ref: 'refs/heads/main', sha });

const plan = { kind: 'plan', refresh: false, reportOnly: false };

describe('chooseTask', () => {
  it.each([
    ['a pull request', pullRequest, plan],
    ['a pull request of a fork', fork, plan],
    ['a push that does not tell the default branch', untold, { kind: 'sync' }],
    ['a push to the default branch', push('refs/heads/main'), { kind: 'sync' }],
    ['workflow_dispatch', other('workflow_dispatch'), { kind: 'sync' }],
    ['schedule', other('schedule'), { ...plan, refresh: true, reportOnly: true }],
    ['merge_group', other('merge_group'), { kind: 'validate' }],
  ])('chooses for %s', (_, trigger, task) => {
    expect(chooseTask('auto', trigger)).toEqual(task);
  });

  it.each(['refs/heads/feature', 'refs/heads/storysync/state', 'refs/tags/main', 'refs/heads/main2', 'main'])(
    'has nothing to do for a push to %s',
    (ref) => {
      expect(chooseTask('auto', push(ref))).toEqual({ kind: 'nothing', notice: expect.stringContaining(ref) });
    },
  );

  it.each(['pull_request_target', 'workflow_run'])('refuses %s for every command, with the reason', (event) => {
    for (const command of COMMANDS) {
      const task = chooseTask(command, never(event));
      expect(task).toEqual({ kind: 'refused', message: expect.stringContaining(event) });
      expect(task).toEqual({ kind: 'refused', message: expect.stringMatching(/secrets.*Use "pull_request"/) });
    }
  });

  it('wants a command for an event that auto does not know', () => {
    expect(chooseTask('auto', unknown('issue_comment'))).toEqual({
      kind: 'refused',
      message: expect.stringContaining('issue_comment'),
    });
  });

  it('does what it is told under any other event', () => {
    for (const trigger of [pullRequest, push('refs/tags/v1'), other('schedule'), unknown('release')]) {
      expect(chooseTask('validate', trigger)).toEqual({ kind: 'validate' });
      expect(chooseTask('plan', trigger)).toEqual(plan);
      expect(chooseTask('sync', trigger)).toEqual({ kind: 'sync' });
    }
  });

  it('never syncs a fork', () => {
    expect(chooseTask('sync', fork)).toEqual({ kind: 'refused', message: expect.stringContaining('fork') });
  });

  it('exports when an event from outside asks for it, and where it is told to', () => {
    expect(chooseTask('auto', other('repository_dispatch'))).toEqual({ kind: 'export' });
    for (const trigger of [other('schedule'), other('workflow_dispatch'), push('refs/heads/main')]) {
      expect(chooseTask('export', trigger)).toEqual({ kind: 'export' });
    }
  });

  it.each([pullRequest, fork, other('merge_group')])('exports nothing for what is only proposed: $event', (trigger) => {
    const message = expect.stringContaining('an export opens a pull request of its own');
    expect(chooseTask('export', trigger)).toEqual({ kind: 'refused', message });
  });

  it('tells the status under any event, as it asks no tenant', () => {
    for (const trigger of [fork, push('refs/tags/v1'), other('merge_group'), other('schedule'), unknown('release')]) {
      expect(chooseTask('status', trigger)).toEqual({ kind: 'status' });
    }
  });
});
