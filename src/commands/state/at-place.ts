import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';

/**
 * What is recorded of a destination, for the place where it is to stand now. Recorded of another one, it says which of the
 * vendor's objects is its own, and nothing of stories.
 */
export function atPlace(
  { tenantUrl, teamId }: Pick<Destination, 'tenantUrl' | 'teamId'>,
  state: DestinationState,
): DestinationState {
  if (state.tenantUrl === tenantUrl && state.teamId === teamId) return state;
  const { native, proven } = state;
  const kept = native === undefined ? {} : { native: { ...native, carried: [] } };
  return { tenantUrl, teamId, stories: {}, recordTypes: {}, last: {}, proven, ...kept };
}
