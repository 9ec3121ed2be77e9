import { describe, expect, it } from 'vitest';
import {
  changeFor,
  type NativeCase,
  nativeDestination,
  nativeState,
  ORIGIN,
  planOf,
  toldOf,
  vendorEntry,
  vendorObject,
  workOf,
} from '../../../test/support/native-planning.ts';
import { destinationOf } from '../../../test/support/planning.ts';
import { digestNative } from './digest-native.ts';
import { nativeChangeOf } from './native-change.ts';

const contoso = nativeDestination('contoso');
const ALL = ['triage', 'enrich', 'report'] as const;
const synced = vendorObject(contoso, ALL);
const HOLD = { reason: 'audit' };

describe('a destination that the vendor does not know', () => {
  it('is made with the whole list of its stories, which the vendor then syncs by itself', () => {
    expect(toldOf({ destinations: [contoso] })).toEqual([
      'enrich create new',
      'triage create new',
      'report create new',
    ]);
    expect(changeFor({ destinations: [contoso] })).toEqual({
      action: 'create',
      steps: [{ kind: 'create', storyIds: [301, 302, 303], manualSyncOnly: false }],
      subscribe: ['enrich', 'triage', 'report'],
      unsubscribe: [],
      manualSyncOnly: false,
      keyVersion: null,
      needsKey: true,
      warnings: [],
    });
  });

  it('is made for no story where the manifest asks for none', () => {
    const change = changeFor({ destinations: [nativeDestination('contoso', { stories: [] })] });
    expect(change.steps).toEqual([{ kind: 'create', storyIds: [], manualSyncOnly: false }]);
  });

  it('is made without stories that may not go, and not at all where none may', () => {
    const differs = { is: 'different' } as const;
    const some = changeFor({ destinations: [contoso], origin: { triage: differs } });
    expect(some.steps).toEqual([{ kind: 'create', storyIds: [302, 303], manualSyncOnly: false }]);
    const none = changeFor({ destinations: [contoso], origin: { triage: differs, enrich: differs, report: differs } });
    expect([none.action, none.steps]).toEqual(['create', []]);
  });

  it('has its stories triggered where a create does not sync by itself: under a flag', () => {
    const manual = nativeDestination('contoso', { manualSyncOnly: true });
    const steps = [
      { kind: 'create', storyIds: [301, 302, 303], manualSyncOnly: true },
      { kind: 'trigger', storyIds: [302, 301, 303] },
    ];
    expect(changeFor({ destinations: [manual], policy: { manual: 'all' } }).steps).toEqual(steps);
    expect(changeFor({ destinations: [contoso], rollout: true }).steps).toEqual(steps);
    const none = nativeDestination('contoso', { stories: [] });
    expect(changeFor({ destinations: [none], rollout: true }).steps.map(({ kind }) => kind)).toEqual(['create']);
  });

  it('needs no key of its own in the origin’s tenant', () => {
    const here = nativeDestination('here', { tenantUrl: ORIGIN.tenantUrl });
    expect(changeFor({ destinations: [here] }).needsKey).toBe(false);
  });
});

describe('identity', () => {
  it.each([
    ['a slash at the end', 'https://contoso.example/'],
    ['capitals', 'https://CONTOSO.example'],
    ['the default port', 'https://contoso.example:443'],
    ['no scheme', 'contoso.example'],
  ])('is not in how the vendor writes the address: with %s', (_, tenantUrl) => {
    expect(changeFor({ destinations: [contoso], vendor: [{ ...synced, tenantUrl }] })).toMatchObject({
      action: 'unchanged',
      steps: [],
      needsKey: false,
    });
  });

  it.each([
    ['another team', { teamId: 43 }],
    ['another origin team', { originTeamId: 8 }],
    ['another tenant', { tenantUrl: 'https://contoso.example/eu' }],
    ['an address that is none', { tenantUrl: 'https://' }],
  ])('is in everything else: an object of %s is not its own', (_, other) => {
    expect(changeFor({ destinations: [contoso], vendor: [{ ...synced, ...other }] }).action).toBe('create');
  });

  it('that two objects have is nobody’s: nothing is written', () => {
    const given = { destinations: [contoso], vendor: [{ ...synced, id: 32 }, synced] };
    const work = workOf(given);
    expect(work.stories[0]?.planned).toMatchObject({
      action: 'blocked',
      reason: 'ambiguous_name',
      fact: { kind: 'vendor_destination_repeated', ids: [31, 32] },
    });
    expect(nativeChangeOf(work).steps).toEqual([]);
    expect(planOf(given).leftBehind).toEqual([]);
  });
});

