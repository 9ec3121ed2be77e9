import { describe, expect, it } from 'vitest';
import {
  destination,
  outcome,
  plannedDestination,
  plannedStory,
  planOf,
  richPlan,
} from '../../../test/support/example-plans.ts';
import { rolloutPlan } from '../../../test/support/example-rollout.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import { findingsOutput, planOutput, syncOutput } from './check-output.ts';

const context = { conclusion: 'failure', shown: 3, total: 7 } as const;
const LIMIT = 65_535;

describe('planOutput', () => {
  it('has the exact totals as its title and how many annotations are shown in its summary', () => {
    const { title, summary, text } = planOutput(richPlan, { ...context, notes: ['A fork: planned offline.'] });
    expect(title).toBe('Plan: 5 to create, 5 to update, 6 unchanged, 2 skipped, 5 blocked (10 destinations)');
    expect(summary).toBe(
      [
        '**Something failed, or would fail: see below, worst first.**',
        '',
        'A fork: planned offline.',
        '',
        '| to create | to update | unchanged | skipped | blocked |',
        '| --- | --- | --- | --- | --- |',
        '| 5 | 5 | 6 | 2 | 5 |',
        '',
        '|  | because | stories |',
        '| --- | --- | --- |',
        '| will be updated | content changed | 5 |',
        '| will be created | not at the destination yet | 5 |',
        '| blocked | no usable API key | 4 |',
        '| skipped | manual sync only | 1 |',
        '| skipped | detached from sync | 1 |',
        '| blocked | something it needs is missing there | 1 |',
        '',
        '3 shown of 7 annotations.',
      ].join('\n'),
    );
    expect(text).toContain(
      [
        '**Look at these first**',
        '',
        '- `eu-1`, `eu-2` and 3 more: `phishing-triage`: conflict: edited there: `agents[Get report].options.method`; the push overwrites it',
        '- `eu-1`, `eu-2` and 3 more: record type `Alert (1)` is created beside the one in use: field "severity" changed from TEXT to NUMBER; "Alert" and its data stay as they are',
      ].join('\n'),
    );
  });

  it('counts what waits for the rollout apart from what is skipped, and carries the view of the rollout', () => {
    const { title, summary, text } = planOutput(rolloutPlan, { ...context, unsigned: true });
    expect(title).toBe(
      'Plan: 0 to create, 2 to update, 883 wait for their ring, 1 waits for its window, 5 halted, 2 unchanged, 0 skipped, 0 blocked (887 destinations)',
    );
    expect(summary).toContain(
      [
        '| to create | to update | waiting | unchanged | skipped | blocked |',
        '| --- | --- | --- | --- | --- | --- |',
        '| 0 | 2 | 889 | 2 | 0 | 0 |',
        '',
        '|  | because | stories |',
        '| --- | --- | --- |',
        '| waiting | waits for its ring | 883 |',
        '| waiting | halted | 5 |',
        '| will be updated | content changed | 2 |',
        '| waiting | outside its window | 1 |',
      ].join('\n'),
    );
    expect(text).toContain('<summary>Rollout: <code>canary</code> passed');
    expect(text).toContain('- Without a state key whoever may write the state branch');
  });

  it('stays below the limit in bytes for 1,000 destinations with 20 stories that all differ', () => {
    const many = Array.from({ length: 1000 }, (_, at) =>
      plannedDestination(
        `tenant-${at}`,
        Array.from({ length: 20 }, (_, story) =>
          plannedStory(`story-${story}`, 'update', {
            name: '中文 😀',
            message: `only here: ${at}`,
            reason: 'content_changed',
          }),
        ),
      ),
    );
    const { title, summary, text = '' } = planOutput(planOf(many), context);
    expect(title).toBe('Plan: 0 to create, 20000 to update, 0 unchanged, 0 skipped, 0 blocked (1000 destinations)');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(LIMIT);
    expect(Buffer.byteLength(text)).toBeGreaterThan(LIMIT - 2000);
    expect(text).toContain('20000 to update');
    expect(text).toContain('Cut here; the totals are exact');
    expect(Buffer.byteLength(summary)).toBeLessThan(1000);
  });
});

describe('statusOutput', () => {
  it('tells what became of all pairs', () => {
    const report = {
      outcomes: [
        outcome('contoso', 'a', { did: 'updated' }),
        outcome('contoso', 'b', { status: 'failed', reason: 'rejected', did: 'nothing' }),
        outcome('contoso', 'c', { status: 'requires_sync', reason: 'not_reached', did: 'nothing' }),
      ],
      destinations: [destination('contoso')],
      originTeamId: null,
      storyIds: new Map(),
      commit: null,
      interrupted: false,
    };
    const { title, summary } = syncOutput(report, context);
    expect(title).toBe('Status: 1 synced (1 updated), 1 failed, 1 pending (1 destination)');
    expect(summary).toContain('| 1 | 0 | 1 | 1 | 1 |');
    expect(summary).toContain('| failed | rejected by the tenant | 1 |');
    expect(summary).toContain('| pending | not reached | 1 |');
  });
});

describe('findingsOutput', () => {
  it('counts findings by code', () => {
    const finding = (code: Problem['code'], severity: Problem['severity']): Problem => ({
      code,
      severity,
      message: 'x',
      hint: 'mend it',
    });
    const problems = [finding('MAN001', 'error'), finding('MAN002', 'warning'), finding('MAN001', 'error')];
    const examined = { stories: 2, destinations: 3 };
    const { title, summary, text } = findingsOutput(problems, 'sync.yaml', examined, { ...context, total: 0 });
    expect(title).toBe('2 errors, 1 warning (2 stories, 3 destinations)');
    expect(summary).toContain('| error | MAN001 | 2 |\n| warning | MAN002 | 1 |');
    expect(summary).not.toContain('shown of');
    expect(text).toContain('### Validation: 2 errors, 1 warning');
  });

  it('says so when there are none', () => {
    const none = { conclusion: 'success', shown: 0, total: 0 } as const;
    const { summary } = findingsOutput([], 'sync.yaml', { stories: 1, destinations: 1 }, none);
    expect(summary).toBe('**Nothing failed.**\n\nNo findings.');
  });
});
