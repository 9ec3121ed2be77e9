import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedDestination, plannedNative, plannedStory, planOf } from '../../../test/support/example-plans.ts';
import type { JsonValue } from '../../json/value.ts';
import type { Recorded } from '../../model/fact/fact.ts';
import { NATIVE_KEPT } from '../../model/fact/native-fact.ts';
import {
  CHANGE_CAUSES,
  NATIVE_ACTIONS,
  NATIVE_CONSENTS,
  NATIVE_STEPS,
  type OrphanNative,
  type Plan,
  type PlannedDestination,
  type PlannedNative,
  type PlannedStory,
} from '../../model/plan.ts';
import type { RingProgress } from '../../model/rollout.ts';
import { REASONS } from '../../model/status.ts';
import { tally } from '../../report/reason-words.ts';
import { planFromJson, planToJson } from './plan-json.ts';
import { planSchema } from './plan-schema.ts';

const key = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,8}$/);
const anyText = fc.string({ unit: 'binary', maxLength: 12 });
const id = fc.integer({ min: 1, max: 2 ** 40 });
const nullable = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const digest = fc.stringMatching(/^sha256:[0-9a-f]{64}$/);

/** What a plan file holds of a fact. */
const recorded: fc.Arbitrary<Recorded> = fc.record({
  kind: fc.constant('recorded' as const),
  message: anyText,
  hint: nullable(anyText),
});
const warning = recorded.map((fact): Recorded => ({ ...fact, hint: null }));

const story: fc.Arbitrary<PlannedStory> = fc
  .record({
    key,
    name: anyText,
    action: fc.constantFrom('create', 'update', 'unchanged', 'skip', 'blocked'),
    reason: fc.constantFrom(null, ...REASONS),
    would: fc.constantFrom(null, 'create', 'update'),
    fact: nullable(recorded),
    detached: fc.boolean(),
    destinationStoryId: nullable(id),
    changes: few(
      fc.record({
        path: anyText,
        op: fc.constantFrom('add', 'remove', 'update', 'move'),
        text: anyText,
        cause: fc.constantFrom(...CHANGE_CAUSES),
      }),
    ),
    drift: few(anyText),
    conflict: fc.boolean(),
    missing: few(fc.record({ kind: fc.constantFrom('credential', 'resource', 'story'), slug: anyText })),
    recordTypes: few(
      fc.record({
        name: anyText,
        action: fc.constantFrom('reuse', 'create', 'add_fields', 'create_sequential'),
        target: anyText,
        fields: few(anyText),
        because: anyText,
      }),
    ),
    urls: few(
      fc.record({ action: anyText, kind: fc.constantFrom('webhook', 'page'), op: fc.constantFrom('add', 'remove') }),
    ),
    warnings: few(warning),
    waits: fc.option(
      fc.record({
        for: anyText,
        until: nullable(fc.constant('2026-11-30T07:00:00.000Z')),
        because: fc.constantFrom(null, ...REASONS),
      }),
      { nil: undefined },
    ),
    vendorStatus: fc.option(fc.constantFrom('synced', 'failed', 'requires_sync'), { nil: undefined }),
  })
  .map(({ waits, vendorStatus, ...rest }) => ({
    ...rest,
    ...(waits && rest.action === 'skip' && rest.would ? { waits } : {}),
    ...(vendorStatus === undefined ? {} : { vendorStatus }),
  }));

const native: fc.Arbitrary<PlannedNative> = fc.record({
  engine: fc.constantFrom('push', 'native'),
  action: fc.constantFrom(...NATIVE_ACTIONS),
  id: nullable(id),
  consent: fc.constantFrom(null, ...NATIVE_CONSENTS),
  from: nullable(fc.record({ tenantUrl: fc.webUrl(), teamId: id })),
  subscribe: few(key),
  unsubscribe: few(anyText),
  manualSyncOnly: fc.boolean(),
  keyVersion: nullable(id),
  steps: few(fc.constantFrom(...NATIVE_STEPS)),
  warnings: few(warning),
});

const orphanNative: fc.Arbitrary<OrphanNative> = fc.record({
  id,
  name: nullable(key),
  tenantUrl: anyText,
  teamId: id,
  stories: few(anyText),
  keptBecause: fc.constantFrom(null, ...NATIVE_KEPT),
});

