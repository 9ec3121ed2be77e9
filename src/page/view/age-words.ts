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
