import { describe, expect, it } from 'vitest';
import {
  changeFor,
  type NativeCase,
  nativeDestination,
  ORIGIN,
  planOf,
  toldOf,
  vendorEntry,
  vendorObject,
  workOf,
} from '../../../test/support/native-planning.ts';
import { digestNative } from './digest-native.ts';
import { nativeChangeOf } from './native-change.ts';

const contoso = nativeDestination('contoso');
const ALL = ['triage', 'enrich', 'report'] as const;
const synced = vendorObject(contoso, ALL);

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
