import { describe, expect, it } from 'vitest';
import { planAsMarkdown } from './plan-markdown.ts';
import { enrichment, plannedDestination, plannedStory, planOf, richPlan, triage } from './test-plans.ts';

describe('planAsMarkdown', () => {
  it('starts with the totals, then what is blocked, then the rest with consequences first', () => {
    expect(planAsMarkdown(richPlan)).toBe(
      [
        '### Plan: 5 to create, 5 to update, 6 unchanged, 2 skipped, 5 blocked (10 destinations)',
        '',
        '`sync.yaml` at commit `8c1d7e0f5a9b`, digest `3fa9b2c41d22`',
        '',
        '<details open><summary><code>contoso</code>, <code>tailspin</code>: the API key is not set (4 stories blocked)</summary>',
        '',
        '- `contoso`: CONTOSO\\_KEY is not set',
        '  - **next:** set CONTOSO\\_KEY',
        '- `tailspin`: TAILSPIN\\_KEY is not set',
        '  - **next:** set TAILSPIN\\_KEY',
        '',
        '</details>',
        '',
        '**`fabrikam` (`https://fabrikam.tines.com`, team 42): 1 blocked, 1 skipped, 1 left behind**',
        '',
        '- **blocked** `phishing-triage` "Phishing triage": something it needs is missing there',
        '  - a credential that the story names does not exist in team 42',
        '  - **next:** create the credential there, or set "prerequisites: warn" for this destination',
        '  - missing at the destination: credential `virustotal`',
        '- **skipped** `quiet`: detached from sync, 15 changes behind',
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
        '- **left behind** `old` "Old story": no longer asked for; it stays there, nothing is deleted',
        '',
        '<details><summary><code>eu-1</code>, <code>eu-2</code> and 3 more: the same 2 changes</summary>',
        '',
        '- **is updated** `phishing-triage` "Phishing triage": content changed',
        '  - record type `Alert (1)` is created beside the one in use: field "severity" changed from TEXT to NUMBER; "Alert" and its data stay as they are',
        '  - record type `Case` gets `owner`, `state=closed`: new in git',
        '  - missing at the destination: resource `block_list`',
        '  - new address: webhook `Receive mail`',
        '  - address disappears: page `Old intake`',
        '  - **conflict:** the push overwrites an edit made there: `agents[Get report].options.method`; saved as a version first',
        '  - action "Get report": url changed',
        '  - action "Get report": method changed (edited there)',
        '  - action "Ask analyst" (Email) added (from another commit)',
        '  - **warning:** the tag "soc" is not there and cannot be set',
        '- **is created** `ioc-enrichment` "IOC enrichment": not at the destination yet',
        '',
        'On `eu-1`, `eu-2`, `eu-3`, `eu-4`, `eu-5`',
        '',
        '</details>',
        '',
        '**`northwind` (`https://northwind.tines.com`, team 42), synced by hand only: 1 skipped**',
        '',
        '- **skipped** `quiet`: this destination is synced by hand only',
        '',
        '1 destination has nothing to change.',
        '',
        'Left behind: 1 story, 1 may be deleted. To delete: `storysync sync --prune 1` Nothing is deleted without it. A copy of each is kept first; record types and records always stay.',
        '',
        '**Recorded, and not in this manifest any more; nothing is deleted there:**',
        '',
        '- `litware` (`https://litware.tines.com`, team 7): 2 stories',
        '- **next:** to have the stories deleted, put the destination back with "stories: []", run "storysync sync --prune", then remove it. If another manifest of this repository has it, there is nothing to do',
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
        '- **blocked** <code>a&#96;b</code> "&lt;/details&gt;&lt;h1&gt;@\u200bacme/soc \\| hi": the tenant refused it',
        '  - line\\\\n\\# heading \\!\\[x\\](https\\://evil.example)',
        '  - new address: page <code>&#96;x&#96; &#64;team</code>',
      ].join('\n'),
    );
  });

  it('folds the changes of a story away, or counts them, and leaves the rest in sight', () => {
    const plan = planOf([plannedDestination('a', [triage])]);
    expect(planAsMarkdown(plan, { changes: 'collapsed', lead: ['Lead'] })).toContain(
      [
        '  - **conflict:** the push overwrites an edit made there: `agents[Get report].options.method`; saved as a version first',
        '  - <details><summary>3 changes</summary>',
        '',
        '    - action "Get report": url changed',
        '    - action "Get report": method changed (edited there)',
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
