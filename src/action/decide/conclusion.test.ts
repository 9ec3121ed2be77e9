import { describe, expect, it } from 'vitest';
import { outcome, plannedDestination, plannedStory, planOf } from '../../../test/support/example-plans.ts';
import { planFindings } from '../../commands/plan-findings.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Plan } from '../../model/plan.ts';
import type { Outcome } from '../../model/status.ts';
import { findingsConclusion, planConclusion, statusConclusion } from './conclusion.ts';

const problem = (severity: Problem['severity']): Problem => ({
  code: 'MAN001',
  severity,
  message: 'x',
  hint: 'mend it',
});
const planWith = (...actions: readonly ('create' | 'unchanged' | 'skip' | 'blocked')[]): Plan =>
  planOf([
    plannedDestination(
      'contoso',
      actions.map((action, index) => plannedStory(`s${index}`, action)),
    ),
  ]);

describe('findingsConclusion', () => {
  it.each([
    { problems: [], conclusion: 'success' },
    { problems: [problem('warning')], conclusion: 'success' },
    { problems: [problem('warning'), problem('error')], conclusion: 'failure' },
  ])('is $conclusion for $problems.length problems', ({ problems, conclusion }) => {
    expect(findingsConclusion(problems)).toBe(conclusion);
  });
});

describe('planConclusion', () => {
  it.each([
    { plan: planWith('unchanged'), gate: 'success', drift: 'success' },
    { plan: planWith('create', 'skip'), gate: 'success', drift: 'neutral' },
    { plan: planWith('create', 'blocked'), gate: 'failure', drift: 'neutral' },
  ])('is $gate for a pull request and $drift for a look-out for drift', ({ plan, gate, drift }) => {
    const selectors = { destinations: [], stories: [], labels: [] };
    expect(planConclusion(planFindings(plan, [], { purpose: 'review', selectors }))).toBe(gate);
    expect(planConclusion(planFindings(plan, [], { purpose: 'drift', selectors }))).toBe(drift);
    expect(planConclusion(planFindings(plan, [], { purpose: 'instead_of_sync', selectors }))).toBe('failure');
  });
});

describe('statusConclusion', () => {
  const waiting = (reason: Outcome['reason']) => outcome('contoso', 'b', { status: 'requires_sync', reason });
  it.each([
    { outcomes: [], conclusion: 'success' },
    { outcomes: [outcome('contoso', 'a'), waiting('manual_sync_only')], conclusion: 'success' },
    { outcomes: [outcome('contoso', 'a'), waiting('not_reached')], conclusion: 'cancelled' },
    { outcomes: [waiting('superseded')], conclusion: 'cancelled' },
    { outcomes: [waiting('halted'), waiting('not_reached')], conclusion: 'failure' },
    { outcomes: [waiting('not_reached'), outcome('c', 'a', { status: 'failed' })], conclusion: 'failure' },
  ])('is $conclusion', ({ outcomes, conclusion }) => {
    expect(statusConclusion(outcomes)).toBe(conclusion);
  });
});