const hold = fc.record({ reason: anyText, owner: anyText, until: anyText }, { requiredKeys: ['reason'] });

const destination: fc.Arbitrary<PlannedDestination> = fc
  .record({
    name: key,
    digest,
    tenantUrl: fc.webUrl(),
    teamId: id,
    manualSyncOnly: fc.boolean(),
    hold: fc.option(hold, { nil: undefined }),
    ring: fc.option(key, { nil: undefined }),
    native: fc.option(native, { nil: undefined }),
    stories: fc.uniqueArray(story, { maxLength: 4, selector: (each) => each.key }),
    leftBehind: few(
      fc.record({
        key,
        name: anyText,
        destinationStoryId: id,
        prunable: fc.boolean(),
        keptBecause: nullable(warning),
        warnings: few(warning),
      }),
    ),
  })
  .map(({ hold: held, ring, native: atVendor, ...rest }) => ({
    ...rest,
    ...(atVendor === undefined ? {} : { native: atVendor }),
    ...(held === undefined ? {} : { hold: held }),
    ...(ring === undefined ? {} : { ring }),
  }));

const progress: fc.Arbitrary<RingProgress> = fc.record({
  ring: key,
  story: key,
  there: fc.nat(),
  total: fc.nat(),
  failed: fc.nat(),
  allowed: fc.nat(),
  state: fc.constantFrom('passed', 'open', 'soaking', 'waiting', 'halted'),
  opensAt: nullable(fc.constant('2026-11-30T07:00:00.000Z')),
  waitsFor: nullable(anyText),
});

const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    digest,
    commit: nullable(fc.stringMatching(/^[0-9a-f]{40}$/)),
    manifest: anyText,
    destinations: fc.uniqueArray(destination, { maxLength: 4, selector: (each) => each.name }),
    leftBehindDestinations: few(fc.record({ name: key, tenantUrl: fc.webUrl(), teamId: id, stories: fc.nat() })),
    rollout: fc.option(few(progress), { nil: undefined }),
    leftBehindNative: fc.option(few(orphanNative), { nil: undefined }),
  })
  .map(({ rollout, leftBehindNative, ...plan }) => ({
    ...plan,
    ...(leftBehindNative === undefined ? {} : { leftBehindNative }),
    totals: tally(plan.destinations),
    ...(rollout === undefined ? {} : { rollout }),
  }));

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(planSchema);

describe('the plan file', () => {
  it('follows its schema and reads back as the same plan, through bytes', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const json: JsonValue = JSON.parse(JSON.stringify(planToJson(plan)));
        expect(validate(json)).toBe(true);
        expect(planFromJson(json)).toEqual({ ok: true, value: plan });
      }),
    );
  });

  it('is written as the contract shows it, with null where there is nothing to say', () => {
    const plan = planOf([plannedDestination('contoso', [plannedStory('triage', 'unchanged')])]);
    expect(JSON.stringify(planToJson(plan))).toBe(
      `{"format":"storysync.plan/1","digest":"${plan.digest}","commit":"${plan.commit}","manifest":"sync.yaml",` +
        '"totals":{"create":0,"update":0,"unchanged":1,"skip":0,"blocked":0},' +
        `"destinations":[{"name":"contoso","digest":"sha256:${'a'.repeat(64)}",` +
        '"destination_tenant_url":"https://contoso.tines.com","destination_team_id":42,"manual_sync_only":false,' +
        '"stories":[{"key":"triage","name":"triage","action":"unchanged","reason":null,"would":null,"message":null,"hint":null,' +
        '"detached":false,"destination_story_id":11,"changes":[],"drift":[],"conflict":false,"missing":[],"record_types":[],"urls":[],' +
        '"warnings":[]}],"left_behind":[]}],"left_behind_destinations":[]}',
    );
  });

  it('has for a destination of the vendor what the contract shows, and what is left behind there', () => {
    const native = plannedNative({ action: 'update', subscribe: ['triage'], unsubscribe: ['#977'], keyVersion: 3 });
    const story = plannedStory('triage', 'create', { vendorStatus: 'requires_sync' });
    const left = { id: 44, name: 'old', tenantUrl: 'old.example', teamId: 9, stories: ['A', 'B'], keptBecause: null };
    const plan = planOf([plannedDestination('contoso', [story], { native })], { leftBehindNative: [left] });
    const { destinations, left_behind_native } = planToJson(plan);
    expect(destinations[0]?.native).toEqual({
      engine: 'native',
      action: 'update',
      id: 31,
      consent: null,
      from: null,
      subscribe: ['triage'],
      unsubscribe: ['#977'],
      manual_sync_only: false,
      key_version: 3,
      steps: [],
      warnings: [],
    });
    expect(destinations[0]?.stories[0]?.vendor_status).toBe('requires_sync');
    expect(left_behind_native).toEqual([
      {
        id: 44,
        name: 'old',
        destination_tenant_url: 'old.example',
        destination_team_id: 9,
        stories: 2,
        story_names: ['A', 'B'],
        kept_because: null,
      },
    ]);
  });
});

