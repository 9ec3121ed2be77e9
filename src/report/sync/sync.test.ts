import { describe, expect, it } from 'vitest';
import { outcome, recorded } from '../../../test/support/example-plans.ts';
import { mixedReport, PRUNED_NATIVE, PRUNED_STORY, reportOf } from '../../../test/support/example-reports.ts';
import { plain } from '../../diagnostics/paint.ts';
import type { Pruned, PrunedNative } from '../../model/pruned.ts';
import { syncAsMarkdown } from './sync-markdown.ts';
import { syncAsText } from './sync-text.ts';

const PRUNED: readonly Pruned[] = [
  PRUNED_STORY,
  {
    destination: 'contoso',
    key: 'gone',
    name: '<b>@all</b>',
    destinationStoryId: 13,
    consented: true,
    deleted: false,
    fact: recorded('not deleted: the story was locked since the plan'),
    keptAs: null,
  },
  {
    destination: 'contoso',
    key: 'tuned',
    name: 'Tuned',
    destinationStoryId: 14,
    consented: false,
    deleted: false,
    fact: recorded('it is locked there'),
    keptAs: null,
  },
];

const quiet = { paint: plain, verbose: false };

describe('a report of stories left behind', () => {
  const report = { ...reportOf([outcome('contoso', 'ioc')]), pruned: PRUNED };

  it('shows as text what was not deleted first, then what is gone, then what stays and why', () => {
    expect(syncAsText(report, quiet)).toBe(
      [
        '= contoso: 1 story synced',
        '',
        '! contoso / gone "<b>@all</b>" (story 13): not deleted: the story was locked since the plan',
        '- fabrikam / old "Old story" (story 12): deleted; to see its copy: git show storysync/state:pruned/fabrikam/old-12.json',
        '. contoso / tuned "Tuned" (story 14): stays there: it is locked there',
        '',
        'Status: 1 synced, 0 failed, 0 pending (1 destination)',
        'Left behind: 1 deleted, 1 not deleted, 1 stays',
        '',
      ].join('\n'),
    );
  });

  it('shows the same as Markdown, in which a name is no markup and calls nobody', () => {
    const text = syncAsMarkdown(report);
    expect(text).toContain('#### Left behind: 1 deleted, 1 not deleted, 1 stays\n\n- **failed** `contoso` / `gone`');
    expect(text).toContain('&lt;b&gt;@\u200ball&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });
});

describe('a report of what the vendor had left behind', () => {
  const stays = { consented: false, deleted: false, copies: null } as const;
  const prunedNative: readonly PrunedNative[] = [
    { ...PRUNED_NATIVE, ...stays, id: 79, name: null, fact: { kind: 'vendor_destination_stays', because: 'not_ours' } },
    PRUNED_NATIVE,
    { ...PRUNED_NATIVE, ...stays, id: 81, consented: true, fact: { kind: 'not_deleted', by: { kind: 'superseded' } } },
  ];
  const report = { ...reportOf([outcome('contoso', 'ioc')]), pruned: [PRUNED_STORY], prunedNative };

  it('stands beside the stories, and counts with them', () => {
    const text = syncAsText(report, quiet);
    expect(text).toMatch(
      /^! sync destination 81, once once \(https:\/\/once\.example, team 4\): not deleted: .*\n- fabrikam \/ old .*\n- sync destination 80, .*: deleted; its 2 stories there stay as stories of their own.*\n\. sync destination 79 \(.*\): stays there: nothing recorded says/m,
    );
    expect(text).toContain('Left behind: 2 deleted, 1 not deleted, 1 stays');
    expect(syncAsMarkdown(report)).toContain('- **failed** sync destination 81');
  });
});

describe('statusAsText', () => {
  it('shows failures, what waits, warnings, then what is in sync', () => {
    expect(syncAsText(mixedReport, quiet)).toBe(
      [
        '! fabrikam / triage: rejected by the tenant: POST /stories/import: name has already been taken',
        '    hint: rename the story at the destination',
        '',
        '. fabrikam / ioc: calls triage, which failed',
        '. tailspin / ioc: detached from sync',
        '',
        'warning contoso / triage: the tag "soc" is not there',
        '',
        '= contoso, northwind: 2 stories synced each (1 created, 1 updated)',
        '',
        'Status: 4 synced (2 created, 2 updated), 1 failed, 2 pending (4 destinations)',
        '',
      ].join('\n'),
    );
  });

  it('says how to go on after an interruption', () => {
    const left = outcome('a', 'y', { status: 'requires_sync', reason: 'not_reached', did: 'nothing' });
    const text = syncAsText(reportOf([outcome('a', 'x'), left], { interrupted: true }), quiet);
    expect(text).toContain('Interrupted: 1 story not reached; run the same command again to continue.\n');
  });

  it('folds the same cause over a thousand destinations, and lists each story when verbose', () => {
    const why = { status: 'failed', reason: 'unreachable', message: 'timed out', did: 'nothing' } as const;
    const names = Array.from({ length: 1000 }, (_, index) => `t${index}`);
    const report = reportOf(names.flatMap((name) => [outcome(name, 'triage', why), outcome(name, 'ioc', why)]));
    expect(syncAsText(report, quiet)).toBe(
      [
        '! t0, t1 and 998 more / ioc, triage: tenant unreachable: timed out',
        '',
        'Status: 0 synced, 2000 failed, 0 pending (1000 destinations)',
        '',
      ].join('\n'),
    );
    const verbose = syncAsText(report, { paint: plain, verbose: true });
    expect(verbose.split('\n').filter((line) => line.startsWith('! '))).toHaveLength(2000);
  });

  it('never cuts failures, and counts what it cuts of the waiting', () => {
    const each = (status: 'failed' | 'requires_sync') =>
      Array.from({ length: 60 }, (_, index) =>
        outcome('a', `${status}-${index}`, { status, message: `cause ${index}` }),
      );
    const text = syncAsText(reportOf([...each('failed'), ...each('requires_sync')]), quiet);
    expect(text.split('\n').filter((line) => line.startsWith('! '))).toHaveLength(60);
    expect(text.split('\n').filter((line) => line.startsWith('. '))).toHaveLength(40);
    expect(text).toContain('… 20 more (--verbose shows all)\n');
  });
});

describe('statusAsMarkdown', () => {
  it('puts the totals first and the worst next', () => {
    expect(syncAsMarkdown({ ...mixedReport, interrupted: true })).toBe(
      [
        '### Status: 4 synced (2 created, 2 updated), 1 failed, 2 pending (4 destinations)',
        '',
        'At commit `8c1d7e0f5a9b`',
        '',
        '**Interrupted: 1 story not reached; run the same command again to continue.**',
        '',
        '#### Failed',
        '',
        '- `fabrikam` / `triage`: rejected by the tenant: POST /stories/import: name has already been taken',
        '  - **hint:** rename the story at the destination',
        '',
        '#### Pending',
        '',
        '- `fabrikam` / `ioc`: calls triage, which failed',
        '- `tailspin` / `ioc`: detached from sync',
        '',
        '#### Warnings',
        '',
        '- `contoso` / `triage`: the tag "soc" is not there',
        '',
        '#### Synced',
        '',
        '- `contoso`, `northwind`: 2 stories synced each (1 created, 1 updated)',
        '',
      ].join('\n'),
    );
  });
});
