import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, outcome, recorded } from '../../../test/support/example-plans.ts';
import { plain } from '../../diagnostics/paint.ts';
import { statusToJson } from '../../documents/status-json.ts';
import { statusSchema } from '../../documents/status-schema.ts';
import type { Pruned } from '../../model/pruned.ts';
import { type Outcome, REASONS } from '../../model/status.ts';
import { statusAsMarkdown } from './sync-markdown.ts';
import type { SyncReport } from './sync-report.ts';
import { statusAsText } from './sync-text.ts';

function reportOf(outcomes: readonly Outcome[], rest: Partial<SyncReport> = {}): SyncReport {
  const names = [...new Set(outcomes.map((each) => each.destination))];
  return {
    outcomes,
    destinations: names.map((name) => destination(name)),
    originTeamId: 7,
    storyIds: new Map([['triage', 9981]]),
    commit: '8c1d7e0f5a9b4c3d2e1f8c1d7e0f5a9b4c3d2e1f',
    interrupted: false,
    ...rest,
  };
}

const mixed = reportOf([
  outcome('contoso', 'triage', { did: 'updated', warnings: ['the tag "soc" is not there'] }),
  outcome('contoso', 'ioc', { did: 'created' }),
  outcome('fabrikam', 'triage', {
    status: 'failed',
    reason: 'rejected',
    message: 'POST /stories/import: name has already been taken',
    hint: 'rename the story at the destination',
    did: 'nothing',
    syncedAt: null,
  }),
  outcome('fabrikam', 'ioc', {
    status: 'requires_sync',
    reason: 'not_reached',
    message: 'calls triage, which failed',
    did: 'nothing',
  }),
  outcome('northwind', 'triage', { did: 'updated' }),
  outcome('northwind', 'ioc', { did: 'created' }),
  outcome('tailspin', 'ioc', { status: 'requires_sync', reason: 'detached', detached: true, did: 'nothing' }),
]);

const PRUNED: readonly Pruned[] = [
  {
    destination: 'fabrikam',
    key: 'old',
    name: 'Old story',
    destinationStoryId: 12,
    consented: true,
    deleted: true,
    fact: recorded('deleted; to see its copy: git show storysync/state:pruned/fabrikam/old-12.json'),
    keptAs: 'storysync/state:pruned/fabrikam/old-12.json',
  },
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

describe('statusToJson', () => {
  it("has the vendor's shape, and an error message exactly where something failed", () => {
    const report = { ...mixed, outcomes: mixed.outcomes.slice(2, 4), destinations: [destination('fabrikam')] };
    expect(statusToJson(report)).toEqual({
      format: 'storysync.status/1',
      commit: '8c1d7e0f5a9b4c3d2e1f8c1d7e0f5a9b4c3d2e1f',
      interrupted: false,
      totals: {
        synced: 0,
        failed: 1,
        requires_sync: 1,
        did: { created: 0, updated: 0, unchanged: 0, nothing: 2 },
      },
      sync_destinations: [
        {
          id: null,
          name: 'fabrikam',
          destination_tenant_url: 'https://fabrikam.tines.com',
          destination_team_id: 42,
          origin_team_id: 7,
          manual_sync_only: false,
          subscriptions: [
            {
              story: { id: 9981, name: 'triage', key: 'triage' },
              status: 'failed',
              error_message: 'POST /stories/import: name has already been taken',
              reason: 'rejected',
              message: 'POST /stories/import: name has already been taken',
              hint: 'rename the story at the destination',
              detached: false,
              detachment: null,
              did: 'nothing',
              destination_story_id: 11,
              synced_at: null,
              commit: null,
              behind: null,
              recorded_at: null,
              warnings: [],
            },
            {
              story: { id: null, name: 'ioc', key: 'ioc' },
              status: 'requires_sync',
              error_message: null,
              reason: 'not_reached',
              message: 'calls triage, which failed',
              hint: null,
              detached: false,
              detachment: null,
              did: 'nothing',
              destination_story_id: 11,
              synced_at: '2026-11-22T06:00:00.000Z',
              commit: null,
              behind: null,
              recorded_at: null,
              warnings: [],
            },
          ],
        },
      ],
      pruned: [],
    });
  });

  it('tells what became of each story left behind', () => {
    const { pruned } = statusToJson({ ...mixed, pruned: PRUNED.slice(0, 1) });
    expect(pruned).toEqual([
      {
        destination: 'fabrikam',
        key: 'old',
        name: 'Old story',
        destination_story_id: 12,
        consented: true,
        deleted: true,
        message: 'deleted; to see its copy: git show storysync/state:pruned/fabrikam/old-12.json',
        kept_as: 'storysync/state:pruned/fabrikam/old-12.json',
      },
    ]);
    expect(
      new Ajv2020({ strict: true, allowUnionTypes: true }).validate(
        statusSchema,
        statusToJson({ ...mixed, pruned: PRUNED }),
      ),
    ).toBe(true);
  });

  const outcomes = fc.uniqueArray(
    fc
      .tuple(
        fc.record({
          destination: fc.constantFrom('a', 'b', 'c'),
          storyKey: fc.constantFrom('x', 'y', 'z'),
          status: fc.constantFrom('synced' as const, 'failed' as const, 'requires_sync' as const),
          reason: fc.constantFrom(null, ...REASONS),
          message: fc.constantFrom(null, '', 'because'),
          did: fc.constantFrom('created' as const, 'updated' as const, 'unchanged' as const, 'nothing' as const),
        }),
      )
      .map(([each]) => outcome(each.destination, each.storyKey, each)),
    { selector: (each) => `${each.destination}/${each.storyKey}` },
  );
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<{
    totals: { synced: number; failed: number; requires_sync: number; did: { [did: string]: number } };
    sync_destinations: {
      name: string;
      subscriptions: { story: { key: string }; status: string; error_message: string | null }[];
    }[];
  }>(statusSchema);

  it('follows its schema, shows every outcome once, and its totals add up', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const json: unknown = statusToJson(reportOf(all));
        if (!validate(json)) throw new Error(JSON.stringify(validate.errors));
        const pairs = json.sync_destinations.flatMap(({ name, subscriptions }) =>
          subscriptions.map(({ story, status, error_message }) => {
            expect(error_message === null || error_message === '').toBe(status !== 'failed');
            return `${name}/${story.key}`;
          }),
        );
        expect(pairs.toSorted()).toEqual(all.map((each) => `${each.destination}/${each.storyKey}`).toSorted());
        const { synced, failed, requires_sync, did } = json.totals;
        expect(synced + failed + requires_sync).toBe(all.length);
        expect(Object.values(did).reduce((sum, each) => sum + each, 0)).toBe(all.length);
      }),
    );
  });

  it('shows a destination that is subscribed to nothing', () => {
    expect(statusToJson(reportOf([], { destinations: [destination('empty')] })).sync_destinations).toMatchObject([
      { name: 'empty', subscriptions: [] },
    ]);
  });

  it('throws rather than hide an outcome', () => {
    const twice = [outcome('a', 'x'), outcome('a', 'x')];
    expect(() => statusToJson(reportOf(twice))).toThrow('two outcomes');
    expect(() => statusToJson(reportOf([outcome('a', 'x')], { destinations: [] }))).toThrow('no chosen destination');
  });
});

