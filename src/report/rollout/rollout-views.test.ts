import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { outcome, plannedDestination, plannedStory, planOf } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import {
  BEFORE_BROAD,
  HALTED,
  OUTSIDE,
  ringProgress,
  rolloutPlan,
  waitingOutcome,
} from '../../../test/support/example-rollout.ts';
import { plain } from '../../diagnostics/paint.ts';
import type { Plan } from '../../model/plan.ts';
import { planAsMarkdown } from '../plan/plan-markdown.ts';
import { planAsText } from '../plan/plan-text.ts';
import { statusAsMarkdown } from '../status/status-markdown.ts';
import { statusAsText } from '../status/status-text.ts';
import { syncAsMarkdown } from '../sync/sync-markdown.ts';
import { syncAsText } from '../sync/sync-text.ts';

const quiet = { paint: plain, verbose: false };

/** The view of the rollout, whole; everything around it has tests of its own. */
function rolloutOf(text: string): readonly string[] {
  const section = text.split('\n\n').find((each) => /^(Rollout:|#### Rollout)/.test(each));
  return section?.split('\n') ?? [];
}

describe('a plan with a rollout', () => {
  it('shows who goes now, who waits, why and until when, and folds destinations that wait for the same', () => {
    expect(planAsText(rolloutPlan, { ...quiet, columns: 100, unsigned: true })).toBe(
      [
        'Plan for sync.yaml at commit 8c1d7e0f5a9b',
        '',
        'early-1, early-2, ring early: the same change',
        '  ~ triage: content changed',
        '',
        'early-3 (https://early-3.tines.com, team 42), ring early: 1 waiting',
        '  . triage: waits for a later batch; would be updated (1 change)',
        '      action "Ask": options changed',
        '',
        'early-4 (https://early-4.tines.com, team 42), ring early: 1 waiting',
        '  . ioc: waits for the window Mon-Thu 07:00-16:00 (until 2026-11-30 07:00 UTC); would be updated (1',
        '        change)',
        '      action "Ask": options changed',
        '',
        'eu-001, eu-002 and 3 more, ring broad: the same plan (2 waiting)',
        '  . triage: waits for ring early; would be updated (1 change)',
        '      action "Ask": options changed',
        '  . ioc: halted by ring early; would be updated (1 change)',
        '      action "Ask": options changed',
        '',
        'eu-006, eu-007 and 875 more, ring broad: the same plan (1 waiting)',
        '  . triage: waits for ring early; would be updated (1 change)',
        '      action "Ask": options changed',
        '',
        '1 destination has nothing to change.',
        '',
        'Rollout:',
        '  = ring canary, triage: passed, 3 of 3 there',
        '  ~ ring early, triage: early-1, early-2 go now: 12 of 40 there, 27 to go, 1 failed (4 may)',
        '  . ring early, triage: early-3 waits for a later batch',
        '  ! ring early, ioc: halted: 5 of 40 failed, 4 may',
        '  . ring early, ioc: early-4 waits for the window Mon-Thu 07:00-16:00, not before 2026-11-30 07:00',
        '        UTC',
        '  . ring broad, triage: 882 destinations wait for ring early: 12 of 40 there, 27 to go, 1 failed (4',
        '        may)',
        '  ! ring broad, ioc: halted by ring early: 5 of 40 failed, 4 may; 5 destinations wait',
        '    ring broad will go one destination at a time, as none may fail (max_failed): about 74 minutes',
        '    Without a state key whoever may write the state branch can make a ring look passed.',
        '    hint: see which failed: storysync status --ring early',
        '    hint: later runs go on from here; to go now: storysync sync --override-rollout 3fa9b2c41d22',
        '      --reason TEXT',
        '',
        'Plan: 0 to create, 2 to update, 883 wait for their ring, 1 waits for its window, 5 halted, 2',
        '  unchanged, 0 skipped, 0 blocked (887 destinations)',
        'Digest: 3fa9b2c41d22',
        '',
        '~\u00a0update  =\u00a0unchanged  .\u00a0skipped\u00a0or\u00a0left\u00a0alone  !\u00a0blocked',
        '',
      ].join('\n'),
    );
  });

  it('looks as the page on operations shows it', () => {
    const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    expect(page).toContain(['```text', ...rolloutOf(planAsText(rolloutPlan, quiet)), '```'].join('\n'));
  });

  it('folds the rollout away in Markdown below the headline, and opens it where something is halted', () => {
    const markdown = planAsMarkdown(rolloutPlan, { unsigned: true });
    expect(markdown.split('\n\n').slice(0, 5)).toEqual([
      '### Plan: 0 to create, 2 to update, 883 wait for their ring, 1 waits for its window, 5 halted, 2 unchanged, 0 skipped, 0 blocked (887 destinations)',
      '`sync.yaml` at commit `8c1d7e0f5a9b`, digest `3fa9b2c41d22`',
      '<details open><summary>Rollout: <code>canary</code> passed, <code>early</code> open and halted, <code>broad</code> waiting and halted</summary>',
      [
        '- ring `canary`, `triage`: passed, 3 of 3 there',
        '- ring `early`, `triage`: `early-1`, `early-2` go now: 12 of 40 there, 27 to go, 1 failed (4 may)',
        '- ring `early`, `triage`: `early-3` waits for a later batch',
        '- ring `early`, `ioc`: halted: 5 of 40 failed, 4 may',
        '- ring `early`, `ioc`: `early-4` waits for the window Mon-Thu 07:00-16:00, not before 2026-11-30 07:00 UTC',
        '- ring `broad`, `triage`: 882 destinations wait for ring `early`: 12 of 40 there, 27 to go, 1 failed (4 may)',
        '- ring `broad`, `ioc`: halted by ring `early`: 5 of 40 failed, 4 may; 5 destinations wait',
        '- ring `broad` will go one destination at a time, as none may fail (max_failed): about 74 minutes',
        '- Without a state key whoever may write the state branch can make a ring look passed.',
        '- **hint:** see which failed: storysync status --ring early',
        '- **hint:** later runs go on from here; to go now: storysync sync --override-rollout 3fa9b2c41d22 --reason TEXT',
      ].join('\n'),
      '</details>',
    ]);
    expect(markdown).toContain('- **waiting** `triage`: waits for ring `early`; would be updated (1 change)');
  });

  const due = plannedStory('triage', 'update', { reason: 'content_changed' });
  const going = (amount: number, allowed: number): Plan => ({
    ...planOf(Array.from({ length: amount }, (_, index) => plannedDestination(`d-${index}`, [due], { ring: 'broad' }))),
    rollout: [ringProgress('broad', 'triage', 'open', { total: amount, allowed })],
  });
  it.each([
    [1, 0, undefined],
    [2, 0, 'ring broad goes one destination at a time, as none may fail (max_failed): about 1 minute'],
    [120, 0, 'ring broad goes one destination at a time, as none may fail (max_failed): about 10 minutes'],
    [120, 1, undefined],
  ])(
    'tells of %i destinations in a ring that may have %i failures how long one at a time takes',
    (amount, allowed, said) => {
      const lines = rolloutOf(planAsText(going(amount, allowed), quiet));
      expect(lines.find((line) => line.includes('one destination at a time'))?.trim()).toBe(said);
    },
  );

  it('keeps the rollout folded where nothing is halted', () => {
    expect(planAsMarkdown(going(3, 1))).toContain('<details><summary>Rollout: <code>broad</code> open</summary>');
  });

  it('says nothing of how to go on where nothing waits, nor of a key where state is proven', () => {
    expect(rolloutOf(planAsText(going(3, 1), quiet))).toEqual([
      'Rollout:',
      '  ~ ring broad, triage: d-0, d-1, d-2 go now: 0 of 3 there, 3 to go',
    ]);
  });

  it('has no word of a rollout where nothing moves', () => {
    const still = {
      ...planOf([plannedDestination('a', [plannedStory('triage', 'unchanged')], { ring: 'broad' })]),
      rollout: [],
    };
    expect(planAsText(still, quiet)).not.toMatch(/rollout/i);
    expect(planAsMarkdown(still)).not.toMatch(/rollout/i);
  });
});

const outcomes = [
  outcome('canary-1', 'triage'),
  outcome('early-1', 'triage', { did: 'updated' }),
  outcome('early-2', 'ioc', { status: 'failed', reason: 'rejected', message: 'refused', did: 'nothing' }),
  waitingOutcome('early-3', 'ioc', OUTSIDE, 'outside_window'),
  ...Array.from({ length: 5 }, (_, index) => [
    waitingOutcome(`eu-${index}`, 'triage', BEFORE_BROAD),
    waitingOutcome(`eu-${index}`, 'ioc', HALTED, 'halted'),
  ]).flat(),
];
const report = reportOf(outcomes, {
  rollout: {
    rings: new Map(
      outcomes.map(({ destination }) => [destination, destination.replace(/-.*/, '').replace('eu', 'broad')]),
    ),
    progress: rolloutPlan.rollout,
    override: { digest: rolloutPlan.digest, reason: 'incident 4711', at: '2026-11-29T09:00:00.000Z' },
  },
});
const status = { ...report, live: false, unsigned: true, now: '2026-11-29T20:00:00.000Z' };

describe('a sync with a rollout', () => {
  it('tells what waits once, ring by ring, and who let the run pass over it', () => {
    expect(syncAsText(report, quiet)).toBe(
      [
        '! early-2 / ioc: rejected by the tenant: refused',
        '',
        'Rollout:',
        '  = ring canary, triage: passed, 3 of 3 there',
        '  ~ ring early, triage: open, 12 of 40 there, 27 to go, 1 failed (4 may)',
        '  ! ring early, ioc: halted: 5 of 40 failed, 4 may',
        '  . ring early, ioc: early-3 waits for the window Mon-Thu 07:00-16:00, not before 2026-11-30 07:00 UTC',
        '  . ring broad, triage: 5 destinations wait for ring early: 12 of 40 there, 27 to go, 1 failed (4 may)',
        '  ! ring broad, ioc: halted by ring early: 5 of 40 failed, 4 may; 5 destinations wait',
        '    overridden 2026-11-29 09:00 UTC, with the plan 3fa9b2c41d22: incident 4711',
        '    hint: see which failed: storysync status --ring early',
        '    hint: later runs go on from here; to go now: storysync sync --override-rollout DIGEST --reason TEXT (DIGEST: that of the plan just seen)',
        '',
        '= canary-1: 1 story synced',
        '= early-1: 1 story synced (1 updated)',
        '',
        'Status: 2 synced (1 updated), 1 failed, 11 pending (5 wait for their ring, 1 waits for its window, 5 halted) (9 destinations)',
        '',
      ].join('\n'),
    );
    const markdown = syncAsMarkdown(report);
    expect(markdown).not.toContain('#### Pending');
    expect(rolloutOf(markdown)).toEqual(['#### Rollout']);
    expect(markdown).toContain(
      '\n- ring `broad`, `ioc`: halted by ring `early`: 5 of 40 failed, 4 may; 5 destinations wait\n',
    );
    expect(markdown).toContain('\n- overridden 2026-11-29 09:00 UTC, with the plan `3fa9b2c41d22`: incident 4711\n');
  });

  it('shows each pair that waits, with all its words, where everything is asked for', () => {
    const text = syncAsText(report, { ...quiet, verbose: true });
    expect(text).toContain(
      '\n. eu-0 / triage: ring broad waits for ring early: 12 of 40 there, 27 to go, 1 failed (4 may)\n    hint: the next run after ring early has passed lets it go; ',
    );
    expect(text).toContain('; eu-0, eu-1, eu-2, eu-3, eu-4 wait\n');
  });

  it('leaves the words of a pair that waits where there is no view of the rollout to tell it', () => {
    const { rollout: _, ...bare } = report;
    expect(syncAsText(bare, quiet)).toContain(
      '. eu-0 / ioc: ring broad is halted by ring early: 5 of 40 failed, 4 may\n',
    );
  });
});

describe('a status with a rollout', () => {
  it('tells each ring with the time from now, and the ring of each destination', () => {
    expect(statusAsText(status, quiet)).toBe(
      [
        '! early-2 / ioc: rejected by the tenant: refused',
        '',
        'Rollout:',
        '  = ring canary, triage: passed, 3 of 3 there',
        '  ~ ring early, triage: open, 12 of 40 there, 27 to go, 1 failed (4 may)',
        '  ! ring early, ioc: halted: 5 of 40 failed, 4 may',
        '  . ring early, ioc: early-3 waits for the window Mon-Thu 07:00-16:00, not before 2026-11-30 07:00 UTC (in 11 hours)',
        '  . ring broad, triage: 5 destinations wait for ring early: 12 of 40 there, 27 to go, 1 failed (4 may)',
        '  ! ring broad, ioc: halted by ring early: 5 of 40 failed, 4 may; 5 destinations wait',
        '    overridden 2026-11-29 09:00 UTC, with the plan 3fa9b2c41d22: incident 4711',
        '    hint: see which failed: storysync status --ring early',
        '    hint: later runs go on from here; to go now: storysync sync --override-rollout DIGEST --reason TEXT (DIGEST: that of the plan just seen)',
        '',
        '! early-2: 0 of 1 synced, 1 failed (ring early)',
        '~ early-3: 0 of 1 synced (ring early)',
        '~ eu-0, eu-1 and 3 more: 0 of 2 synced (ring broad)',
        '= canary-1: its one story synced (ring canary)',
        '= early-1: its one story synced (ring early)',
        '',
        'Nothing is recorded yet; "status --live" asks the tenants. Recorded state is unverified, so only a hint; STORYSYNC_STATE_KEY signs and verifies it.',
        'Status: 2 synced (1 updated), 1 failed, 11 pending (5 wait for their ring, 1 waits for its window, 5 halted) (9 destinations)',
        '',
      ].join('\n'),
    );
    const markdown = statusAsMarkdown(status);
    expect(markdown).toContain('#### Rollout\n\n- ring `canary`, `triage`: passed, 3 of 3 there\n');
    expect(markdown).toContain(
      '`early-3` waits for the window Mon-Thu 07:00-16:00, not before 2026-11-30 07:00 UTC (in 11 hours)\n',
    );
    expect(markdown).toContain('- `eu-0`, `eu-1` and 3 more: 0 of 2 synced (ring `broad`)\n');
    expect(markdown).not.toContain('#### Pending');
  });
});

describe('a thousand destinations', () => {
  it('that wait for the same are told in a screen, in each view', () => {
    const many = Array.from({ length: 1000 }, (_, index) => waitingOutcome(`eu-${index}`, 'triage', BEFORE_BROAD));
    const rings = new Map(many.map(({ destination }) => [destination, 'broad']));
    const waiting = reportOf(many, { rollout: { rings, progress: rolloutPlan.rollout.slice(0, 3) } });
    const now = '2026-11-29T20:00:00.000Z';
    expect(syncAsText(waiting, quiet).split('\n').length).toBeLessThan(15);
    expect(statusAsText({ ...waiting, live: false, unsigned: false, now }, quiet).split('\n').length).toBeLessThan(20);
    expect(planAsText(rolloutPlan, quiet).split('\n').length).toBeLessThan(50);
  });
});

describe('hostile names', () => {
  it('of rings, stories and reasons become no markup and move no cursor in any view', () => {
    const evil = '<b>`\u001b[2J](http://x) @acme';
    const fact = {
      ...BEFORE_BROAD,
      ring: evil,
      by: { kind: 'ring', before: evil, there: 1, total: 2, failed: 0, allowed: 0 },
    } as const;
    const told = reportOf([waitingOutcome('a', 'triage', fact)], {
      rollout: {
        rings: new Map([['a', evil]]),
        progress: [ringProgress(evil, 'triage', 'halted', { failed: 50, waitsFor: `failures:${evil}` })],
        override: { digest: evil, reason: evil, at: evil },
      },
    });
    const plan = {
      ...planOf([plannedDestination('a', [plannedStory('triage', 'update')], { ring: evil })]),
      rollout: told.rollout?.progress ?? [],
    };
    const asked = { ...told, live: false, unsigned: false, now: '2026-11-29T20:00:00.000Z' };
    for (const text of [
      planAsText(plan, quiet),
      syncAsText(told, quiet),
      statusAsText(asked, { ...quiet, verbose: true }),
    ]) {
      expect(text).toContain('<b>');
      expect(text).not.toContain('\u001b');
    }
    for (const markdown of [planAsMarkdown(plan), syncAsMarkdown(told), statusAsMarkdown(asked)]) {
      expect(markdown).not.toContain('<b>');
      expect(markdown).not.toContain('](http:');
      expect(markdown).not.toContain(' @acme');
    }
  });
});
