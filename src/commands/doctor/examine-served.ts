import type { ServedExamination } from '../../doctor/diagnose-served.ts';
import { isNativeWork, type NativeWork } from '../../engine/native/native-work.ts';
import type { Desired } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import { findBroken, waitsForFiles } from '../../plan/broken-stories.ts';
import type { Assess } from '../../plan/destination-work.ts';
import type { Policy } from '../../plan/policy.ts';
import { lookNative } from '../native/look-native.ts';
import type { VendorSource } from '../native/vendor-source.ts';
import type { Enter } from '../visit.ts';

export type ServedQuestion = {
  readonly desired: Desired;
  readonly policy: Policy;
  readonly assess: Assess;
  readonly vendor: VendorSource;
  readonly enter: Enter;
};

/** A destination of the vendor, looked at as a plan looks at it: its own tenant only where the plan would ask it. */
export async function examineServed(
  destination: Destination,
  state: DestinationState | undefined,
  { vendor, enter, ...question }: ServedQuestion,
): Promise<ServedExamination> {
  const { desired } = question;
  const broken = findBroken(desired, destination);
  const about = { destination, files: broken.length > 0 ? waitsForFiles(broken) : null };
  const unread = await vendor.unread();
  const planner = unread === undefined ? await vendor.planner() : undefined;
  if (unread !== undefined) return { ...about, requests: 0, unread };
  if (planner === undefined) throw new Error('Internal error: the vendor serves a destination, and there is no origin');
  let requests = 0;
  let refused: Cause | undefined;
  const counted: Enter = (each, use) =>
    enter(each, async (access) => {
      if (access.kind === 'unbound') refused = { kind: 'key_not_bound', why: access.why };
      const result = await use(access);
      if (access.kind === 'reader') requests = access.time.requests;
      return result;
    });
  const work = await lookNative(destination, state, { ...question, planner, enter: counted, forecast: false });
  if (isNativeWork(work)) return { ...about, requests, ...standingOf(work, false) };
  const cause = refused ?? work.unreadable;
  if (cause === undefined)
    throw new Error('Internal error: a destination of the vendor was left unread without a cause');
  const isOurs = cause.kind === 'destination_unreadable' && cause.failure.kind === 'not_asked';
  if (!isOurs) return { ...about, requests, unread: cause };
  return { ...about, requests, ...standingOf(planner.assess(destination, { state, held: undefined }), true) };
}

function standingOf({ blocked, stories }: NativeWork, standingUnread: boolean) {
  return { blocked, standingUnread, stories: stories.map(({ planned }) => planned) };
}