describe('a destination as the vendor has it', () => {
  it('is left alone where nothing differs, and needs neither key nor state', () => {
    expect(toldOf({ destinations: [contoso], vendor: [synced] })).toEqual([
      'enrich unchanged -',
      'triage unchanged -',
      'report unchanged -',
    ]);
    expect(changeFor({ destinations: [contoso], vendor: [synced] })).toMatchObject({ action: 'unchanged', steps: [] });
  });

  it('gets the whole list when a story is new, and only that: the save syncs it', () => {
    const given = { destinations: [contoso], vendor: [vendorObject(contoso, ['triage', 'report'])] };
    expect(toldOf(given)[0]).toBe('enrich create new');
    expect(changeFor(given)).toMatchObject({
      action: 'update',
      subscribe: ['enrich'],
      steps: [{ kind: 'set_stories', id: 31, storyIds: [301, 302, 303] }],
    });
  });

  it('loses what the manifest does not ask for, down to the empty list, and says whose copies they are then', () => {
    const [few, none] = [['triage'], []].map((stories) => nativeDestination('contoso', { stories }));
    if (!few || !none) throw new Error('no destinations');
    const foreign = { storyId: 999, storyName: 'Made by hand', status: 'synced', errorMessage: null } as const;
    const vendor = [{ ...synced, subscriptions: [...synced.subscriptions, foreign] }];
    expect(changeFor({ destinations: [few], vendor })).toMatchObject({
      steps: [{ kind: 'set_stories', storyIds: [301] }],
      unsubscribe: [
        { storyId: 302, key: 'enrich' },
        { storyId: 303, key: 'report' },
        { storyId: 999, key: null, name: 'Made by hand' },
      ],
      warnings: [{ kind: 'copies_left_to_vendor', why: 'unsubscribed', stories: ['Enrich', 'Report', 'Made by hand'] }],
    });
    expect(changeFor({ destinations: [none], vendor }).steps).toEqual([{ kind: 'set_stories', id: 31, storyIds: [] }]);
  });

  it('has what failed or waits triggered, callees first, and the vendor’s words told', () => {
    const failed = vendorEntry('triage', { status: 'failed', errorMessage: 'Net::ReadTimeout' });
    const subscriptions = [failed, vendorEntry('enrich', { status: 'requires_sync' }), vendorEntry('report')];
    const given = { destinations: [contoso], vendor: [{ ...synced, subscriptions }] };
    expect(changeFor(given).steps).toEqual([{ kind: 'trigger', storyIds: [302, 301] }]);
    expect(workOf(given).stories[1]?.planned).toMatchObject({
      key: 'triage',
      action: 'update',
      warnings: [{ kind: 'vendor_failed', message: 'Net::ReadTimeout' }],
    });
  });

  it('has everything triggered by --force', () => {
    const given: NativeCase = { destinations: [contoso], vendor: [synced], policy: { force: true } };
    expect(toldOf(given)).toContain('report update forced');
    expect(changeFor(given).steps).toEqual([{ kind: 'trigger', storyIds: [302, 301, 303] }]);
  });

  it('keeps the stories that the run did not choose', () => {
    const policy = { selected: new Map([['contoso', new Set(['enrich'])]]) };
    const given = { destinations: [contoso], vendor: [vendorObject(contoso, ['triage'])], policy };
    expect(toldOf(given)).toEqual(['enrich create new']);
    expect(changeFor(given).steps).toEqual([{ kind: 'set_stories', id: 31, storyIds: [301, 302] }]);
    const foreign = { storyId: 999, storyName: null, status: 'synced', errorMessage: null } as const;
    const vendor = [{ ...synced, subscriptions: [vendorEntry('enrich'), foreign] }];
    expect(changeFor({ ...given, vendor }).steps).toEqual([]);
  });
});