describe('a report of stories left behind', () => {
  const report = { ...reportOf([outcome('contoso', 'ioc')]), pruned: PRUNED };

  it('shows as text what was not deleted first, then what is gone, then what stays and why', () => {
    expect(statusAsText(report, quiet)).toBe(
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
    const text = statusAsMarkdown(report);
    expect(text).toContain('#### Left behind: 1 deleted, 1 not deleted, 1 stays\n\n- **failed** `contoso` / `gone`');
    expect(text).toContain('&lt;b&gt;@\u200ball&lt;/b&gt;');
    expect(text).not.toContain('<b>');
  });
});

describe('statusAsText', () => {
  it('shows failures, what waits, warnings, then what is in sync', () => {
    expect(statusAsText(mixed, quiet)).toBe(
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
    const text = statusAsText(reportOf([outcome('a', 'x'), left], { interrupted: true }), quiet);
    expect(text).toContain('Interrupted: 1 story not reached; run the same command again to go on.\n');
  });

  it('folds the same cause over a thousand destinations, and lists each story when verbose', () => {
    const why = { status: 'failed', reason: 'unreachable', message: 'timed out', did: 'nothing' } as const;
    const names = Array.from({ length: 1000 }, (_, index) => `t${index}`);
    const report = reportOf(names.flatMap((name) => [outcome(name, 'triage', why), outcome(name, 'ioc', why)]));
    expect(statusAsText(report, quiet)).toBe(
      [
        '! t0, t1 and 998 more / ioc, triage: tenant unreachable: timed out',
        '',
        'Status: 0 synced, 2000 failed, 0 pending (1000 destinations)',
        '',
      ].join('\n'),
    );
    const verbose = statusAsText(report, { paint: plain, verbose: true });
    expect(verbose.split('\n').filter((line) => line.startsWith('! '))).toHaveLength(2000);
  });

  it('never cuts failures, and counts what it cuts of the waiting', () => {
    const each = (status: 'failed' | 'requires_sync') =>
      Array.from({ length: 60 }, (_, index) =>
        outcome('a', `${status}-${index}`, { status, message: `cause ${index}` }),
      );
    const text = statusAsText(reportOf([...each('failed'), ...each('requires_sync')]), quiet);
    expect(text.split('\n').filter((line) => line.startsWith('! '))).toHaveLength(60);
    expect(text.split('\n').filter((line) => line.startsWith('. '))).toHaveLength(40);
    expect(text).toContain('… 20 more (--verbose shows all)\n');
  });
});

describe('statusAsMarkdown', () => {
  it('puts the totals first and the worst next', () => {
    expect(statusAsMarkdown({ ...mixed, interrupted: true })).toBe(
      [
        '### Status: 4 synced (2 created, 2 updated), 1 failed, 2 pending (4 destinations)',
        '',
        'At commit `8c1d7e0f5a9b`',
        '',
        '**Interrupted: 1 story not reached; run the same command again to go on.**',
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
