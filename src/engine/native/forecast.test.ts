import { describe, expect, it } from 'vitest';
import {
  type NativeCase,
  nativeDesired,
  nativeDestination,
  nativeState,
  vendorObject,
  workOf,
} from '../../../test/support/native-planning.ts';
import { definition, type } from '../../../test/support/record-type-text.ts';
import { bringsRecordTypes, withForecast, withoutForecast } from './forecast.ts';
import type { NativeWork } from './native-work.ts';

const destination = nativeDestination('contoso', { stories: ['triage', 'report'] });
const desired = nativeDesired([destination]);

/** As planned, where `triage` keeps records. */
function planned(given: Partial<NativeCase> = {}): NativeWork {
  const work = workOf({ destinations: [destination], ...given });
  const stories = work.stories.map((story) =>
    story.desired.key === 'triage'
      ? { ...story, desired: { ...story.desired, recordTypes: [definition('Alert', 'note')] } }
      : story,
  );
  return { ...work, stories };
}

const carried = vendorObject(destination, ['triage', 'report']);

describe('whose record types are asked for', () => {
  it.each<[string, Partial<NativeCase>, boolean]>([
    ['a story that is new there', {}, true],
    ['a story in sync', { vendor: [carried] }, false],
    [
      'a story of which the vendor has a newer one',
      {
        vendor: [
          {
            ...carried,
            subscriptions: carried.subscriptions.map((entry) => ({ ...entry, status: 'requires_sync' as const })),
          },
        ],
      },
      true,
    ],
    ['a story that is not live as git has it', { origin: { triage: { is: 'different' } } }, false],
    [
      'a destination that no sync by itself reaches',
      { destinations: [{ ...destination, hold: { reason: 'audit' } }] },
      false,
    ],
    ['stories that the push keeps', { teams: { contoso: [{ key: 'triage', id: 5 }] } }, false],
    [
      'stories that wait for --takeover',
      {
        states: { contoso: nativeState(destination, { vendorId: null, carried: [5] }) },
        teams: { contoso: [{ key: 'triage', id: 5 }] },
      },
      true,
    ],
    [
      'stories that wait for --takeover and are not live as git has them',
      {
        states: { contoso: nativeState(destination, { vendorId: null, carried: [5] }) },
        teams: { contoso: [{ key: 'triage', id: 5 }] },
        origin: { triage: { is: 'different' } },
      },
      false,
    ],
  ])('%s', (_, given, asked) => {
    expect(bringsRecordTypes(planned(given))).toBe(asked);
  });
});

describe('a forecast', () => {
  it('stands beside what is told to the vendor, and changes neither that nor the digest', () => {
    const before = planned();
    const after = withForecast(before, [type('Alert', 'note:NUMBER')], desired);
    expect(after.native?.forecast).toEqual([
      expect.objectContaining({ name: 'Alert', action: 'create_sequential', target: 'Alert (1)', fields: ['note'] }),
    ]);
    expect(after.native).toEqual({ ...before.native, forecast: after.native?.forecast });
    expect(after.digest).toBe(before.digest);
    expect(after.stories).toBe(before.stories);
  });

  it('says of which type nothing can be told, and is made of the others', () => {
    const twice = [type('Alert', 'x', 100), type('Alert', 'y', 200)];
    expect(withForecast(planned(), twice, desired).native).toMatchObject({
      forecast: [],
      warnings: [{ kind: 'no_forecast', type: 'Alert', why: { kind: 'record_type_repeated', name: 'Alert' } }],
    });
  });

  it('that cannot be made is a warning, and blocks no story', () => {
    const before = planned();
    const after = withoutForecast(before, { kind: 'interrupted' });
    expect(after.native?.warnings).toEqual([{ kind: 'no_forecast', type: null, why: { kind: 'interrupted' } }]);
    expect(after.native?.forecast).toBeUndefined();
    expect(after.stories).toBe(before.stories);
  });
});