describe('a story at the origin', () => {
  const vendor = [
    { ...synced, subscriptions: [vendorEntry('triage', { status: 'requires_sync' }), vendorEntry('enrich')] },
  ];

  it.each([
    [
      'different',
      'triage skip awaiting_approval would update origin_differs',
      'report skip awaiting_approval would create origin_differs',
    ],
    [
      'gone',
      'triage blocked missing_prerequisite origin_story_gone',
      'report blocked missing_prerequisite origin_story_gone',
    ],
    [
      'uncontrolled',
      'triage blocked change_control origin_uncontrolled',
      'report blocked change_control origin_uncontrolled',
    ],
  ] as const)('that is %s is neither triggered nor subscribed to', (is, subscribed, fresh) => {
    const given = { destinations: [contoso], vendor, origin: { triage: { is }, report: { is } } };
    expect(toldOf(given)).toEqual(['enrich unchanged -', subscribed, fresh]);
    expect(changeFor(given).steps).toEqual([]);
  });

  it('that could not be read is neither, and says why', () => {
    const fact = { kind: 'interrupted' } as const;
    const given = { destinations: [contoso], vendor, origin: { triage: { is: 'unread', fact } as const } };
    expect(toldOf(given)).toContain('triage skip not_reached would update interrupted');
  });

  it('that is no more is left out of a list that is sent for another reason, since the vendor would refuse it', () => {
    const { steps } = changeFor({ destinations: [contoso], vendor, origin: { triage: { is: 'gone' } } });
    expect(steps).toEqual([{ kind: 'set_stories', id: 31, storyIds: [302, 303] }]);
  });

  it('that must wait stays in the list, and the plan says that a save may sync it', () => {
    const change = changeFor({ destinations: [contoso], vendor, origin: { triage: { is: 'different' } } });
    expect(change.steps).toEqual([{ kind: 'set_stories', id: 31, storyIds: [301, 302, 303] }]);
    expect(change.warnings).toEqual([{ kind: 'saving_may_sync', stories: ['Triage'] }]);
  });
});

