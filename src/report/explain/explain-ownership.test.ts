import { BUSY, expectWords } from '../../../test/support/explained.ts';
import type { OwnershipFact } from '../../model/fact/ownership-fact.ts';

expectWords<OwnershipFact>({
  name_repeated: [
    [{ name: 'Triage', amount: 2 }, 'the team has 2 stories named "Triage"', 'rename or remove the others'],
  ],
  stamp_repeated: [
    [
      { name: 'Triage', ids: [7, 8] },
      '2 stories there carry our stamp (ids 7, 8) and none is named "Triage"',
      'give the one to keep in sync that name again',
    ],
  ],
  name_taken: [
    [
      { ours: { id: 7, name: 'Old' }, other: { id: 8, name: 'Triage' } },
      'our story (id 7) is named "Old" there, and another story (id 8) has the name "Triage"',
      'rename or remove story 8, or rename ours back',
    ],
  ],
  not_managed: [
    [
      { key: 'triage', live: { id: 7, name: 'Triage' } },
      'a story with this name exists there (id 7) and was not created by storysync',
      'rename it, or list "triage" under "adopt" of this destination to take it over',
    ],
  ],
  moved_away: [
    [
      { live: { id: 7, name: 'Triage' }, teamId: 8 },
      'our story "Triage" (id 7) was moved to team 8',
      'move it back, or point the destination at that team',
    ],
  ],
  owner_unknown: [
    [
      { live: { id: 7, name: 'Triage' }, failure: BUSY },
      'story 7 ("Triage") could not be exported, so its owner is unknown: GET /stories: HTTP 503, after 5 attempts',
      'check that the key may export this story, then run again',
    ],
  ],
});
