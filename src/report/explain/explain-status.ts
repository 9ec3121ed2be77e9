import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { StatusFact } from '../../model/fact/status-fact.ts';

/** What recorded state alone tells, or the report of several runs. */
export function explainStatus(fact: StatusFact): Words {
  switch (fact.kind) {
    case 'never_synced':
      return { message: 'never synced', hint: null };
    case 'nothing_recorded':
      return {
        message: 'unknown: there is no recorded state to go by',
        hint: 'ask the tenant with "storysync status --live"',
      };
    case 'shard_missing':
      return {
        message:
          fact.shard === null
            ? 'no shard left a status file that counts'
            : `shard ${fact.shard} left no status file that counts`,
        hint: 'see how its job ended, then run the sync again: it goes on from what is recorded',
      };
    case 'left_out_by_shard':
      return {
        message: `the status file of shard ${fact.shard} does not tell of it`,
        hint: 'give the report the same selectors as the sync',
      };
    case 'changed_since_failure': {
      const why = fact.message === null ? '' : `: ${fact.message}`;
      return { message: `git has changed since; the last attempt failed${why}`, hint: null };
    }
    default:
      return unreachable(fact);
  }
}