describe('the flag', () => {
  const manual = nativeDestination('contoso', { manualSyncOnly: true });
  const flagged = { ...synced, manualSyncOnly: true };
  const set = (manualSyncOnly: boolean) => ({ kind: 'set_flag', id: 31, manualSyncOnly });

  it.each<[string, Partial<NativeCase>, boolean]>([
    ['the manifest asks for it', { destinations: [manual] }, true],
    ['a rollout governs the fleet', { rollout: true }, true],
    ['the destination is held', { destinations: [nativeDestination('contoso', { hold: HOLD })] }, true],
    ['nothing asks for it any more', { vendor: [flagged] }, false],
  ])('is written in an update of its own when %s', (_, more, value) => {
    expect(changeFor({ destinations: [contoso], vendor: [synced], ...more }).steps).toEqual([set(value)]);
  });

  it('goes on before any list is saved, and off after it', () => {
    const on = changeFor({ destinations: [contoso], vendor: [vendorObject(contoso, ['enrich'])], rollout: true });
    expect(on.steps.map(({ kind }) => kind)).toEqual(['set_flag', 'set_stories', 'trigger']);
    const off = changeFor({
      destinations: [contoso],
      vendor: [{ ...flagged, subscriptions: [vendorEntry('enrich')] }],
    });
    expect(off.steps.map(({ kind }) => kind)).toEqual(['set_stories', 'set_flag', 'trigger']);
  });

  it('has what a save of it may sync told', () => {
    const subscriptions = [vendorEntry('triage', { status: 'failed' }), vendorEntry('enrich')];
    const hold = nativeDestination('contoso', { hold: HOLD });
    const { steps, warnings } = changeFor({ destinations: [hold], vendor: [{ ...synced, subscriptions }] });
    expect(steps).toEqual([set(true)]);
    expect(warnings).toEqual([{ kind: 'saving_may_sync', stories: ['Triage'] }]);
  });

  it('that the vendor does not show is the one that we set last', () => {
    const vendor = [{ ...synced, manualSyncOnly: null }];
    const states = (manualSyncOnly: boolean) => ({ contoso: nativeState(contoso, { manualSyncOnly }) });
    expect(changeFor({ destinations: [manual], vendor, states: states(true) }).steps).toEqual([]);
    expect(changeFor({ destinations: [manual], vendor, states: states(false) }).steps).toEqual([set(true)]);
    expect(changeFor({ destinations: [contoso], vendor, states: states(true) }).steps).toEqual([set(false)]);
    expect(changeFor({ destinations: [manual], vendor }).steps).toEqual([set(true)]);
    const hint = { contoso: { ...states(true).contoso, proven: false } };
    expect(changeFor({ destinations: [manual], vendor, states: hint }).steps).toEqual([set(true)]);
    expect(changeFor({ destinations: [contoso], vendor }).steps).toEqual([]);
  });

  it('is all that is written where a destination is for runs by hand and was not asked for', () => {
    const given = { destinations: [manual], vendor: [{ ...synced, subscriptions: [vendorEntry('enrich')] }] };
    expect(toldOf(given)).toEqual([
      'enrich unchanged -',
      'triage skip manual_sync_only would create',
      'report skip manual_sync_only would create',
    ]);
    expect(changeFor(given).steps).toEqual([set(true)]);
    const asked = changeFor({ ...given, policy: { manual: new Set(['contoso']) } });
    expect(asked.steps).toEqual([
      set(true),
      { kind: 'set_stories', id: 31, storyIds: [301, 302, 303] },
      { kind: 'trigger', storyIds: [301, 303] },
    ]);
    expect(changeFor({ destinations: [manual] }).steps).toEqual([]);
  });

  it('is all that is written under a hold, whoever asks', () => {
    const held = nativeDestination('contoso', { hold: HOLD, keyVersion: 9 });
    const given: NativeCase = {
      destinations: [held],
      vendor: [vendorObject(held, ['enrich'])],
      states: { contoso: nativeState(held, {}) },
      policy: { force: true, manual: 'all' },
    };
    expect(toldOf(given)).toEqual([
      'enrich unchanged -',
      'triage skip held would create held',
      'report skip held would create held',
    ]);
    expect(changeFor(given).steps).toEqual([set(true)]);
    expect(changeFor({ ...given, vendor: [] }).steps).toEqual([]);
  });
});

describe('a key', () => {
  const numbered = (keyVersion: number) => nativeDestination('contoso', { keyVersion });

  it.each<[string, number | undefined, number | null | undefined, boolean, number | null]>([
    ['without a number', undefined, 4, false, 4],
    ['with the number that was sent', 4, 4, false, 4],
    ['with a lower number', 3, 4, false, 4],
    ['with a higher number', 5, 4, true, 5],
    ['with a first number', 1, null, true, 1],
    ['with a number and no record', 5, undefined, false, 5],
  ])('%s is sent again only where its number went up', (_, wanted, recorded, sent, next) => {
    const destination = wanted === undefined ? contoso : numbered(wanted);
    const states = recorded === undefined ? {} : { contoso: nativeState(destination, { keyVersion: recorded }) };
    const change = changeFor({ destinations: [destination], vendor: [synced], states });
    expect(change.steps).toEqual(sent ? [{ kind: 'send_key', id: 31, version: next }] : []);
    expect([change.needsKey, change.keyVersion]).toEqual([sent, next]);
  });

  it('that nobody knows to be the vendor’s is not sent, and the plan says so', () => {
    const states = { contoso: nativeState(contoso, { vendorId: 30, keyVersion: 5 }) };
    const { steps, warnings } = changeFor({ destinations: [numbered(5)], vendor: [synced], states });
    expect(steps).toEqual([]);
    expect(warnings).toEqual([{ kind: 'key_not_sent', version: 5 }]);
  });
});