/** The JSON of a small plan with the value at a path replaced, or removed when there is no value. */
function broken(path: readonly (string | number)[], value?: JsonValue): JsonValue {
  const plan = planOf([plannedDestination('contoso', [plannedStory('triage', 'update')])]);
  const json = JSON.parse(JSON.stringify(planToJson(plan)));
  const holder = path.slice(0, -1).reduce((node, step) => node[step], json);
  const last = path.at(-1) ?? '';
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return json;
}

describe('planFromJson', () => {
  const first = ['destinations', 0, 'stories', 0] as const;
  it.each<[string, JsonValue, string]>([
    ['no object', [], 'the plan file holds no JSON object'],
    ['a story export', { schema_version: 30, name: 'Triage' }, 'it is not a plan that storysync saved'],
    ['a newer format', broken(['format'], 'storysync.plan/2'), 'its format is not "storysync.plan/1"'],
    ['an unknown key', broken(['extra'], 1), 'the plan has the unknown key "extra"'],
    ['a missing key', broken([...first, 'reason']), 'destinations[0].stories[0] lacks the key "reason"'],
    [
      'an unknown action',
      broken([...first, 'action'], 'destroy'),
      'destinations[0].stories[0].action is not one of create, update, unchanged, skip, blocked',
    ],
    [
      'a team id as text',
      broken(['destinations', 0, 'destination_team_id'], '42'),
      'destinations[0].destination_team_id is not a whole number',
    ],
    [
      'a fraction of a team',
      broken(['destinations', 0, 'destination_team_id'], 4.2),
      'destinations[0].destination_team_id is not a whole number',
    ],
    ['a short digest', broken(['digest'], 'sha256:abc'), 'digest is not of the form ^sha256:[0-9a-f]{64}$'],
    ['totals that do not add up', broken(['totals', 'update'], 0), 'totals.update says 0, the stories add up to 1'],
  ])('refuses %s and says where', (_, value, message) => {
    expect(planFromJson(value)).toEqual({ ok: false, error: message });
  });

  it('refuses a pair that appears twice', () => {
    const twice = plannedDestination('contoso', [plannedStory('triage', 'skip'), plannedStory('triage', 'skip')]);
    expect(planFromJson(planToJson(planOf([twice])))).toEqual({
      ok: false,
      error: 'destinations[0].stories[1] appears twice',
    });
    const destinations = [plannedDestination('contoso', []), plannedDestination('contoso', [])];
    expect(planFromJson(planToJson(planOf(destinations)))).toEqual({
      ok: false,
      error: 'destinations[1] appears twice',
    });
  });

  it('refuses a story that waits and is not skipped with something it would do', () => {
    const waits = { for: 'ring:early', until: null, because: null };
    const error = 'destinations[0].stories[0] waits, and is not skipped with something it would do';
    for (const odd of [
      plannedStory('triage', 'update', { waits }),
      plannedStory('triage', 'skip', { waits }),
      plannedStory('triage', 'blocked', { waits, would: 'update' }),
    ])
      expect(planFromJson(planToJson(planOf([plannedDestination('contoso', [odd])])))).toEqual({ ok: false, error });
  });

  it('never repeats a value it refuses', () => {
    const result = planFromJson(broken(['digest'], 'sk-secret-value'));
    expect(JSON.stringify(result)).toContain('digest');
    expect(JSON.stringify(result)).not.toContain('sk-secret');
  });
});
