import { describe, expect, it } from 'vitest';
import {
  enrichment,
  plannedDestination,
  plannedStory,
  planOf,
  richPlan,
  triage,
} from '../../../test/support/example-plans.ts';
import { type Paint, plain } from '../../diagnostics/paint.ts';
import { planAsMarkdown } from './plan-markdown.ts';
import { planAsText } from './plan-text.ts';

const quiet = { paint: plain, verbose: false };

describe('planAsText', () => {
  it('shows what is blocked, what will happen, what waits, then the totals', () => {
    expect(planAsText(richPlan, { ...quiet, columns: 80 })).toBe(
      [
        'Plan for sync.yaml at commit 8c1d7e0f5a9b',
        '',
        '! contoso, tailspin: no usable API key (4 stories blocked)',
        '    contoso: CONTOSO_KEY is not set',
        '    hint: set CONTOSO_KEY',
        '    tailspin: TAILSPIN_KEY is not set',
        '    hint: set TAILSPIN_KEY',
        '',
        'fabrikam (https://fabrikam.tines.com, team 42): 1 blocked, 1 skipped, 1 left',
        '    behind',
        '  ! phishing-triage "Phishing triage": missing there: credential virustotal',
        '  . quiet: detached from sync; would be updated (15 changes)',
        '      customer tunes thresholds (until 2027-01-31)',
        '      action "Step 0": options changed',
        '      action "Step 1": options changed',
        '      action "Step 2": options changed',
        '      action "Step 3": options changed',
        '      action "Step 4": options changed',
        '      action "Step 5": options changed',
        '      action "Step 6": options changed',
        '      action "Step 7": options changed',
        '      action "Step 8": options changed',
        '      action "Step 9": options changed',
        '      action "Step 10": options changed',
        '      action "Step 11": options changed',
        '      … 3 more (--verbose shows all)',
        '  . old "Old story": no longer in the manifest; left behind',
        '',
        'eu-1, eu-2 and 3 more: the same 2 changes',
        '  ~ phishing-triage "Phishing triage": content changed',
        '      record type "Alert (1)" is created beside the one in use: field "severity"',
        '        changed from TEXT to NUMBER; "Alert" and its data stay as they are',
        '      record type Case gets owner, state=closed: new in git',
        '      missing there: resource block_list',
        '      new webhook URL: "Receive mail"',
        '      page URL removed: "Old intake"',
        '      conflict: edited there: "agents[Get report].options.method"',
        '      the push overwrites this edit, and saves what is there as a version first',
        '      action "Get report": url changed',
        '      option method of "Get report": edited there; git has "post"',
        '      action "Ask analyst" (Email) added (from another commit)',
        '      warning: the tag "soc" is not there and cannot be set',
        '  + ioc-enrichment "IOC enrichment": not at the destination yet',
        '',
        'northwind (https://northwind.tines.com, team 42), manual sync only: 1 skipped',
        '  . quiet: manual sync only',
        '',
        '1 destination has nothing to change.',
        '',
        'Missing at the destinations:',
        '    resource block_list: eu-1, eu-2 and 3 more (for phishing-triage)',
        '    credential virustotal: fabrikam (for phishing-triage)',
        '    hint: create it in the team under this name (values stay in the tenant), or',
        '      set "prerequisites: warn"',
        '',
        'Left behind: 1 story, 1 may be deleted.',
        'To delete: "storysync sync --prune 1". Without --prune nothing is deleted.',
        'A copy of each is kept first; record types and records always stay.',
        '',
        'In state but no longer in the manifest: left behind, nothing is deleted there:',
        '  . litware (https://litware.tines.com, team 7): 2 stories',
        '    hint: to delete the stories, put the destination back with "stories: []",',
        '      run "storysync sync --prune", then remove it; nothing to do if another',
        '      manifest of this repository has it',
        '',
        'Plan: 5 to create, 5 to update, 6 unchanged, 2 skipped, 5 blocked (10',
        '  destinations)',
        'Digest: 3fa9b2c41d22',
        '',
        '+ create  ~ update  . skipped or left alone  ! blocked',
        '',
      ].join('\n'),
    );
  });

  it('folds a thousand destinations into a screenful', () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      plannedDestination(`tenant-${index}`, [triage, enrichment]),
    );
    const text = planAsText(planOf([...many, plannedDestination('odd', [enrichment])]), quiet);
    expect(text).toContain('tenant-0, tenant-1 and 998 more: the same 2 changes\n');
    expect(text).toContain('odd (https://odd.tines.com, team 42): 1 change\n');
    expect(text.split('\n').length).toBeLessThan(30);
  });

  it('does not depend on the order of the destinations', () => {
    const reversed = { ...richPlan, destinations: richPlan.destinations.toReversed() };
    expect(planAsText(reversed, quiet)).toBe(planAsText(richPlan, quiet));
  });

  it('names every destination and every change when verbose', () => {
    const text = planAsText(richPlan, { paint: plain, verbose: true });
    expect(text).toContain('eu-1, eu-2, eu-3, eu-4, eu-5: the same 2 changes\n');
    expect(text).toContain('action "Step 14": options changed\n');
    expect(text).toContain('record type Note uses Note as it is: nothing differs\n');
    expect(text).toContain('1 destination has nothing to change: up-to-date\n');
    expect(text).not.toContain('--verbose');
  });

  it.each([
    [
      [plannedDestination('a', [plannedStory('x', 'unchanged')])],
      'Nothing to do: 1 destination has the one story of this commit.',
    ],
    [
      ['a', 'b', 'c'].map((name) =>
        plannedDestination(name, [plannedStory('x', 'unchanged'), plannedStory('y', 'unchanged')]),
      ),
      'Nothing to do: 3 destinations have both stories of this commit.',
    ],
    [
      [plannedDestination('a', [plannedStory('x', 'unchanged')]), plannedDestination('b', [])],
      'Nothing to do: 2 destinations have all their stories of this commit, 1 in all.',
    ],
    [[plannedDestination('a', [])], 'Nothing to do: no destination asks for a story.'],
    [[], 'Nothing to do: nothing pending.'],
  ])('says in one line that nothing is to be done: %#', (destinations, sentence) => {
    expect(planAsText(planOf(destinations), quiet)).toBe(
      `Plan for sync.yaml at commit 8c1d7e0f5a9b\n\n${sentence}\nDigest: 3fa9b2c41d22\n`,
    );
  });

  it('says once why destinations are held, also where nothing waits, and nothing of it below each story', () => {
    const hold = { reason: 'audit', owner: '@acme/soc', until: '2027-01-31' };
    const waits = { reason: 'held', would: 'update' } as const;
    const stories = [
      plannedStory('triage', 'skip', { ...waits, message: 'audit (@acme/soc, until 2027-01-31)' }),
      plannedStory('enrich', 'skip', {
        ...waits,
        would: null,
        message: 'audit (@acme/soc, until 2027-01-31); would be blocked: under change control there',
      }),
    ];
    const plan = planOf([
      ...['a', 'b', 'c', 'd'].map((name) => plannedDestination(name, stories, { hold })),
      plannedDestination('e', [plannedStory('triage', 'unchanged')], { hold: { reason: 'moving' } }),
    ]);
    expect(planAsText(plan, quiet)).toBe(
      [
        'Plan for sync.yaml at commit 8c1d7e0f5a9b',
        '',
        'a, b and 2 more: the same plan (2 skipped)',
        '    held by @acme/soc until 2027-01-31: audit',
        '  . triage: held; would be updated',
        '  . enrich: held',
        '      audit (@acme/soc, until 2027-01-31); would be blocked: under change control there',
        '',
        'e (https://e.tines.com, team 42): nothing to change',
        '    held: moving',
        '',
        'Plan: 0 to create, 0 to update, 1 unchanged, 8 skipped, 0 blocked (5 destinations)',
        'Digest: 3fa9b2c41d22',
        '',
      ].join('\n'),
    );
    expect(planAsMarkdown(plan)).toContain(
      '**`e` (`https://e.tines.com`, team 42): nothing to change**\n\n- held: moving\n',
    );
    expect(planAsMarkdown(plan)).toContain(
      '- held by @\u200bacme/soc until 2027-01-31: audit\n- **skipped** `triage`: held; would be updated\n',
    );
  });

  it('explains no signs on a terminal where it shows none', () => {
    const plan = planOf([plannedDestination('a', [plannedStory('x', 'unchanged')])]);
    expect(planAsText(plan, { ...quiet, columns: 80 })).toMatch(/\nDigest: [0-9a-f]{12}\n$/);
  });

  it('shows an unchanged story only when there is something to say about it', () => {
    const told = plannedStory('x', 'unchanged', { warnings: ['detachment ended on 2026-01-31'] });
    expect(planAsText(planOf([plannedDestination('a', [told])], { commit: null }), quiet)).toBe(
      [
        'Plan for sync.yaml as it stands in the work tree',
        '',
        'a (https://a.tines.com, team 42): 1 unchanged, with a note',
        '  = x: unchanged',
        '      warning: detachment ended on 2026-01-31',
        '',
        'Nothing to do: 1 destination has the one story as in the work tree.',
        'Digest: 3fa9b2c41d22',
        '',
      ].join('\n'),
    );
  });

  it('keeps apart destinations whose consequences differ in any shown thing', () => {
    const other = { ...triage, recordTypes: triage.recordTypes.slice(1) };
    const text = planAsText(planOf([plannedDestination('a', [triage]), plannedDestination('b', [other])]), quiet);
    expect(text).toContain('a (https://a.tines.com, team 42): 1 change\n');
    expect(text).toContain('b (https://b.tines.com, team 42): 1 change\n');
  });

  it('neutralises hostile names and colours only what is ours', () => {
    const tag = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint: Paint = {
      red: tag('r'),
      green: tag('g'),
      yellow: tag('y'),
      cyan: tag('c'),
      dim: tag('d'),
      bold: tag('b'),
    };
    const story = plannedStory('evil\u001b[2J', 'create', { name: 'x\n::error::owned', reason: 'new' });
    const text = planAsText(planOf([plannedDestination('a', [story])]), { paint, verbose: false });
    expect(text).toContain('  <g>+</g> <b>evil\\u{1b}[2J</b> "x\\n::error::owned": not at the destination yet\n');
    expect(text).not.toContain('\u001b');
    expect(text.split('\n').filter((line) => line.trim().startsWith('::'))).toEqual([]);
  });
});
