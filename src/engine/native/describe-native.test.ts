import { describe, expect, it } from 'vitest';
import {
  nativeDestination,
  nativeState,
  planOf,
  vendorEntry,
  vendorObject,
  workOf,
} from '../../../test/support/native-planning.ts';
import { destinationOf } from '../../../test/support/planning.ts';
import { describeDestination } from '../../plan/plan.ts';
import { describeNative, describeRelease, describeVendorOrphan } from './describe-native.ts';

const contoso = nativeDestination('contoso');
const from = { tenantUrl: 'https://old.example', teamId: 9 };
const moved = vendorObject(contoso, ['triage'], from);
const states = { contoso: nativeState(contoso, { vendorId: 31 }) };

describe('what the plan says of a destination at the vendor', () => {
  it('names what enters and what leaves, and the writes in their order', () => {
    const fabrikam = nativeDestination('fabrikam', { stories: ['triage', 'enrich'], manualSyncOnly: true });
    const unknown = { storyId: 977, storyName: 'Old', status: 'synced', errorMessage: null } as const;
    const object = vendorObject(fabrikam, [], {
      subscriptions: [vendorEntry('triage'), vendorEntry('report'), unknown],
    });
    const work = workOf({ destinations: [fabrikam], vendor: [object], policy: { manual: 'all' } });
    expect(describeNative(work)).toEqual({
      engine: 'native',
      action: 'update',
      id: 31,
      consent: null,
      from: null,
      subscribe: ['enrich'],
      unsubscribe: ['report', '#977'],
      manualSyncOnly: true,
      keyVersion: null,
      steps: ['set_flag', 'set_stories', 'trigger'],
      warnings: [{ kind: 'copies_left_to_vendor', why: 'unsubscribed', stories: ['Report', 'Old'] }],
    });
  });

  it('tells from where it moves, and writes nothing until somebody agrees', () => {
    const given = { destinations: [contoso], vendor: [moved], states };
    expect(describeNative(workOf(given))).toMatchObject({
      action: 'replace',
      id: 31,
      consent: '--replace',
      from,
      subscribe: [],
      steps: [],
    });
    expect(describeNative(workOf({ ...given, replace: ['contoso'] }))).toMatchObject({
      action: 'replace',
      consent: null,
      subscribe: ['enrich', 'triage', 'report'],
      steps: ['delete', 'create'],
      warnings: [{ kind: 'copies_left_to_vendor', why: 'replaced', stories: ['Triage'] }],
    });
  });

  it('has the vendor’s word for each story that is subscribed, and none for the others', () => {
    const failed = vendorEntry('triage', { status: 'failed', errorMessage: 'Key refused' });
    const object = vendorObject(contoso, [], { subscriptions: [failed, vendorEntry('enrich')] });
    const { stories, native } = describeDestination(workOf({ destinations: [contoso], vendor: [object] }));
    expect(stories.map(({ key, vendorStatus }) => [key, vendorStatus])).toEqual([
      ['enrich', 'synced'],
      ['triage', 'failed'],
      ['report', undefined],
    ]);
    expect(native?.subscribe).toEqual(['report']);
  });

  it('is a takeover of one that goes back to the push, which waits or deletes the vendor’s object alone', () => {
    const pushed = destinationOf('contoso', { stories: ['triage'] });
    const given = { destinations: [pushed], vendor: [vendorObject(pushed, ['triage'])] };
    const shown = (consent: readonly string[]) => planOf({ ...given, takeover: consent }).releases.map(describeRelease);
    expect(shown([])).toMatchObject([{ engine: 'push', action: 'takeover', id: 31, consent: '--takeover', steps: [] }]);
    expect(shown(['contoso'])).toMatchObject([
      { engine: 'push', action: 'takeover', id: 31, consent: null, steps: ['delete'] },
    ]);
  });

  it('waits for a takeover where the vendor carried what the team holds, and for none where it never did', () => {
    const teams = { contoso: [{ key: 'triage', id: 11 }] };
    const shown = (carried: readonly number[]) =>
      describeNative(
        workOf({
          destinations: [contoso],
          teams,
          states: { contoso: nativeState(contoso, { vendorId: null, carried }) },
        }),
      );
    expect(shown([11])).toMatchObject({ engine: 'native', action: 'takeover', consent: '--takeover', steps: [] });
    expect(shown([])).toMatchObject({ engine: 'native', action: 'create', consent: null, steps: [], warnings: [] });
  });

  it('names a story once that the team holds twice', () => {
    const teams = { contoso: [11, 12].map((id) => ({ key: 'triage', id })) };
    const [first] = workOf({ destinations: [contoso], teams }).stories;
    expect(first?.planned.fact).toMatchObject({ kind: 'kept_by_push', keys: ['triage'] });
  });

  it('counts the stories of what is left behind, under its former name where state knows it', () => {
    const other = nativeDestination('other', { tenantUrl: 'https://other.example' });
    const gone = { ...moved, id: 44 };
    const { leftBehind } = planOf({
      destinations: [other],
      vendor: [moved, gone],
      states: { contoso: nativeState(contoso, { vendorId: 31 }, from) },
    });
    expect(leftBehind.map(describeVendorOrphan)).toEqual([
      { id: 31, name: 'contoso', ...from, stories: ['Triage'], keptBecause: null },
      { id: 44, name: null, ...from, stories: ['Triage'], keptBecause: 'not_ours' },
    ]);
  });
});
