import { expectWords } from '../../../test/support/explained.ts';
import type { PinFact } from '../../model/fact/pin-fact.ts';

const PIN = { commit: '4f2e91c', reason: 'incident 4711', owner: '@soc', until: '2027-01-15' };

expectWords<PinFact>({
  pinned: [[{ pin: PIN }, 'pinned to 4f2e91c: incident 4711 (@soc, until 2027-01-15)', null]],
  pin_unusable: [
    [
      { pin: PIN, because: { kind: 'no_repository' } },
      'pin 4f2e91c needs git history, and the manifest is in no git repository',
      'run the command in a clone of the repository',
    ],
    [
      { pin: PIN, because: { kind: 'ambiguous_commit', commits: ['4f2e91c1'.repeat(5), '4f2e91c2'.repeat(5)] } },
      'pin 4f2e91c can mean 2 commits of the default branch',
      'write more of it: 4f2e91c14f2e91c1, 4f2e91c24f2e91c2',
    ],
    [
      { pin: PIN, because: { kind: 'history_missing', clone: 'partial' } },
      'pin 4f2e91c cannot be read: this clone is partial',
      'bring what was left out: git fetch --refetch --no-filter',
    ],
    [
      { pin: PIN, because: { kind: 'tip_missing', tip: 'a'.repeat(40) } },
      'pin 4f2e91c cannot be looked up: this clone lacks aaaaaaaaaaaa, the tip of the default branch',
      'bring it: git fetch origin (in a workflow: fetch-depth: 0 for actions/checkout)',
    ],
    [
      { pin: PIN, because: { kind: 'story_clashes', finding: { message: 'two stories named "A"', hint: null } } },
      'pin 4f2e91c: two stories named "A"',
      'pin to another commit, or take the pin out: storysync unpin --destination NAME',
    ],
  ],
});
