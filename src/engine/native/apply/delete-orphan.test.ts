import { describe, expect, it } from 'vitest';
import { instantClock } from '../../../../test/support/instant-clock.ts';
import { nativeDestination, vendorEntry, vendorObject } from '../../../../test/support/native-planning.ts';
import { fail, ok } from '../../../diagnostics/result.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { TenantFailure } from '../../../model/fact/tenant-failure.ts';
import type { VendorDestination } from '../../../model/tenant/vendor-destination.ts';
import type { SyncDestinationReader, SyncDestinationWriter } from '../../../tenant/port.ts';
import { OrphanDeletions } from './delete-orphan.ts';
import { VendorWatch } from './vendor-watch.ts';

const object = vendorObject(nativeDestination('gone'), ['triage', 'report']);
const orphan = { object, name: 'gone', recorded: null, keptBecause: null };
const LOST: TenantFailure = { kind: 'unreachable', request: 'DELETE', detail: 'reset', effect: 'possible' } as never;
const NOT_FOUND: TenantFailure = { kind: 'not_found', request: 'DELETE', detail: '404', effect: 'none' } as never;

type Told = { readonly done: boolean; readonly failure?: TenantFailure };

/** An origin that answers each delete as told, and whether it carries it out. */
class Origin {
  sent: boolean[] = [];
  #objects: readonly VendorDestination[];
  readonly #answers: Told[];

  constructor(objects: readonly VendorDestination[], answers: readonly Told[] = [{ done: true }]) {
    this.#objects = objects;
    this.#answers = [...answers];
  }

  async deleteAs(blockedBy: () => Cause | undefined = () => undefined, keepStories = true): Promise<string> {
    const writer = {
      listSyncDestinations: async () => ok(this.#objects),
      deleteSyncDestination: async (id: number, how: { readonly keepStories: boolean }) => {
        this.sent.push(how.keepStories);
        const { done, failure } = this.#answers.shift() ?? { done: true };
        if (done) this.#objects = this.#objects.filter((one) => one.id !== id);
        return failure === undefined ? ok(null) : fail(failure);
      },
    } as unknown as SyncDestinationReader & SyncDestinationWriter;
    const origin = async () => ok(writer);
    const clock = instantClock();
    const deletions = await OrphanDeletions.open({ origin, watch: new VendorWatch(origin, clock), clock });
    if (!deletions.ok) return deletions.error.kind;
    const done = await deletions.value.delete(orphan, { keepStories, blockedBy });
    return done.ok ? 'deleted' : done.error.kind;
  }
}

describe('a sync destination that is left behind', () => {
  it.each([true, false])('is deleted with its copies kept or not, as told: %s', async (keepStories) => {
    const origin = new Origin([object]);
    expect(await origin.deleteAs(undefined, keepStories)).toBe('deleted');
    expect(origin.sent).toEqual([keepStories]);
  });

  it.each<[string, readonly Told[], string, number]>([
    ['is gone where the answer was lost on its way back', [{ done: true, failure: LOST }], 'deleted', 1],
    ['is sent for again where the request was lost', [{ done: false, failure: LOST }, { done: true }], 'deleted', 2],
    ['is gone where the vendor no longer knows it', [{ done: true, failure: NOT_FOUND }], 'deleted', 1],
    ['stays where a 404 hides it from the key', [{ done: false, failure: NOT_FOUND }], 'write_refused', 1],
    [
      'stays where no request ever arrives',
      Array.from({ length: 3 }, () => ({ done: false, failure: LOST })),
      'write_lost',
      3,
    ],
  ])('%s', async (_, answers, end, requests) => {
    const origin = new Origin([object], answers);
    expect([await origin.deleteAs(), origin.sent.length]).toEqual([end, requests]);
  });

  it('needs no request where somebody else deleted it', async () => {
    const origin = new Origin([]);
    expect([await origin.deleteAs(), origin.sent]).toEqual(['deleted', []]);
  });

  it.each<[string, Partial<VendorDestination>]>([
    ['carries other stories', { subscriptions: [vendorEntry('triage'), vendorEntry('enrich')] }],
    ['carries a story more', { subscriptions: [...object.subscriptions, vendorEntry('enrich')] }],
    ['is of another team there', { teamId: 77 }],
    ['is of another tenant', { tenantUrl: 'https://else.example' }],
    ['is of another team of the origin', { originTeamId: 8 }],
  ])('is not what the plan saw where it %s by now', async (_, change) => {
    const origin = new Origin([{ ...object, ...change }]);
    expect([await origin.deleteAs(), origin.sent]).toEqual(['stale', []]);
  });

  it('is asked about right before each request', async () => {
    const origin = new Origin([object]);
    expect([await origin.deleteAs(() => ({ kind: 'interrupted' })), origin.sent]).toEqual(['interrupted', []]);
    const lost = new Origin([object], [{ done: false, failure: LOST }]);
    let asked = 0;
    const once = (): Cause | undefined => {
      asked += 1;
      return asked > 1 ? { kind: 'lease_lost' } : undefined;
    };
    expect([await lost.deleteAs(once), lost.sent.length]).toEqual(['lease_lost', 1]);
  });
});
