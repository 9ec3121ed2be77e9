import { describe, expect, it } from 'vitest';
import { plannedDestination, plannedNative, plannedStory, planOf } from '../../../test/support/example-plans.ts';
import type { PlannedDestination, PlannedNative, PlannedStory } from '../../model/plan.ts';
import type { RingProgress } from '../../model/rollout.ts';
import type { SyncStatus } from '../../model/status.ts';
import { digestPlan, planFromJson, planToJson, withDigest } from './plan-json.ts';

const ROW: RingProgress = {
  ring: 'broad',
  story: 'triage',
  there: 3,
  total: 40,
  failed: 1,
  allowed: 2,
  state: 'waiting',
  opensAt: null,
  waitsFor: 'ring:early',
};

describe('the digest of a plan', () => {
  const empty = planOf([]);

  it('is another one for another manifest, however alike the two are', () => {
    expect(digestPlan({ ...empty, manifest: 'a/sync.yaml' })).not.toBe(
      digestPlan({ ...empty, manifest: 'b/sync.yaml' }),
    );
  });

  it('covers destinations that are left behind', () => {
    const left = { name: 'litware', tenantUrl: 'https://litware.tines.com', teamId: 7, stories: 2 };
    expect(digestPlan({ ...empty, leftBehindDestinations: [left] })).not.toBe(digestPlan(empty));
  });

  it('covers what becomes of a destination at the vendor, in every word, and what is left behind there', () => {
    const of = (change: Partial<PlannedNative>, vendorStatus: SyncStatus = 'synced') => {
      const story = plannedStory('triage', 'unchanged', { vendorStatus });
      return digestPlan(planOf([plannedDestination('contoso', [story], { native: plannedNative(change) })]));
    };
    const others: readonly Partial<PlannedNative>[] = [
      { engine: 'push' },
      { action: 'update' },
      { id: 32 },
      { consent: '--replace' },
      { from: { tenantUrl: 'https://old.example', teamId: 9 } },
      { subscribe: ['triage'] },
      { unsubscribe: ['#301'] },
      { manualSyncOnly: true },
      { keyVersion: 2 },
      { steps: ['set_flag'] },
      { warnings: [{ kind: 'key_not_sent', version: 2 }] },
    ];
    const digests = [of({}), of({}, 'failed'), ...others.map((change) => of(change))];
    expect(new Set(digests).size).toBe(others.length + 2);

    const left = { id: 31, name: null, tenantUrl: 'https://old.example', teamId: 9, stories: ['A'], keptBecause: null };
    const renamed = { ...left, stories: ['B'] };
    const orphans = [[], [left], [renamed], [{ ...left, keptBecause: 'not_ours' as const }], [{ ...left, id: 32 }]];
    const seen = orphans.map((leftBehindNative) => digestPlan({ ...empty, leftBehindNative }));
    expect(new Set([digestPlan(empty), ...seen]).size).toBe(orphans.length + 1);
  });

  it('is the same of the facts of a run and of the words that its plan file holds', () => {
    const blocked = plannedStory('triage', 'blocked', { reason: 'change_control' });
    const plan = withDigest(
      planOf([plannedDestination('contoso', [{ ...blocked, fact: { kind: 'change_control' } }])]),
    );
    const back = planFromJson(JSON.parse(JSON.stringify(planToJson(plan))));
    expect(back.ok && digestPlan(back.value)).toBe(plan.digest);
    expect(digestPlan(planOf([plannedDestination('contoso', [blocked])]))).not.toBe(plan.digest);
  });

  it('is the same whether or not the rollout lets a story go now, and covers all else of one that waits', () => {
    const due = plannedStory('triage', 'update', { reason: 'content_changed' });
    const fact = { kind: 'rollout_waits', ring: 'broad', by: { kind: 'approved_plan' }, until: null } as const;
    const waits = { for: 'ring:early', until: '2026-11-30T07:00:00.000Z', because: 'content_changed' } as const;
    const waiting: PlannedStory = { ...due, action: 'skip', reason: 'awaiting_ring', would: 'update', fact, waits };
    const of = (story: PlannedStory, rest: Partial<PlannedDestination> = {}) =>
      withDigest({ ...planOf([plannedDestination('contoso', [story], rest)]), rollout: [] });
    const plan = of(waiting);
    expect(of(due).digest).toBe(plan.digest);
    expect(digestPlan({ ...plan, rollout: [ROW] })).toBe(plan.digest);
    const back = planFromJson(JSON.parse(JSON.stringify(planToJson(plan))));
    expect(back.ok && digestPlan(back.value)).toBe(plan.digest);
    expect(of({ ...waiting, would: 'create' }).digest).not.toBe(plan.digest);
    expect(of({ ...waiting, waits: { ...waits, because: 'drift' } }).digest).not.toBe(plan.digest);
    expect(of({ ...waiting, missing: [{ kind: 'resource', slug: 'x' }] }).digest).not.toBe(plan.digest);
    expect(of(waiting, { ring: 'canary' }).digest).not.toBe(plan.digest);
    const { waits: _, ...skipped } = waiting;
    expect(of(skipped).digest).not.toBe(plan.digest);
  });
});
