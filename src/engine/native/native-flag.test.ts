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
} from '../../../test/support/native-planning.ts';

const contoso = nativeDestination('contoso');
const ALL = ['triage', 'enrich', 'report'] as const;
const synced = vendorObject(contoso, ALL);
const HOLD = { reason: 'audit' };

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

it('an origin that could not be read says so at each pair, and leaves nothing behind', () => {
  const unreadable = { kind: 'owner_key_needed', keyName: 'ACME_KEY', tenantUrl: ORIGIN.tenantUrl } as const;
  const given = { destinations: [contoso], vendor: { unreadable } };
  expect(toldOf(given)).toEqual(
    ['enrich', 'triage', 'report'].map((key) => `${key} blocked unauthorized owner_key_needed`),
  );
  expect(changeFor(given)).toMatchObject({ action: 'unchanged', steps: [] });
  expect(planOf(given).leftBehind).toEqual([]);
});
