import type { NativeFact } from '../../src/model/fact/native-fact.ts';
import { reasonOf, statusOf } from '../../src/model/fact/reason.ts';
import type { Outcome } from '../../src/model/status.ts';
import type { SyncReport } from '../../src/report/sync/sync-report.ts';
import { destination, outcome } from './example-plans.ts';
import { reportOf } from './example-reports.ts';

const FROM = { tenantUrl: 'https://old.example', teamId: 9 } as const;
/** What somebody at a tenant may have put into a message. */
const HOSTILE = '</details>**bold** @team [x](https://evil.example) ::error::x';

function ended(name: string, fact: NativeFact): Outcome {
  const { status, reason } = { status: statusOf(fact), reason: reasonOf(fact) };
  return { ...outcome(name, 'triage'), status, reason, fact, did: 'nothing' };
}

const outcomes = [
  ended('down', { kind: 'vendor_sync_failed', message: HOSTILE }),
  ended('silent', { kind: 'vendor_sync_failed', message: null }),
  ended('unsure', { kind: 'unconfirmed' }),
  ended('slow', { kind: 'still_syncing', seconds: 120 }),
  ended('moves', { kind: 'awaits_replace', destination: 'moves', from: FROM, copies: 1 }),
  ended('back', { kind: 'kept_by_vendor', destination: 'back', vendorId: 60, copies: 2 }),
  ended('again', { kind: 'kept_by_push', destination: 'again', keys: ['triage'], mayTakeOver: true }),
  ended('ahead', { kind: 'origin_differs', storyId: 301 }),
  {
    ...outcome('calm', 'triage'),
    warnings: [{ kind: 'copies_left_to_vendor', why: 'unsubscribed', stories: ['Old'] }],
  },
] satisfies readonly Outcome[];

/** A sync of destinations that the vendor serves, and of one that it still keeps, with every way to end. */
export const nativeReport: SyncReport = reportOf(outcomes, {
  destinations: outcomes.map(({ destination: name }) =>
    destination(name, { engine: name === 'back' ? 'push' : 'native' }),
  ),
});
