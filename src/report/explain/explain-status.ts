import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { StatusFact } from '../../model/fact/status-fact.ts';

/** What recorded state alone tells. */
export function explainStatus(fact: StatusFact): Words {
  switch (fact.kind) {
    case 'never_synced':
      return { message: 'never synced', hint: null };
    case 'nothing_recorded':
      return {
        message: 'unknown: there is no recorded state to go by',
        hint: 'ask the tenant with "storysync status --live"',
      };
    case 'changed_since_failure': {
      const why = fact.message === null ? '' : `: ${fact.message}`;
      return { message: `git has changed since; the last attempt failed${why}`, hint: null };
    }
    default:
      return unreachable(fact);
  }
}
