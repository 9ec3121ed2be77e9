import type { FoundCheck } from '../model/diagnosis.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { ReadinessReading } from '../plan/readiness.ts';
import { asPlanned, found, IN_ORDER } from './check.ts';

/** With what the plan knows besides: a story that it leaves as it is meets nothing. */
export function settledBy(reading: ReadinessReading): ReadinessReading {
  const { stories, planned } = reading;
  const quiet = new Set(
    (planned ?? []).filter(({ action }) => action === 'unchanged' || action === 'skip').map(({ key }) => key),
  );
  return { ...reading, stories: stories.map((story) => (quiet.has(story.key) ? { ...story, settled: true } : story)) };
}

/** What else a plan would block, such as edits under `on_drift: fail`; not known where the plan reads more than a doctor. */
export function contentChecks({ planned, stories }: ReadinessReading): readonly FoundCheck[] {
  if (planned === null) {
    const earlier = stories.some(({ ownership }) => ownership === 'unread');
    return [found('content', 'unknown', earlier ? { kind: 'not_looked_at' } : { kind: 'out_of_reach' })];
  }
  const blocked = planned.flatMap(({ key, action, fact }) =>
    action === 'blocked' && fact !== null && fact.kind !== 'recorded' && !OTHER_CHECKS.has(fact.kind)
      ? [asPlanned('content', 'fails', fact, [key])]
      : [],
  );
  return blocked.length > 0 ? blocked : [found('content', 'ok', IN_ORDER)];
}

/** What a check of its own says. */
const OTHER_CHECKS: ReadonlySet<Cause['kind']> = new Set<Cause['kind']>([
  'name_repeated',
  'stamp_repeated',
  'name_taken',
  'not_managed',
  'moved_away',
  'owner_unknown',
  'change_control',
  'prerequisites_missing',
  'record_type_repeated',
  'enum_without_values',
]);
