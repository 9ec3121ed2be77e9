import { describe, expect, it } from 'vitest';
import { plannedDestination, plannedStory, planOf, richPlan } from '../../../test/support/example-plans.ts';
import type { RecordTypeStep } from '../../model/plan.ts';
import { consequencesAsMarkdown } from './consequences.ts';

describe('consequencesAsMarkdown', () => {
  it('gathers what is overwritten and what happens to record types over all destinations, weightiest first', () => {
    expect(consequencesAsMarkdown(richPlan)).toBe(
      [
        '**Look at these first**',
        '',
        '- `eu-1`, `eu-2` and 3 more: `phishing-triage`: conflict: edited there: `agents[Get report].options.method`; the push overwrites it',
        '- `eu-1`, `eu-2` and 3 more: record type `Alert (1)` is created beside the one in use: field "severity" changed from TEXT to NUMBER; "Alert" and its data stay as they are',
        '- `eu-1`, `eu-2` and 3 more: record type `Case` gets `owner`, `state=closed`: new in git',
      ].join('\n'),
    );
    const reversed = { ...richPlan, destinations: richPlan.destinations.toReversed() };
    expect(consequencesAsMarkdown(reversed)).toBe(consequencesAsMarkdown(richPlan));
  });

  it('is empty when there is nothing of the kind', () => {
    expect(consequencesAsMarkdown(planOf([plannedDestination('a', [plannedStory('s', 'update')])]))).toBe('');
  });

  it('stops after twenty and says how many are left', () => {
    const recordTypes = Array.from({ length: 50 }, (_, at): RecordTypeStep => {
      return { name: `T${at}`, action: 'create', target: `T${at}`, fields: [], because: '' };
    });
    const stories = [plannedStory('s', 'create', { recordTypes })];
    const text = consequencesAsMarkdown(planOf([plannedDestination('a', stories)]));
    expect(text.split('\n')).toHaveLength(2 + 20 + 1);
    expect(text).toContain('- … 30 more (see below)');
  });
});