describe('a destination under another address', () => {
  const old = vendorObject(contoso, ['triage'], { tenantUrl: 'https://old.example', teamId: 4 });
  const states = { contoso: nativeState(contoso, {}) };

  it('waits until somebody agrees to make it anew', () => {
    const given = { destinations: [contoso], vendor: [old], states };
    expect(toldOf(given)[0]).toBe('enrich skip awaiting_approval would create awaits_replace');
    expect(changeFor(given)).toMatchObject({ action: 'replace', steps: [] });
    expect(planOf(given).leftBehind).toEqual([]);
  });

  it('is then deleted with its copies kept, and made with the whole list', () => {
    expect(changeFor({ destinations: [contoso], vendor: [old], states, replace: ['contoso'] })).toMatchObject({
      action: 'replace',
      steps: [
        { kind: 'delete', id: 31 },
        { kind: 'create', storyIds: [301, 302, 303], manualSyncOnly: false },
      ],
      needsKey: true,
      warnings: [{ kind: 'copies_left_to_vendor', why: 'replaced', stories: ['Triage'] }],
    });
  });

  it('is left behind, and made beside it, where no proven record says that they are one', () => {
    for (const hint of [{}, { contoso: { ...states.contoso, proven: false } }]) {
      const given = { destinations: [contoso], vendor: [old], states: hint, replace: ['contoso'] };
      expect(changeFor(given).steps.map(({ kind }) => kind)).toEqual(['create']);
      expect(planOf(given).leftBehind).toMatchObject([{ object: { id: 31 } }]);
    }
  });

  it('is nobody’s to delete where two destinations are recorded as it', () => {
    const other = nativeDestination('other', { teamId: 50 });
    const twice = { ...states, other: nativeState(other, {}) };
    const { works, leftBehind } = planOf({
      destinations: [contoso, other],
      vendor: [old],
      states: twice,
      replace: ['contoso', 'other'],
    });
    expect(works.map((work) => nativeChangeOf(work).action)).toEqual(['create', 'create']);
    expect(leftBehind).toMatchObject([{ object: { id: 31 }, keptBecause: 'not_proven' }]);
  });

  it('is no reason to delete what is another destination’s by now', () => {
    const other = nativeDestination('other', { tenantUrl: 'https://old.example', teamId: 4, stories: ['triage'] });
    const { works } = planOf({ destinations: [contoso, other], vendor: [old], states, replace: ['contoso'] });
    expect(works.map((work) => nativeChangeOf(work).action)).toEqual(['create', 'unchanged']);
  });

  it('that is held waits for its release, whatever was agreed to', () => {
    const held = nativeDestination('contoso', { hold: HOLD });
    const given = { destinations: [held], vendor: [old], states, replace: ['contoso'] };
    expect(changeFor(given).steps).toEqual([]);
    expect(toldOf(given)[0]).toBe('enrich skip held would create held');
  });
});

describe('a destination that the push kept', () => {
  const one = nativeDestination('contoso', { stories: ['triage'] });
  const teams = { contoso: [{ key: 'triage', id: 900 }] };

  it.each<[string, Partial<NativeCase>]>([
    ['its team was read', { teams }],
    ['only state knows', { states: { contoso: nativeState(one, { vendorId: null }, { pushed: { triage: 900 } }) } }],
    ['the vendor carried another story', { teams, states: { contoso: nativeState(one, { carried: [901] }) } }],
    [
      'a hint says that the vendor carried it',
      { teams, states: { contoso: nativeState(one, { carried: [900] }, { proven: false }) } },
    ],
  ])('is refused to the vendor whatever was agreed to, where %s', (_, more) => {
    const given = { destinations: [one], takeover: ['contoso'], ...more };
    expect(toldOf(given)).toEqual(['triage blocked not_ours kept_by_push']);
    expect(changeFor(given).steps).toEqual([]);
  });

  it('is given back once somebody agrees, where the vendor carried exactly these stories', () => {
    const given = {
      destinations: [one],
      teams,
      states: { contoso: nativeState(one, { vendorId: null, carried: [900] }) },
    };
    expect(workOf(given).stories[0]?.planned).toMatchObject({ action: 'blocked', fact: { mayTakeOver: true } });
    expect(changeFor(given)).toMatchObject({ action: 'takeover', steps: [] });
    expect(changeFor({ ...given, takeover: ['contoso'] })).toMatchObject({
      action: 'takeover',
      steps: [
        { kind: 'create', storyIds: [301] },
        { kind: 'prove', storyId: 301 },
      ],
      warnings: [{ kind: 'copies_left_to_vendor', why: 'taken_over', stories: ['Triage'] }],
    });
  });

  it('is the vendor’s like any other where the team was read and holds none of its stories', () => {
    const states = { contoso: nativeState(one, { vendorId: null }, { pushed: { triage: 900 } }) };
    const given = { destinations: [one], states, teams: { contoso: [] } };
    expect(changeFor(given)).toMatchObject({ action: 'create', subscribe: ['triage'] });
  });

  it('keeps single stories from a list that the vendor has already', () => {
    const given = { destinations: [contoso], vendor: [vendorObject(contoso, ['enrich'])], teams };
    expect(toldOf(given)).toEqual(['enrich unchanged -', 'triage blocked not_ours kept_by_push', 'report create new']);
    expect(changeFor(given).steps).toEqual([{ kind: 'set_stories', id: 31, storyIds: [302, 303] }]);
    const back = { ...given, states: { contoso: nativeState(contoso, { carried: [900] }) } };
    expect(changeFor(back)).toMatchObject({
      subscribe: ['triage', 'report'],
      warnings: [{ kind: 'copies_left_to_vendor', why: 'taken_over', stories: ['Triage'] }],
    });
  });
});

