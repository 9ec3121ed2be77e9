import { describe, expect, it } from 'vitest';
import {
  changeFor,
  type NativeCase,
  nativeDestination,
  nativeState,
  ORIGIN,
  planOf,
  toldOf,
  vendorObject,
  workOf,
} from '../../../test/support/native-planning.ts';
import { destinationOf } from '../../../test/support/planning.ts';
import { nativeChangeOf } from './native-change.ts';

const contoso = nativeDestination('contoso');
const ALL = ['triage', 'enrich', 'report'] as const;
const synced = vendorObject(contoso, ALL);
const HOLD = { reason: 'audit' };

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
