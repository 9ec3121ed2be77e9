import { BUSY, expectWords, GIVEN_UP, SLOW } from '../../../test/support/explained.ts';
import type { DestinationFact } from '../../model/fact/destination-fact.ts';
import type { VaultFact } from '../../model/fact/vault-fact.ts';

const AT = { keyName: 'CONTOSO_KEY', tenantUrl: 'https://contoso.example', teamId: 42 };

expectWords<Exclude<DestinationFact, VaultFact>>({
  key_missing: [
    [
      { keyName: 'CONTOSO_KEY', empty: false, of: 'destination' },
      'the environment variable CONTOSO_KEY is not set',
      'set CONTOSO_KEY to an API key of the destination tenant',
    ],
    [
      { keyName: 'ORIGIN_KEY', empty: true, of: 'origin' },
      'the environment variable ORIGIN_KEY is empty',
      'set ORIGIN_KEY to an API key of the origin tenant',
    ],
  ],
  key_not_given: [
    [
      { keyName: 'DEPLOY', envKeys: ['*TINES*'], inEnvironment: true },
      'DEPLOY is not in api-keys, and env-keys (*TINES*) does not name it; it is set in the environment',
      'give DEPLOY through api-keys, or list it in env-keys and set it in the environment',
    ],
  ],
  key_malformed: [
    [
      { keyName: 'CONTOSO_KEY' },
      'CONTOSO_KEY contains a space, a line break or another character that no API key has; it was not sent',
      'set CONTOSO_KEY to the API key alone, without quotes or other text',
    ],
  ],
  destination_unreadable: [
    [
      { failure: SLOW, keyName: 'KEY', tenantUrl: 'https://a.example', teamId: 7 },
      'GET /stories: no complete answer after 8 s, when the 120 s for reading were over; 14 earlier requests, the slowest GET /stories: 9.5 s',
      'ask the owner of https://a.example why it is slow, or allow more time with --read-timeout',
    ],
    [
      { failure: GIVEN_UP, keyName: 'KEY', tenantUrl: 'https://a.example', teamId: 7 },
      'GET /stories: not asked: 4 destinations of this tenant in a row were not read in time',
      'ask the owner of https://a.example why it is slow, or allow more time with --read-timeout',
    ],
    [
      { failure: BUSY, ...AT },
      'GET /stories: HTTP 503, after 5 attempts',
      'check that https://contoso.example answers, then run again',
    ],
  ],
  given_to_vendor: [
    [
      {},
      "the manifest gives this destination to the vendor's own syncing (engine: native), so nothing is pushed there",
      'write engine: push to have storysync push there',
    ],
  ],
  story_file_unusable: [
    [
      { key: 'triage', at: 'stories/triage.json:3', finding: { message: 'no guid', hint: null } },
      'the file of story "triage" cannot be used: stories/triage.json:3: no guid',
      'fix the file',
    ],
  ],
  waits_for_story_files: [
    [
      { keys: ['a', 'b', 'c', 'd'] },
      'nothing is planned for this destination: it takes "a", "b", "c" and 1 more, whose file cannot be used',
      'fix that file; destinations that do not take the story are not affected',
    ],
  ],
  interrupted: [[{}, 'interrupted', 'run the same command again to continue']],
});
