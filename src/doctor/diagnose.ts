import type { Destination } from '../model/destination.ts';
import { CHECKS, type CheckName, type DestinationDiagnosis, type FoundCheck, worstOf } from '../model/diagnosis.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { FailureKind } from '../model/fact/tenant-failure.ts';
import type { RecordTypeStep } from '../model/plan.ts';
import type { MissingPrerequisite } from '../model/prerequisite.ts';
import type { ReadinessReading } from '../plan/readiness.ts';
import { acceptedKey, asPlanned, found, IN_ORDER, unreadableBy } from './check.ts';
import { clockCheck } from './clock.ts';
import { contentChecks, settledBy } from './content.ts';
import { prerequisiteChecks } from './prerequisites.ts';
import { storyChecks } from './stories.ts';

/** What was found out about a destination. */
export type Examination = {
  readonly destination: Destination;
  /** Its stories whose files cannot be used, as the plan says it; null without any. */
  readonly files: Cause | null;
  readonly requests: number;
} /** Why nobody could ask, or got no listing. */ & (
  | { readonly unread: Cause }
  | { readonly reading: ReadinessReading }
);

/** One row of the matrix. */
export function diagnose(examined: Examination): DestinationDiagnosis {
  const { destination } = examined;
  const read = 'reading' in examined ? readChecks(destination, examined.reading) : unreadChecks(examined.unread);
  const stories = 'reading' in examined ? examined.reading.stories : [];
  return rowOf(examined, read, {
    missing: once(
      stories.flatMap(({ missing }) => missing),
      ({ kind, slug }: MissingPrerequisite) => `${kind} ${slug}`,
    ),
    recordTypes: once(
      stories.flatMap(({ recordTypes }) => recordTypes),
      ({ name: own }: RecordTypeStep) => own,
    ),
  });
}

/** The row with its checks in their order, those of the story files first. */
export function rowOf(
  { destination, files: unusable, requests }: Pick<Examination, 'destination' | 'files' | 'requests'>,
  read: readonly FoundCheck[],
  more: Pick<DestinationDiagnosis, 'missing' | 'recordTypes'>,
): DestinationDiagnosis {
  const { name, tenantUrl, teamId } = destination;
  const files = unusable ? asPlanned('files', 'fails', unusable) : found('files', 'ok', IN_ORDER);
  const checks = [files, ...read].toSorted((one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check));
  return { name, tenantUrl, teamId, result: worstOf(checks.map(({ result }) => result)), requests, checks, ...more };
}

/** What came before the one that failed is well, and nobody has looked at the rest. */
export function unreadChecks(cause: Cause): readonly FoundCheck[] {
  const { failing, passed } = findFailing(cause);
  return CHECKS.filter((check) => check !== 'files').map((check) => {
    if (check === failing) return asPlanned(check, 'fails', cause);
    return passed.includes(check) ? found(check, 'ok', IN_ORDER) : found(check, 'unknown', { kind: 'not_looked_at' });
  });
}

type Failing = { readonly failing: CheckName; readonly passed: readonly CheckName[] };

function findFailing(cause: Cause): Failing {
  // Only a tenant that answered says so.
  if (cause.kind === 'owner_key_needed') return { failing: 'key', passed: ['tenant'] };
  if (KEY_CAUSES.has(cause.kind)) return { failing: 'key', passed: [] };
  if (cause.kind !== 'destination_unreadable') return { failing: 'tenant', passed: [] };
  const failing = FAILS[cause.failure.kind];
  return { failing, passed: PASSED_BEFORE[failing] };
}

/** What a listing of stories that ended like this says of. */
const FAILS: { readonly [kind in FailureKind]: 'key' | 'tenant' | 'team' | 'stories' } = {
  unauthorized: 'key',
  not_found: 'team',
  malformed: 'stories',
  incomplete: 'stories',
  rejected: 'stories',
  not_asked: 'stories',
  rate_limited: 'tenant',
  unavailable: 'tenant',
  unreachable: 'tenant',
  timeout: 'tenant',
  redirected: 'tenant',
  aborted: 'tenant',
  too_slow: 'tenant',
};

const PASSED_BEFORE: { readonly [check in (typeof FAILS)[FailureKind]]: readonly CheckName[] } = {
  tenant: [],
  key: ['tenant'],
  team: ['tenant', 'key'],
  stories: ['tenant', 'key'],
};

const KEY_CAUSES: ReadonlySet<Cause['kind']> = new Set<Cause['kind']>([
  'key_missing',
  'key_not_given',
  'key_malformed',
  'vault_key_missing',
  'vault_login_refused',
  'vault_login_impossible',
  'vault_unread',
  'key_not_bound',
]);

function readChecks(destination: Destination, reading: ReadinessReading): readonly FoundCheck[] {
  return [
    acceptedKey(destination),
    found('tenant', 'ok', IN_ORDER),
    teamCheck(destination, reading),
    found('stories', 'ok', IN_ORDER),
    ...storyChecks(settledBy(reading)),
    ...prerequisiteChecks(destination, settledBy(reading)),
    ...contentChecks(reading),
    clockCheck(reading),
  ];
}

/** Stories of the team tell that the key sees it. An empty listing tells nothing: the team itself has to be asked for. */
function teamCheck(destination: Destination, { listed, teamUnread }: ReadinessReading): FoundCheck {
  if (teamUnread === null || listed) return found('team', 'ok', IN_ORDER);
  const cause = unreadableBy(destination, teamUnread);
  return teamUnread.kind === 'not_found'
    ? asPlanned('team', 'fails', cause)
    : found('team', 'unknown', { kind: 'part_unread', failure: teamUnread });
}

function once<T>(all: readonly T[], idOf: (each: T) => string): readonly T[] {
  return [...new Map(all.map((each) => [idOf(each), each])).values()];
}
