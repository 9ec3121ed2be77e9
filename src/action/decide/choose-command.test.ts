import { describe, expect, it } from 'vitest';
import { type ActionCommand, COMMANDS } from '../settings.ts';
import { chooseTask, type Task } from './choose-command.ts';
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

const choose = (command: ActionCommand, trigger: Trigger): Task => chooseTask({ command, selectors: {} }, trigger);

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
    expect(choose('auto', trigger)).toEqual(task);
  });

  it.each(['refs/heads/feature', 'refs/heads/storysync/state', 'refs/tags/main', 'refs/heads/main2', 'main'])(
    'has nothing to do for a push to %s',
    (ref) => {
      expect(choose('auto', push(ref))).toEqual({ kind: 'nothing', notice: expect.stringContaining(ref) });
    },
  );

  it.each(['pull_request_target', 'workflow_run'])('refuses %s for every command, with the reason', (event) => {
    for (const command of COMMANDS) {
      const task = choose(command, never(event));
      expect(task).toEqual({ kind: 'refused', message: expect.stringContaining(event) });
      expect(task).toEqual({ kind: 'refused', message: expect.stringMatching(/secrets.*Use "pull_request"/) });
    }
  });

  it('wants a command for an event that auto does not know', () => {
    expect(choose('auto', unknown('issue_comment'))).toEqual({
      kind: 'refused',
      message: expect.stringContaining('issue_comment'),
    });
  });

  it('does what it is told under any other event', () => {
    for (const trigger of [pullRequest, push('refs/tags/v1'), other('schedule'), unknown('release')]) {
      expect(choose('validate', trigger)).toEqual({ kind: 'validate' });
      expect(choose('plan', trigger)).toEqual(plan);
      expect(choose('sync', trigger)).toEqual({ kind: 'sync' });
    }
  });

  it('never syncs a fork', () => {
    expect(choose('sync', fork)).toEqual({ kind: 'refused', message: expect.stringContaining('fork') });
  });

  it('reports what was synced, and nothing for what is only proposed', () => {
    for (const trigger of [push('refs/heads/main'), other('schedule'), other('workflow_dispatch')]) {
      expect(choose('report', trigger)).toEqual({ kind: 'report' });
    }
    for (const trigger of [pullRequest, fork]) {
      expect(choose('report', trigger)).toEqual({
        kind: 'refused',
        message: expect.stringContaining('nothing is synced'),
      });
    }
  });

  it('exports when an event from outside asks for it, and where it is told to', () => {
    expect(choose('auto', other('repository_dispatch'))).toEqual({ kind: 'export' });
    for (const trigger of [other('schedule'), other('workflow_dispatch'), push('refs/heads/main')]) {
      expect(choose('export', trigger)).toEqual({ kind: 'export' });
    }
  });

  it.each([pullRequest, fork, other('merge_group')])('exports nothing for what is only proposed: $event', (trigger) => {
    const message = expect.stringContaining('an export opens a pull request of its own');
    expect(choose('export', trigger)).toEqual({ kind: 'refused', message });
  });

  it('tells the status under any event, as it asks no tenant', () => {
    for (const trigger of [fork, push('refs/tags/v1'), other('merge_group'), other('schedule'), unknown('release')]) {
      expect(choose('status', trigger)).toEqual({ kind: 'status' });
    }
  });

  it.each([
    ['schedule', other('schedule'), { kind: 'sync' }],
    ['a push to the default branch', push('refs/heads/main'), { kind: 'sync' }],
    ['workflow_dispatch', other('workflow_dispatch'), { kind: 'sync' }],
    ['a pull request', pullRequest, plan],
    ['merge_group', other('merge_group'), { kind: 'validate' }],
  ])('chooses for %s with pending: true', (_, trigger, task) => {
    expect(chooseTask({ command: 'auto', selectors: { pending: true } }, trigger)).toEqual(task);
  });

  it('lets nobody past the rollout but by hand', () => {
    const override = { digest: 'sha256:0123456789ab', reason: 'incident' };
    for (const command of ['auto', 'sync'] as const) {
      const asked = { command, override, selectors: {} };
      expect(chooseTask(asked, other('workflow_dispatch'))).toEqual({ kind: 'sync' });
      for (const trigger of [push('refs/heads/main'), other('schedule'), pullRequest, unknown('release')]) {
        const name = trigger.event === 'other' ? trigger.name : trigger.event;
        expect(chooseTask(asked, trigger)).toEqual({
          kind: 'refused',
          message: expect.stringMatching(`^override-rollout: .*"workflow_dispatch".*not by "${name}"`),
        });
      }
    }
  });

  it('deletes what is left behind by hand alone', () => {
    for (const command of ['auto', 'sync', 'plan'] as const) {
      const asked = { command, prune: 2, selectors: {} };
      for (const trigger of [push('refs/heads/main'), other('schedule'), pullRequest, unknown('release')]) {
        const message = expect.stringMatching(/^prune: .*"workflow_dispatch"/);
        expect(chooseTask(asked, trigger)).toEqual({ kind: 'refused', message });
      }
    }
    expect(chooseTask({ command: 'auto', prune: 2, selectors: {} }, other('workflow_dispatch'))).toEqual({
      kind: 'sync',
    });
  });

  it.each(['replace', 'takeover'] as const)('agrees to a %s of the vendor’s destinations by hand alone', (input) => {
    const consent = { replace: new Set<string>(), takeover: new Set<string>(), [input]: new Set(['contoso']) };
    for (const command of ['auto', 'sync'] as const) {
      const asked = { command, consent, selectors: {} };
      expect(chooseTask(asked, other('workflow_dispatch'))).toEqual({ kind: 'sync' });
      for (const trigger of [push('refs/heads/main'), other('schedule'), pullRequest, unknown('release')]) {
        const message = expect.stringMatching(`^${input}: .*"workflow_dispatch"`);
        expect(chooseTask(asked, trigger)).toEqual({ kind: 'refused', message });
      }
    }
  });
});
