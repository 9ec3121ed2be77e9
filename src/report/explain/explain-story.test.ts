import { expectWords } from '../../../test/support/explained.ts';
import type { StoryFact } from '../../model/fact/story-fact.ts';

expectWords<StoryFact>({
  detached: [
    [{ detachment: null, absent: false }, 'tagged "detached-from-sync" at the destination', null],
    [
      { detachment: { reason: 'tuned', owner: '@soc', until: '2027-01-31' }, absent: true },
      'not at the destination; tuned (@soc, until 2027-01-31)',
      null,
    ],
  ],
  edited_there: [
    [{ onDrift: 'keep', places: ['name'], unproven: null }, 'edited there; "on_drift: keep" leaves it as it is', null],
    [
      { onDrift: 'fail', places: ['name'], unproven: null },
      'edited there since the last push: name; "on_drift: fail" stops the push',
      'bring the edit into the origin story, or set "on_drift: overwrite" for this destination',
    ],
    [
      { onDrift: 'keep', places: ['name'], unproven: { gap: 'shallow' } },
      'the live content matches no version in git (this clone is shallow; "fetch-depth: 0" may find it), and no proven state says who changed it: it counts as an edit; "on_drift: keep" leaves it as it is',
      'overwrite it with --force: the live content is saved as a version first',
    ],
    [
      { onDrift: 'fail', places: ['name'], unproven: { gap: null } },
      'the live content matches no version in git, and no proven state says who changed it: it counts as an edit: name',
      'overwrite it with --force: the live content is saved as a version first',
    ],
  ],
  change_control: [
    [
      {},
      'under change control there: storysync never bypasses approval',
      'switch change control off for this story at the destination, or detach the story',
    ],
  ],
  failed_verification_before: [
    [
      {},
      'the same content was pushed before and failed verification; it is not pushed again',
      'compare the story at the destination, then push it again with --force',
    ],
  ],
  record_type_repeated: [
    [
      { name: 'Alert' },
      'the team has more than one record type named "Alert"',
      'rename all but one of them at the destination',
    ],
  ],
  enum_without_values: [
    [
      { type: 'Alert', field: 'level' },
      'record type "Alert": field "level" is a TEXT_ENUM without values, which a tenant cannot create',
      'give the field its values at the origin and export the story again',
    ],
  ],
  addresses_ambiguous: [
    [
      { places: ['webhook "In"'] },
      'cannot tell which address belongs to which action: webhook "In"',
      'give each of these webhooks and pages a unique name, the same at the origin and at the destination',
    ],
  ],
  prerequisites_missing: [
    [
      {
        missing: [
          { kind: 'credential', slug: 'vt' },
          { kind: 'story', slug: 'enrich' },
        ],
      },
      'missing there: credential "vt", sub-story "enrich"',
      'create it in the team under this name (values stay in the tenant), or set "prerequisites: warn"',
    ],
  ],
});
