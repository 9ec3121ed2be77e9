import { describe, expect, it } from 'vitest';
import { outcome, richPlan } from '../../../test/support/example-plans.ts';
import { OUTPUT_NAMES, outputsOf } from './outputs.ts';

describe('outputsOf', () => {
  it('of a plan tell what would be done', () => {
    expect(outputsOf({ plan: richPlan, planFile: '/tmp/plan.json' })).toEqual({
      changes: '10',
      created: '5',
      updated: '5',
      'plan-digest': richPlan.digest,
      'plan-file': '/tmp/plan.json',
    });
  });

  it('of a sync tell what was done, as text', () => {
    const outcomes = [
      outcome('a', 'x', { did: 'created' }),
      outcome('a', 'y'),
      outcome('b', 'x', { status: 'failed', did: 'nothing' }),
      outcome('b', 'y', { status: 'requires_sync', did: 'nothing' }),
      outcome('b', 'z', { status: 'requires_sync', did: 'nothing' }),
    ];
    const outputs = outputsOf({
      shards: [1, 2].map((part) => ({ part, of: 2 })),
      plan: richPlan,
      outcomes,
      planFile: 'plan.json',
      statusFile: 'status.json',
      checkRunUrl: 'https://github.example/1',
    });
    expect(outputs).toEqual({
      shards: '["1/2","2/2"]',
      changes: '10',
      created: '1',
      updated: '0',
      synced: '2',
      failed: '1',
      requires_sync: '2',
      'plan-digest': richPlan.digest,
      'plan-file': 'plan.json',
      'status-file': 'status.json',
      'check-run-url': 'https://github.example/1',
    });
    expect(Object.keys(outputs).sort()).toEqual([...OUTPUT_NAMES].sort());
  });

  it('of a validation are not made up', () => {
    expect(outputsOf({})).toEqual({});
  });
});