describe('a destination of the push that the vendor keeps', () => {
  const pushed = destinationOf('contoso', { stories: ['triage'] });

  it('waits as a whole until somebody agrees, and is then released', () => {
    expect(planOf({ destinations: [pushed], vendor: [synced] }).releases).toMatchObject([
      { destination: { name: 'contoso' }, cause: { kind: 'kept_by_vendor', vendorId: 31, copies: 3 } },
    ]);
    expect(planOf({ destinations: [pushed], vendor: [synced], takeover: ['contoso'] })).toMatchObject({
      releases: [{ objects: [{ id: 31 }], cause: null }],
      leftBehind: [],
      works: [],
    });
  });

  it('is not released under a hold, nor where nobody can tell which of two objects it is', () => {
    const held = destinationOf('contoso', { hold: HOLD });
    const [release] = planOf({ destinations: [held], vendor: [synced], takeover: ['contoso'] }).releases;
    expect(release?.cause).toMatchObject({ kind: 'held', by: { kind: 'kept_by_vendor' } });
    const twins = [synced, { ...synced, id: 32 }];
    const [repeated] = planOf({ destinations: [pushed], vendor: twins, takeover: ['contoso'] }).releases;
    expect(repeated?.cause).toEqual({ kind: 'vendor_destination_repeated', ids: [31, 32] });
  });

  it('that the vendor does not know, or could not be asked about, is the push’s alone', () => {
    const unreadable = { kind: 'owner_key_needed', keyName: 'K', tenantUrl: 'https://acme.example' } as const;
    for (const vendor of [[], { unreadable }]) {
      expect(planOf({ destinations: [pushed], vendor })).toEqual({ works: [], releases: [], leftBehind: [] });
    }
  });
});

