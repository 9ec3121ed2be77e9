import { expectWords } from '../../../test/support/explained.ts';
import type { StatusFact } from '../../model/fact/status-fact.ts';

expectWords<StatusFact>({
  never_synced: [[{}, 'never synced', null]],
  nothing_recorded: [
    [{}, 'unknown: there is no recorded state to go by', 'ask the tenant with "storysync status --live"'],
  ],
  shard_missing: [
    [
      { shard: '2/4' },
      'shard 2/4 left no status file that counts',
      'see how its job ended, then run the sync again: it goes on from what is recorded',
    ],
    [
      { shard: null },
      'no shard left a status file that counts',
      'see how its job ended, then run the sync again: it goes on from what is recorded',
    ],
  ],
  left_out_by_shard: [
    [
      { shard: '2/4' },
      'the status file of shard 2/4 does not tell of it',
      'give the report the same selectors as the sync',
    ],
  ],
  changed_since_failure: [
    [{ message: 'no' }, 'git has changed since; the last attempt failed: no', null],
    [{ message: null }, 'git has changed since; the last attempt failed', null],
  ],
});
