import { describe, expect, it } from 'vitest';
import {
  enrichment,
  plannedDestination,
  plannedStory,
  planOf,
  richPlan,
  triage,
} from '../../../test/support/example-plans.ts';
import { planAsMarkdown } from './plan-markdown.ts';

describe('planAsMarkdown', () => {
  it('starts with the totals, then what is blocked, then the rest with consequences first', () => {
    expect(planAsMarkdown(richPlan)).toBe(
      [
        '### Plan: 5 to create, 5 to update, 6 unchanged, 2 skipped, 5 blocked (10 destinations)',
        '',
        '`sync.yaml` at commit `8c1d7e0f5a9b`, digest `3fa9b2c41d22`',
        '',
        '**Missing at the destinations:**',
        '',
        '- resource `block_list`: `eu-1`, `eu-2` and 3 more (for `phishing-triage`)',
        '- credential `virustotal`: `fabrikam` (for `phishing-triage`)',
        '- **hint:** create it in the team under this name (values stay in the tenant), or set "prerequisites: warn"',
        '',
        '<details open><summary><code>contoso</code>, <code>tailspin</code>: no usable API key (4 stories blocked)</summary>',
        '',
        '- `contoso`: CONTOSO\\_KEY is not set',
        '  - **hint:** set CONTOSO\\_KEY',
        '- `tailspin`: TAILSPIN\\_KEY is not set',
        '  - **hint:** set TAILSPIN\\_KEY',
        '',
        '</details>',
        '',
        '**`fabrikam` (`https://fabrikam.tines.com`, team 42): 1 blocked, 1 skipped, 1 left behind**',
        '',
        '- **blocked** `phishing-triage` "Phishing triage": missing there: credential `virustotal`',
        '- **skipped** `quiet`: detached from sync; would be updated (15 changes)',
        '  - customer tunes thresholds (until 2027-01-31)',
        '  - action "Step 0": options changed',
        '  - action "Step 1": options changed',
        '  - action "Step 2": options changed',
        '  - action "Step 3": options changed',
        '  - action "Step 4": options changed',
        '  - action "Step 5": options changed',
        '  - action "Step 6": options changed',
        '  - action "Step 7": options changed',
        '  - action "Step 8": options changed',
        '  - action "Step 9": options changed',
        '  - action "Step 10": options changed',
        '  - action "Step 11": options changed',
        '  - … 3 more (see the plan file)',
        '- **left behind** `old` "Old story": no longer in the manifest; left behind',
        '',
        '<details><summary><code>eu-1</code>, <code>eu-2</code> and 3 more: the same 2 changes</summary>',
        '',
        '- **will be updated** `phishing-triage` "Phishing triage": content changed',
        '  - record type `Alert (1)` is created beside the one in use: field "severity" changed from TEXT to NUMBER; "Alert" and its data stay as they are',
        '  - record type `Case` gets `owner`, `state=closed`: new in git',
        '  - missing there: resource `block_list`',
        '  - new webhook URL: `Receive mail`',
        '  - page URL removed: `Old intake`',
        '  - **conflict:** edited there: `agents[Get report].options.method`',
        '  - the push overwrites this edit, and saves what is there as a version first',
        '  - action "Get report": url changed',
        '  - option method of "Get report": edited there; git has "post"',
        '  - action "Ask analyst" (Email) added (from another commit)',
        '  - **warning:** the tag "soc" is not there and cannot be set',
        '- **will be created** `ioc-enrichment` "IOC enrichment": not at the destination yet',
        '',
        'On `eu-1`, `eu-2`, `eu-3`, `eu-4`, `eu-5`',
        '',
        '</details>',
        '',
        '**`northwind` (`https://northwind.tines.com`, team 42), manual sync only: 1 skipped**',
        '',
        '- **skipped** `quiet`: manual sync only',
        '',
        '1 destination has nothing to change.',
        '',
        'Left behind: 1 story, 1 may be deleted. To delete: `storysync sync --prune 1`. Without --prune nothing is deleted. A copy of each is kept first; record types and records always stay.',
        '',
        '**In state but no longer in the manifest: left behind, nothing is deleted there:**',
        '',
        '- `litware` (`https://litware.tines.com`, team 7): 2 stories',
        '- **hint:** to delete the stories, put the destination back with "stories: []", run "storysync sync --prune", then remove it; nothing to do if another manifest of this repository has it',
        '',
      ].join('\n'),
    );
  });

  it('stays small for a thousand destinations', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      plannedDestination(`tenant-${index}`, [triage, enrichment]),
    );
    const text = planAsMarkdown(planOf(many));
    expect(text).toContain(
      '<summary><code>tenant-0</code>, <code>tenant-1</code> and 998 more: the same 2 changes</summary>',
    );
    expect(text).toContain('… 900 more (see the plan file)');
    expect(text.length).toBeLessThan(5000);
  });

  it('does not depend on the order of the destinations', () => {
    const reversed = { ...richPlan, destinations: richPlan.destinations.toReversed() };
    expect(planAsMarkdown(reversed)).toBe(planAsMarkdown(richPlan));
  });

  it('neutralises markup, mentions and line breaks in names', () => {
    const story = plannedStory('a`b', 'blocked', {
      name: '</details><h1>@acme/soc | hi',
      reason: 'rejected',
      message: 'line\n# heading ![x](https://evil.example)',
      urls: [{ action: '`x` @team', kind: 'page', op: 'add' }],
    });
    const text = planAsMarkdown(planOf([plannedDestination('a', [story]), plannedDestination('b', [story])]));
    expect(text).toContain(
      [
        '- **blocked** <code>a&#96;b</code> "&lt;/details&gt;&lt;h1&gt;@\u200bacme/soc \\| hi": rejected by the tenant',
        '  - line\\\\n\\# heading \\!\\[x\\](https\\://evil.example)',
        '  - new page URL: <code>&#96;x&#96; &#64;team</code>',
      ].join('\n'),
    );
  });

  it('folds the changes of a story away, or counts them, and leaves the rest in sight', () => {
    const plan = planOf([plannedDestination('a', [triage])]);
    expect(planAsMarkdown(plan, { changes: 'collapsed', lead: ['Lead'] })).toContain(
      [
        '  - **conflict:** edited there: `agents[Get report].options.method`',
        '  - the push overwrites this edit, and saves what is there as a version first',
        '  - <details><summary>3 changes</summary>',
        '',
        '    - action "Get report": url changed',
        '    - option method of "Get report": edited there; git has "post"',
        '    - action "Ask analyst" (Email) added (from another commit)',
        '',
        '    </details>',
        '',
        '  - **warning:** the tag "soc" is not there and cannot be set',
      ].join('\n'),
    );
    expect(planAsMarkdown(plan, { changes: 'counted' })).toContain('\n  - 3 changes (see the plan file)\n  - **warn');
  });
});
