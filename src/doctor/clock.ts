import type { FoundCheck } from '../model/diagnosis.ts';
import type { ReadinessReading } from '../plan/readiness.ts';
import { found, IN_ORDER } from './check.ts';

/** Less is of no consequence: times are compared by the tenant's own clock wherever it matters. */
const APART_MS = 60_000;

export function clockCheck({ ahead, teamUnread }: ReadinessReading): FoundCheck {
  if (teamUnread !== null) return found('clock', 'unknown', { kind: 'part_unread', failure: teamUnread });
  if (ahead === undefined) return found('clock', 'warning', { kind: 'no_time_told' });
  if (Math.abs(ahead) < APART_MS) return found('clock', 'ok', IN_ORDER);
  return found('clock', 'warning', { kind: 'clock_apart', seconds: Math.round(ahead / 1000) });
}