describe('what no destination of the manifest is', () => {
  const gone = nativeDestination('gone', { teamId: 5 });
  const vendor = [vendorObject(gone, ['triage'])];

  it.each([
    ['nobody here made', {}, 'not_ours', null],
    ['an unproven record alone names', { gone: nativeState(gone, {}, { proven: false }) }, 'not_proven', 'gone'],
    ['we made', { gone: nativeState(gone, {}) }, null, 'gone'],
  ])('and that %s stays, or may be pruned, accordingly', (_, states, keptBecause, name) => {
    const { leftBehind } = planOf({ destinations: [contoso], vendor, states });
    expect(leftBehind).toMatchObject([{ object: { id: 31 }, keptBecause, name }]);
  });

  it.each([
    ['another team', { teamId: 6 }],
    ['another tenant', { tenantUrl: 'https://else.example' }],
  ])('stays where what is recorded of it is of %s', (_, place) => {
    const states = { gone: nativeState(gone, {}, place) };
    expect(planOf({ destinations: [contoso], vendor, states }).leftBehind).toMatchObject([
      { object: { id: 31 }, keptBecause: 'recorded_elsewhere', name: 'gone' },
    ]);
  });

  it('is ours however its address is spelt', () => {
    const spelt = vendor.map((one) => ({ ...one, tenantUrl: `${one.tenantUrl.toUpperCase()}/` }));
    const { leftBehind } = planOf({ destinations: [contoso], vendor: spelt, states: { gone: nativeState(gone, {}) } });
    expect(leftBehind).toMatchObject([{ keptBecause: null, recorded: { native: { vendorId: 31 } } }]);
  });

  it('stays while the manifest holds the whole fleet', () => {
    const given = { destinations: [contoso], vendor, fleetHeld: true };
    expect(planOf({ ...given, states: { gone: nativeState(gone, {}) } }).leftBehind).toMatchObject([
      { keptBecause: 'held' },
    ]);
    expect(planOf(given).leftBehind).toMatchObject([{ keptBecause: 'not_ours' }]);
  });

  it('stays where two proven records claim it', () => {
    const states = { gone: nativeState(gone, {}), again: nativeState(gone, {}) };
    expect(planOf({ destinations: [contoso], vendor, states }).leftBehind).toMatchObject([
      { keptBecause: 'not_proven' },
    ]);
  });

  it('is not another origin team’s', () => {
    const elsewhere = vendor.map((one) => ({ ...one, originTeamId: 8 }));
    expect(planOf({ destinations: [contoso], vendor: elsewhere }).leftBehind).toEqual([]);
  });

  it('does not depend on which destinations the run chose', () => {
    const policy = { selected: new Map() };
    expect(planOf({ destinations: [contoso], vendor: [synced], policy })).toEqual({
      works: [],
      releases: [],
      leftBehind: [],
    });
  });
});

it('an origin that could not be read says so at each pair, and leaves nothing behind', () => {
  const unreadable = { kind: 'owner_key_needed', keyName: 'ACME_KEY', tenantUrl: ORIGIN.tenantUrl } as const;
  const given = { destinations: [contoso], vendor: { unreadable } };
  expect(toldOf(given)).toEqual(
    ['enrich', 'triage', 'report'].map((key) => `${key} blocked unauthorized owner_key_needed`),
  );
  expect(changeFor(given)).toMatchObject({ action: 'unchanged', steps: [] });
  expect(planOf(given).leftBehind).toEqual([]);
});

describe('the digest', () => {
  const digest = (given: NativeCase) => digestNative(workOf(given));
  const base = { destinations: [contoso], vendor: [vendorObject(contoso, ['triage'])] };

  it.each<[string, Partial<NativeCase>]>([
    ['a story is in the vendor’s list', { vendor: [vendorObject(contoso, ['triage', 'enrich'])] }],
    [
      'a story stands there otherwise',
      { vendor: [{ ...synced, subscriptions: [vendorEntry('triage', { status: 'failed' })] }] },
    ],
    ['git asks for fewer stories', { destinations: [nativeDestination('contoso', { stories: ['enrich', 'report'] })] }],
    [
      'the vendor has one that nobody asked for',
      {
        vendor: [
          vendorObject(contoso, ['triage'], {
            subscriptions: [vendorEntry('triage'), { ...vendorEntry('triage'), storyId: 999 }],
          }),
        ],
      },
    ],
    ['the flag is set', { vendor: [vendorObject(contoso, ['triage'], { manualSyncOnly: true })] }],
    ['another object is there', { vendor: [vendorObject(contoso, ['triage'], { id: 32 })] }],
    ['the key has another number', { destinations: [nativeDestination('contoso', { keyVersion: 2 })] }],
    ['the origin has another story', { origin: { enrich: { is: 'different' } } }],
    ['a rollout sets the flag', { rollout: true }],
  ])('is another one when %s', (_, more) => {
    expect(digest({ ...base, ...more })).not.toBe(digest(base));
  });

  it('is the same for the same, in whatever order it is listed', () => {
    const vendor = vendorObject(contoso, ['report', 'triage']);
    const turned = { ...vendor, subscriptions: vendor.subscriptions.toReversed() };
    expect(digest({ ...base, vendor: [turned] })).toBe(digest({ ...base, vendor: [vendor] }));
  });
});
