import { moment, span } from '../../report/age.ts';
import { UNSIGNED_STATE } from '../../report/unsigned-state.ts';
import type { PageFleet } from '../fleet/fleet.ts';

/** How old the answer is, and how far it can be believed. */
export function ageWords({ at, live, recordedAt, unsigned }: PageFleet): string {
  if (live) return `As the tenants answered, ${moment(at)}.`;
  const recorded =
    recordedAt === null
      ? `Nothing is recorded yet; made ${moment(at)}.`
      : `As recorded ${moment(recordedAt)}; this page was made ${moment(at)} (${span(recordedAt, at)} later).`;
  return unsigned ? `${recorded} ${UNSIGNED_STATE}` : recorded;
}

/** Neither a run nor a tenant has told anything: what the page shows follows from the manifest alone. */
export function isUnknown({ live, recordedAt }: Pick<PageFleet, 'live' | 'recordedAt'>): boolean {
  return !live && recordedAt === null;
}

export const UNKNOWN_WORDS =
  'Nothing is recorded yet, so nobody knows what the destinations have. The first sync records it; "storysync status --live --format html" asks the tenants.';
