import { moment, span } from '../../report/age.ts';
import { UNSIGNED_STATE } from '../../report/unsigned-state.ts';
import type { PageFleet } from '../fleet/fleet.ts';

/** How old the answer is, and how far it can be believed. */
export function ageWords(fleet: PageFleet): string {
  const { at, live, unsigned } = fleet;
  if (live) return `As the tenants answered, ${moment(at)}.`;
  return unsigned ? `${recordedWords(fleet)} ${UNSIGNED_STATE}` : recordedWords(fleet);
}

function recordedWords(fleet: PageFleet): string {
  const { at, recordedAt } = fleet;
  if (isUnknown(fleet)) return `Nothing is recorded yet; made ${moment(at)}.`;
  if (recordedAt === null) return `By what is recorded, ${moment(at)}.`;
  return `As recorded ${moment(recordedAt)}; this page was made ${moment(at)} (${span(recordedAt, at)} later).`;
}

/**
 * Neither a run nor a tenant has told anything: what the page shows follows from the manifest alone. A page without pairs
 * shows nothing, however much is recorded: nothing is pending, or its part of the fleet is empty.
 */
export function isUnknown({ live, recordedAt, pairs }: Pick<PageFleet, 'live' | 'recordedAt' | 'pairs'>): boolean {
  return !live && recordedAt === null && pairs.destination.length > 0;
}

export const UNKNOWN_WORDS =
  'Nothing is recorded yet, so nobody knows what the destinations have. The first sync records it; "storysync status --live --format html" asks the tenants.';
