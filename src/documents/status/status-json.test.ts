import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { mixedReport, PRUNED_NATIVE, PRUNED_STORY, reportOf } from '../../../test/support/example-reports.ts';
import type { Hold } from '../../model/destination.ts';
import type { RingProgress, RolloutRecord } from '../../model/rollout.ts';
import { REASONS } from '../../model/status.ts';
import { explain } from '../../report/explain/explain.ts';
import { statusToJson } from './status-json.ts';
import { statusSchema, type WireStatus } from './status-schema.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile<WireStatus>(statusSchema);

const SOAKING: RingProgress = {
  ring: 'broad',
  story: 'triage',
  there: 3,
  total: 40,
  failed: 1,
  allowed: 2,
  state: 'soaking',
  opensAt: '2026-11-30T07:00:00.000Z',
  waitsFor: 'soak:canary',
};

describe('statusToJson', () => {
  it('says of a held destination why, by whom and until when', () => {
    const held = (hold: Hold) =>
      statusToJson(reportOf([outcome('contoso', 'triage')], { destinations: [destination('contoso', { hold })] }))
        .sync_destinations[0]?.hold;
    expect(held({ reason: 'audit' })).toEqual({ reason: 'audit', owner: null, until: null });
    const whole = { reason: 'audit', owner: '@acme/soc', until: '2027-01-31' };
    expect(held(whole)).toEqual(whole);
  });

  it("has the vendor's id of a destination that its syncing serves, where the run knows it", () => {
    const destinations = ['contoso', 'fabrikam'].map((name) => destination(name, { engine: 'native' }));
    const outcomes = destinations.map(({ name }) => outcome(name, 'triage'));
    const report = reportOf(outcomes, { destinations, vendorIds: new Map([['contoso', 31]]) });
    expect(statusToJson(report).sync_destinations.map(({ id, engine }) => [id, engine])).toEqual([
      [31, 'native'],
      [null, 'native'],
    ]);
  });

  it("has the vendor's shape, and an error message exactly where something failed", () => {
    const report = {
      ...mixedReport,
      outcomes: mixedReport.outcomes.slice(2, 4),
      destinations: [destination('fabrikam')],
    };
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
          engine: 'push',
          ring: null,
          hold: null,
          pin: null,
          destination_tenant_url: 'https://fabrikam.tines.com',
          destination_team_id: 42,
          origin_team_id: 7,
          manual_sync_only: false,
          subscriptions: [
            {
              story: { id: 9981, name: 'triage', key: 'triage' },
              status: 'failed',
              error_message: 'rejected by the tenant: POST /stories/import: name has already been taken',
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
    const json = statusToJson({ ...mixedReport, pruned: [PRUNED_STORY] });
    expect(json.pruned).toEqual([
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
    expect(validate(json)).toBe(true);
  });

  it('tells what became of each sync destination of the vendor', () => {
    const { fact, ...object } = PRUNED_NATIVE;
    const json = statusToJson({ ...mixedReport, prunedNative: [PRUNED_NATIVE] });
    expect(json.pruned_native).toEqual([
      {
        id: object.id,
        name: 'once',
        destination_tenant_url: 'https://once.example',
        destination_team_id: 4,
        stories: 2,
        copies: 'kept',
        consented: true,
        deleted: true,
        message: explain(fact).message,
      },
    ]);
    expect(validate(json)).toBe(true);
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

  it('says of a status query how far behind a story is, who detached it, and since when it is so', () => {
    const detached = { reason: 'customer tunes thresholds', owner: '@acme/soc', until: '2026-11-19' };
    const subscription = {
      storyKey: 'triage',
      place: { file: 'sync.yaml', line: 1, column: 1 },
      adopt: false,
      detached,
    };
    const behind = { commits: 2, since: '2026-11-17T08:00:00.000Z' };
    const recordedAt = '2026-11-19T09:00:00.000Z';
    const told = outcome('tailspin', 'triage', {
      status: 'requires_sync',
      reason: 'detached',
      did: 'nothing',
      detached: true,
      behind,
      recordedAt,
    });
    const json = statusToJson(
      reportOf([told], { destinations: [destination('tailspin', { subscriptions: [subscription] })] }),
    );
    expect(json.sync_destinations[0]?.subscriptions).toMatchObject([
      { detached: true, detachment: detached, did: 'nothing', behind, recorded_at: recordedAt },
    ]);
    expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
  });

  it('says of a rollout each ring, where it stands, what waits for what, and who let a run pass over it', () => {
    const fact = {
      kind: 'rollout_waits',
      ring: 'broad',
      by: { kind: 'soak', before: 'canary', soak: 14_400_000 },
      until: '2026-11-30T07:00:00.000Z',
    } as const;
    const fromFile = { for: 'batch:broad', until: null };
    const report = reportOf(
      [
        outcome('contoso', 'triage'),
        outcome('fabrikam', 'triage', { status: 'requires_sync', reason: 'awaiting_ring', fact }),
        outcome('tailspin', 'triage', { status: 'requires_sync', reason: 'awaiting_ring', waits: fromFile }),
      ],
      {
        rollout: {
          rings: new Map([
            ['contoso', 'canary'],
            ['fabrikam', 'broad'],
          ]),
          progress: [SOAKING],
          override: {
            digest: 'sha256:1',
            reason: 'incident 4711',
            at: '2026-11-29T09:00:00.000Z',
            commit: 'x',
          } as RolloutRecord['overrides'][number],
        },
      },
    );
    const json: unknown = statusToJson(report);
    if (!validate(json)) throw new Error(JSON.stringify(validate.errors));
    expect(json.sync_destinations.map(({ ring, subscriptions }) => [ring, subscriptions[0]?.waits])).toEqual([
      ['canary', undefined],
      ['broad', { for: 'soak:canary', until: '2026-11-30T07:00:00.000Z' }],
      [null, fromFile],
    ]);
    expect(json.rollout).toEqual([
      {
        ring: 'broad',
        story: 'triage',
        there: 3,
        total: 40,
        failed: 1,
        max_failed: 2,
        state: 'soaking',
        opens_at: '2026-11-30T07:00:00.000Z',
        waits_for: 'soak:canary',
      },
    ]);
    expect(json.rollout_override).toEqual({
      digest: 'sha256:1',
      reason: 'incident 4711',
      at: '2026-11-29T09:00:00.000Z',
    });
  });

  it('has not a word of a rollout where the manifest has none', () => {
    const json = statusToJson(reportOf([outcome('contoso', 'triage')]));
    expect(Object.keys(json)).not.toContain('rollout');
    expect(Object.keys(json)).not.toContain('rollout_override');
    expect(Object.keys(json.sync_destinations[0]?.subscriptions[0] ?? {})).not.toContain('waits');
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
