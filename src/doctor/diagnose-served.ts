import type { Destination } from '../model/destination.ts';
import type { CheckFact, CheckName, DestinationDiagnosis, FoundCheck } from '../model/diagnosis.ts';
import type { Cause } from '../model/fact/fact.ts';
import { statusOf } from '../model/fact/reason.ts';
import type { PlannedStory } from '../model/plan.ts';
import { asPlanned, found, IN_ORDER } from './check.ts';
import { rowOf, unreadChecks } from './diagnose.ts';

/** What was found out about a destination that the vendor's own syncing serves. */
export type ServedExamination = {
  readonly destination: Destination;
  /** Its stories whose files cannot be used, as the plan says it; null without any. */
  readonly files: Cause | null;
  /** Sent to its own tenant: none, unless it is to be made. */
  readonly requests: number;
} /** Why the origin's list, or the key that a new destination needs, is not to be had. */ & (
  | { readonly unread: Cause }
  | {
      /** Why nothing is written there at all. */
      readonly blocked: Cause | null;
      /** Whether the team may hold stories that nobody came to look at. */
      readonly standingUnread: boolean;
      readonly stories: readonly PlannedStory[];
    }
);

/** One row of the matrix, by what the plan says of it: the vendor sees to what its tenant must have. */
export function diagnoseServed(examined: ServedExamination): DestinationDiagnosis {
  const checks = 'unread' in examined ? unreadChecks(examined.unread) : servedChecks(examined);
  return rowOf(examined, checks, { missing: [], recordTypes: [] });
}

/** What only the vendor meets there, with the key that it has. */
const LEFT: readonly CheckName[] = [
  'team',
  'change_control',
  'credentials',
  'resources',
  'sub_stories',
  'record_types',
  'clock',
];

function servedChecks({
  blocked,
  standingUnread,
  stories,
}: Extract<ServedExamination, { readonly stories: unknown }>): readonly FoundCheck[] {
  const ownership = blocked === null ? [] : [asPlanned('ownership', resultOf(blocked), blocked)];
  const each = blocked === null ? stories.flatMap(storyCheck) : [];
  const unseen = standingUnread ? [found('ownership', 'unknown', OUT_OF_REACH)] : [];
  const told = [...ownership, ...unseen, ...each];
  const orderly = (['key', 'tenant', 'stories', 'ownership', 'content'] as const)
    .filter((name) => !told.some(({ check }) => check === name))
    .map((name) => found(name, 'ok', IN_ORDER));
  return [...orderly, ...told, ...LEFT.map((name) => found(name, 'unknown', { kind: 'left_to_vendor' }))];
}

function storyCheck({ key, fact, warnings }: PlannedStory): readonly FoundCheck[] {
  const check = fact === null || fact.kind === 'recorded' ? undefined : CHECK_OF[fact.kind];
  if (fact !== null && fact.kind !== 'recorded' && check !== undefined) {
    // Our own bound is nothing that would fail.
    const isOurs = fact.kind === 'read_failed' && fact.failure.kind === 'not_asked';
    return [isOurs ? found(check, 'unknown', OUT_OF_REACH, [key]) : asPlanned(check, resultOf(fact), fact, [key])];
  }
  return warnings.flatMap((warning) =>
    warning.kind === 'vendor_failed' ? [asPlanned('content', 'warning', warning, [key])] : [],
  );
}

const OUT_OF_REACH: CheckFact = { kind: 'out_of_reach' };

/** What a story may meet at the origin, and in a team that holds it already. */
const CHECK_OF: { readonly [kind in Cause['kind']]?: CheckName } = {
  origin_story_gone: 'stories',
  origin_uncontrolled: 'stories',
  read_failed: 'content',
  origin_differs: 'content',
  kept_by_push: 'ownership',
};

/** What waits for a person fails nothing. */
function resultOf(cause: Cause): FoundCheck['result'] {
  return statusOf(cause) === 'requires_sync' ? 'warning' : 'fails';
}
