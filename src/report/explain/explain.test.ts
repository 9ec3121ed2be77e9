import { describe, expect, it } from 'vitest';
import type { Fact } from '../../model/fact/fact.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import type { Window } from '../../model/rollout.ts';
import { explain } from './explain.ts';

const REFUSED: TenantFailure = {
  kind: 'rejected',
  request: 'POST /stories/import',
  evidence: { seen: 'status', status: 422, phrases: ['name "has already been taken"'], attempts: 1 },
  effect: 'none',
};
const BUSY: TenantFailure = {
  kind: 'unavailable',
  request: 'GET /stories',
  evidence: { seen: 'status', status: 503, phrases: [], attempts: 5 },
  effect: 'none',
};
const SLOW: TenantFailure = {
  ...BUSY,
  kind: 'too_slow',
  evidence: {
    seen: 'read_time_over',
    allowed: 120,
    waited: 8,
    ended: 14,
    slowest: { request: 'GET /stories', took: 9.5 },
  },
};
const GIVEN_UP: TenantFailure = { ...SLOW, evidence: { seen: 'tenant_given_up', destinations: 4 } };
const STOPPED: TenantFailure = { ...BUSY, kind: 'aborted', evidence: { seen: 'never_sent' } };
const AT = { keyName: 'CONTOSO_KEY', tenantUrl: 'https://contoso.example', teamId: 42 };

const IN_VAULT = {
  keyName: 'vault:tines/contoso#api_key',
  address: 'https://vault.example',
  mount: 'secret',
  path: 'tines/contoso',
  field: 'api_key',
  namespace: null,
  role: 'storysync-plan',
};

const PIN = { commit: '4f2e91c', reason: 'incident 4711', owner: '@soc', until: '2027-01-15' };
const HOUR = 3_600_000;
const UNTIL = '2026-11-30T07:00:00.000Z';
const COUNTS = { there: 12, total: 40, failed: 2, allowed: 4 };
const WINDOW: Window = {
  kind: 'allow',
  when: { kind: 'week', days: [1, 2, 3, 4], from: 420, to: 960 },
  timeZone: 'Europe/Dublin',
  rings: undefined,
  reason: undefined,
  text: 'Mon-Thu 07:00-16:00',
};
const OVERRIDE =
  'to go now: storysync sync --override-rollout DIGEST --reason TEXT (DIGEST: that of the plan just seen)';

type Data<Kind extends Fact['kind']> = Omit<Extract<Fact, { kind: Kind }>, 'kind'>;
type Row<Kind extends Fact['kind']> = readonly [fact: Data<Kind>, message: string, hint: string | null];

/** Every kind of fact: one without a row does not compile. */
const ROWS: { readonly [Kind in Fact['kind']]: readonly [Row<Kind>, ...Row<Kind>[]] } = {
  recorded: [[{ message: 'as it was', hint: 'do it' }, 'as it was', 'do it']],
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
  vault_key_missing: [
    [
      { place: IN_VAULT, gap: 'absent' },
      'https://vault.example has no secret secret/tines/contoso',
      'write the key there: vault kv put -mount=secret tines/contoso api_key=-',
    ],
    [
      { place: IN_VAULT, gap: 'deleted' },
      'the newest version of the secret secret/tines/contoso of https://vault.example is deleted',
      'undelete it, or write it anew: vault kv put -mount=secret tines/contoso api_key=-',
    ],
    [
      { place: IN_VAULT, gap: 'forbidden' },
      'https://vault.example forbids the role "storysync-plan" to read the secret secret/tines/contoso',
      'let a policy read "secret/data/tines/contoso"',
    ],
    [
      { place: { ...IN_VAULT, role: null }, gap: 'forbidden' },
      'https://vault.example forbids this token to read the secret secret/tines/contoso',
      'let a policy read "secret/data/tines/contoso"',
    ],
    [
      { place: IN_VAULT, gap: 'no_mount' },
      'https://vault.example has nothing mounted at "secret"',
      'correct "mount" of the vault; the path of a reference begins below it',
    ],
    [
      { place: { ...IN_VAULT, namespace: 'soc' }, gap: 'no_namespace' },
      'https://vault.example has no namespace "soc"',
      'correct "namespace" of the vault',
    ],
    [
      { place: IN_VAULT, gap: 'no_field' },
      'the secret secret/tines/contoso of https://vault.example has no field "api_key"',
      'add the field (vault kv patch -mount=secret tines/contoso api_key=-), or correct "#api_key"',
    ],
    [
      { place: IN_VAULT, gap: 'empty' },
      'the field "api_key" of the secret secret/tines/contoso of https://vault.example is empty',
      'write the key there: vault kv patch -mount=secret tines/contoso api_key=-',
    ],
    [
      { place: IN_VAULT, gap: 'not_text' },
      'the field "api_key" of the secret secret/tines/contoso of https://vault.example is not a text',
      'write the key there: vault kv patch -mount=secret tines/contoso api_key=-',
    ],
  ],
  vault_login_refused: [
    [
      { place: IN_VAULT, status: 400, phrases: ['the claim "environment" is not as the role wants it'] },
      'https://vault.example refused the login as "storysync-plan" (HTTP 400: the claim "environment" is not as the role wants it)',
      'compare the role with this job: its audience, and "bound_claims" such as repository_id, environment and ref',
    ],
  ],
  vault_login_impossible: [
    [
      { place: IN_VAULT, lacks: 'no_id_token' },
      'nothing to log in with at https://vault.example: the job has no token of its own, and STORYSYNC_VAULT_TOKEN is not set',
      'give the job "permissions: id-token: write"; elsewhere set STORYSYNC_VAULT_TOKEN',
    ],
    [
      { place: IN_VAULT, lacks: 'no_token' },
      'nothing to log in with at https://vault.example: STORYSYNC_VAULT_TOKEN is not set',
      'set STORYSYNC_VAULT_TOKEN, or write auth: github-oidc',
    ],
    [
      { place: IN_VAULT, lacks: 'malformed' },
      'STORYSYNC_VAULT_TOKEN contains a space, a line break or another character that no token has; it was not sent',
      'set STORYSYNC_VAULT_TOKEN to the token alone, without quotes or other text',
    ],
  ],
  vault_unread: [
    [
      { place: IN_VAULT, asked: 'secret', evidence: BUSY.evidence },
      'https://vault.example: reading secret/tines/contoso: HTTP 503, after 5 attempts',
      'check that https://vault.example answers, then run again',
    ],
    [
      { place: IN_VAULT, asked: 'id_token', evidence: BUSY.evidence },
      'no token from GitHub to log in with: HTTP 503, after 5 attempts',
      'run the job again',
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
  rollout_waits: [
    [
      { ring: 'early', by: { kind: 'ring', before: 'canary', ...COUNTS, failed: 0 }, until: null },
      'ring early waits for ring canary: 12 of 40 there, 28 to go',
      `the next run after ring canary has passed lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'early', by: { kind: 'ring', before: 'canary', ...COUNTS }, until: null },
      'ring early waits for ring canary: 12 of 40 there, 26 to go, 2 failed (4 may)',
      `the next run after ring canary has passed lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: 24 * HOUR }, until: UNTIL },
      'ring broad waits until ring early has stood for 24 hours; it opens 2026-11-30 07:00 UTC',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: 72 * HOUR }, until: null },
      'ring broad waits until ring early has stood for 3 days',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: HOUR / 2 }, until: null },
      'ring broad waits until ring early has stood for 30 minutes',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'soak', before: 'early', soak: 90_000 }, until: null },
      'ring broad waits until ring early has stood for 90 seconds',
      `the next run after that lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'window', window: WINDOW }, until: UNTIL },
      'ring broad goes only Mon-Thu 07:00-16:00 (Europe/Dublin); it opens 2026-11-30 07:00 UTC',
      `the next run inside an open window lets it go; ${OVERRIDE}`,
    ],
    [
      {
        ring: 'broad',
        by: {
          kind: 'window',
          window: { ...WINDOW, kind: 'deny', text: '2026-12-18/2027-01-04', timeZone: 'UTC', reason: 'year end' },
        },
        until: '2027-01-05T00:00:00.000Z',
      },
      'ring broad is closed 2026-12-18/2027-01-04 (UTC): year end; it opens 2027-01-05 00:00 UTC',
      `the next run inside an open window lets it go; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'window', window: WINDOW }, until: null },
      'ring broad goes only Mon-Thu 07:00-16:00 (Europe/Dublin), and no opening is in sight',
      `change "windows" under "rollout" in the manifest; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'batch', destinations: 10 }, until: null },
      'ring broad begins 10 new destinations per run, in order of name',
      `the next runs go on from there; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'batch', destinations: 1 }, until: null },
      'ring broad begins 1 new destination per run, in order of name',
      `the next runs go on from there; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'place' }, until: null },
      'ring broad has no more stories on their way at once than may still fail, and one more; its turn did not come',
      `the next run goes on from there; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'callee', key: 'enrich', name: 'Enrich' }, until: null },
      'it calls "Enrich", which goes first',
      'see what that one waits for: storysync status --story enrich',
    ],
    [
      { ring: 'broad', by: { kind: 'callee', key: 'enrich', name: 'Enrich' }, until: UNTIL },
      'it calls "Enrich", which goes first, not before 2026-11-30 07:00 UTC',
      'see what that one waits for: storysync status --story enrich',
    ],
    [
      { ring: 'broad', by: { kind: 'failures', failedRing: 'broad', ...COUNTS, failed: 5 }, until: null },
      'ring broad is halted: 5 of 40 failed, 4 may',
      `see which failed: storysync status --ring broad; each run tries them again, and new content starts afresh; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'failures', failedRing: 'early', ...COUNTS, failed: 1, allowed: 0 }, until: null },
      'ring broad is halted by ring early: 1 of 40 failed, none may',
      `see which failed: storysync status --ring early; each run tries them again, and new content starts afresh; ${OVERRIDE}`,
    ],
    [
      { ring: 'broad', by: { kind: 'approved_plan' }, until: null },
      'the approved plan lets it wait',
      'make a new plan, and apply that one: storysync plan --out plan.json',
    ],
  ],
  held: [
    [{ hold: { reason: 'audit' }, by: null }, 'audit', null],
    [
      { hold: { reason: 'audit', owner: '@acme/soc', until: '2027-01-31' }, by: null },
      'audit (@acme/soc, until 2027-01-31)',
      null,
    ],
    [
      { hold: { reason: 'audit' }, by: { kind: 'change_control' } },
      'audit; would be blocked: under change control there: storysync never bypasses approval',
      'switch change control off for this story at the destination, or detach the story',
    ],
  ],
  manual_only_and_blocked: [
    [
      { by: { kind: 'change_control' } },
      'would be blocked: under change control there: storysync never bypasses approval',
      'switch change control off for this story at the destination, or detach the story',
    ],
  ],
  write_refused: [
    [
      { step: { write: 'import' }, failure: REFUSED },
      'POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
    [
      { step: { write: 'update_story', fields: ['name', 'addTags', 'removeTags'] }, failure: REFUSED },
      'name, tags could not be set: POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
    [
      { step: { write: 'create_record_type', name: 'Alert' }, failure: REFUSED },
      'record type "Alert" was not created: POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
    [
      { step: { write: 'extend_record_type', name: 'Alert' }, failure: REFUSED },
      'record type "Alert" was not extended: POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
  ],
  write_lost: [
    [
      { step: { write: 'import' }, failure: BUSY },
      'the import did not arrive: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [
      { step: { write: 'delete' }, failure: BUSY },
      'the delete did not arrive: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [
      { step: { write: 'save_version' }, failure: BUSY },
      'the live content could not be saved as a version, so nothing was overwritten: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [{ step: { write: 'import' }, failure: STOPPED }, 'interrupted', 'run the same command again to continue'],
  ],
  read_failed: [
    [
      { step: 'after_push', failure: BUSY },
      'pushed, but it could not be read back: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [{ step: 'lost_update', failure: STOPPED }, 'interrupted', 'run the same command again to continue'],
  ],
  stale: [
    [
      { stale: { since: 'edited' } },
      'the story was edited at the destination since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'edited_while_importing' } },
      'the story was edited at the destination while the answer to the import was lost',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'moved' } },
      'the story was moved to another team since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'change_control' } },
      'the story was put under change control since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'detached' } },
      'the destination detached the story since the plan',
      'make a new plan and review it',
    ],
    [{ stale: { since: 'locked' } }, 'the story was locked since the plan', 'make a new plan and review it'],
    [
      { stale: { since: 'other_plan' } },
      'source or destination changed since it was made',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'deleted' } },
      'the story was deleted at the destination right after it was created',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'created_elsewhere', name: 'Triage' } },
      'another run created "Triage" in the meantime, and it is not yet what git asks for',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'name_appeared', name: 'Triage' } },
      'a story named "Triage" appeared in the team since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'second_of_name', name: 'Triage' } },
      'a second story named "Triage" appeared in the team since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'record_type_appeared', name: 'Alert' } },
      'a record type "Alert" appeared since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'record_type_gone', name: 'Alert' } },
      'the record type "Alert" has disappeared since the plan',
      'make a new plan and review it',
    ],
  ],
  created_unconfirmed: [
    [
      { id: 7, by: { kind: 'read_failed', step: 'stories_of_team', failure: BUSY } },
      'story 7 was created, but perhaps more than once: the stories of the team could not be read: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
  ],
  created_twice: [
    [
      { ids: [7, 8], own: 7, by: null },
      'stories 7 and 8 were created there at the same moment, by another run or a repeated request',
      'delete all but story 7 there, then run again',
    ],
    [
      { ids: [7, 8], own: 8, by: { kind: 'stale', stale: { since: 'edited' } } },
      'stories 7 and 8 were created there at the same moment, by another run or a repeated request; story 8, which this run created, was not deleted again: the story was edited at the destination since the plan',
      'delete all but story 7 there, then run again',
    ],
  ],
  listing_behind: [[{}, 'the listing of the team does not show it yet', 'run the same command again to continue']],
  answer_lost: [[{}, 'the answer to its import was lost, so it may be another run’s', null]],
  record_field_doubled: [
    [
      { type: 'Alert', field: 'title' },
      'record type "Alert" has the field "title" more than once: another run added it at the same moment',
      'delete the one without data at the destination, then run again',
    ],
  ],
  withdrawn: [
    [
      { id: 8, by: 7, keptAs: 'storysync/state:pruned/contoso/triage-8.json' },
      'another run created this story at the same moment: story 7 stays; story 8, which this run created, was deleted again (its copy: git show storysync/state:pruned/contoso/triage-8.json)',
      null,
    ],
  ],
  created_elsewhere: [[{ id: 7 }, 'another run created this story in the meantime (story 7)', null]],
  other_story_answered: [
    [
      { got: { id: 7 }, expected: {} },
      'the tenant answered with story 7, which already existed; expected a new one',
      'stop syncing to this tenant and check that story there',
    ],
    [
      { got: { id: 7, teamId: 8 }, expected: { teamId: 42 } },
      'the tenant answered with story 7 of team 8, expected a new one of team 42',
      'stop syncing to this tenant and check both stories there',
    ],
  ],
  differs_after_push: [
    [
      { places: ['name', 'tags'] },
      'the tenant accepted the story, but the live content differs at: name, tags',
      'compare the story at the destination; --force pushes it again',
    ],
    [
      { places: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      'the tenant accepted the story, but the live content differs at: a, b, c, d, e and 2 more places',
      'compare the story at the destination; --force pushes it again',
    ],
  ],
  record_types_unplanned: [
    [
      { names: ['Alert (1)'] },
      'after the push the team has unplanned record types: Alert (1)',
      'nothing more is pushed to this tenant in this run; find out where they come from before the next one',
    ],
  ],
  record_fields_not_kept: [
    [
      { name: 'Alert' },
      'record type "Alert" was not extended: the new fields are not there',
      'check the type at the destination',
    ],
  ],
  delete_without_effect: [
    [
      {},
      'the tenant accepted the delete, but the story is still there',
      'check the story in the tenant, then run again',
    ],
  ],
  delete_not_allowed: [
    [
      {},
      'the key may not delete stories there',
      'give the key a role that may delete stories (Team admin), or delete the story by hand',
    ],
  ],
  settings_not_restored: [
    [
      {
        settings: ['locked'],
        by: { kind: 'write_refused', step: { write: 'update_story', fields: ['locked'] }, failure: REFUSED },
      },
      'locked could not be set: POST /stories/import: HTTP 422 (name "has already been taken")',
      'the import changed settings of the destination: put them back there by hand (locked), then run again',
    ],
  ],
  sub_story_failed: [[{ name: 'Enrich' }, 'skipped: sub-story "Enrich" failed to sync', 'fix the sub-story first']],
  halted: [
    [
      { by: { kind: 'record_types_unplanned', names: ['Alert (1)'] } },
      'nothing more was sent to this tenant: after the push the team has unplanned record types: Alert (1)',
      'fix what stopped the tenant first, then run again',
    ],
  ],
  interrupted: [[{}, 'interrupted', 'run the same command again to continue']],
  run_ended: [[{}, 'the run ended before this story was pushed', 'run the same command again to continue']],
  leased_elsewhere: [
    [
      { owner: 'process 7 on ci-3' },
      'another run is writing to this destination: process 7 on ci-3',
      'run the same command again when that run has ended; one that was killed is passed over two minutes later',
    ],
  ],
  lease_lost: [
    [
      {},
      'stopped: another run may be writing to this destination, as this one could not renew its lease',
      'run the same command again; what was begun there is found',
    ],
  ],
  key_not_bound: [
    [
      { why: 'there CONTOSO_KEY does not occur' },
      'not asked: there CONTOSO_KEY does not occur',
      'merge the manifest change first',
    ],
  ],
  superseded: [
    [
      {},
      'superseded: the branch has a newer commit, and a run never moves a destination back',
      'run the newer commit instead',
    ],
  ],
  internal: [
    [{ text: 'oops' }, 'internal error: oops', 'please report this; run the same command again to continue'],
    [
      { text: null },
      'internal error: see the report of that run',
      'please report this; run the same command again to continue',
    ],
  ],
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
  key_renamed: [[{ from: 'old' }, 'renamed in the manifest from "old"; its recorded state is kept', null]],
  key_reused: [
    [
      { name: 'Old', id: 7 },
      'this key used to name another story: "Old" (id 7) stays there, left behind after this run',
      null,
    ],
  ],
  takes_over: [[{}, 'takes over a story that was not created from this repository (listed under "adopt")', null]],
  taken_over: [
    [
      { keepsOwnStamp: false },
      'the story carries our stamp now: its "adopt" entry can be removed from the manifest',
      null,
    ],
    [{ keepsOwnStamp: true }, 'the tenant keeps a stamp of its own on the story: leave it under "adopt"', null],
  ],
  maybe_edited: [
    [
      { gap: 'no_git' },
      'the live content matches no version in git, and no proven state says whether it was edited there: its content is saved as a version first',
      null,
    ],
  ],
  other_stamp: [
    [
      {},
      'its stamp is not ours, and only recorded state says that the story is: its content is saved as a version first',
      null,
    ],
  ],
  locked_there: [[{}, 'the story is locked there: the tenant may refuse the push until it is unlocked', null]],
  no_versions: [[{}, 'the tenant keeps no versions: the overwritten content could not be saved', null]],
  name_computed: [
    [
      { path: 'agents[Ask].options.url' },
      'agents[Ask].options.url: the name is computed at run time and cannot be checked',
      null,
    ],
  ],
  shared_with_teams: [
    [
      { thing: { kind: 'credential', slug: 'vt' } },
      'credential "vt" is shared with chosen teams; the key cannot tell whether this team is one of them',
      null,
    ],
  ],
  sub_story_elsewhere: [
    [
      { slug: 'enrich', teamId: 8 },
      'sub-story "enrich" is in team 8; the key cannot tell whether this team may call it',
      null,
    ],
  ],
  prerequisites_absent: [[{ missing: [{ kind: 'resource', slug: 'list' }] }, 'missing there: resource "list"', null]],
  record_mention: [
    [
      { path: 'agents[Ask].options.url', name: 'Alert', target: 'Alert (1)', slug: 'alert' },
      'agents[Ask].options.url: INFO.record.alert keeps pointing at "Alert", not at "Alert (1)"',
      null,
    ],
  ],
  record_types_alike: [
    [
      { names: ['Alert', 'ALERT'] },
      'record types "Alert" and "ALERT" differ in upper and lower case only; the tenant may treat them as one',
      null,
    ],
  ],
  record_fields_alike: [
    [
      { type: 'Alert', fields: ['Note', 'note'] },
      'record type "Alert": fields "Note" and "note" differ in upper and lower case only; the tenant may treat them as one',
      null,
    ],
  ],
  record_field_repeated: [
    [{ type: 'Alert', field: 'note' }, 'record type "Alert" of the destination has more than one field "note"', null],
  ],
  record_type_switched: [
    [
      { from: 'Alert (1)', to: 'Alert' },
      'record type "Alert" is used from now on; "Alert (1)" stays as it is, with all its fields and rows; no rows move to "Alert"',
      null,
    ],
  ],
  not_compared: [
    [{ lastPush: null }, 'not compared with the tenant; nothing is recorded of it', null],
    [{ lastPush: '2026-11-22' }, 'not compared with the tenant; last pushed on 2026-11-22', null],
  ],
  owner_key_needed: [
    [
      { keyName: 'ACME_KEY', tenantUrl: 'https://acme.example' },
      'https://acme.example does not show its sync destinations to the key in ACME_KEY',
      'use the key of a tenant owner there; "engine: native" needs it, a push does not',
    ],
  ],
  vendor_destination_repeated: [
    [
      { ids: [31, 32] },
      'the origin tenant has 2 sync destinations for this tenant and team (ids 31, 32)',
      'delete all but one there, keeping their stories',
    ],
  ],
  awaits_replace: [
    [
      { destination: 'contoso', from: { tenantUrl: 'https://old.example', teamId: 4 }, copies: 2 },
      'replace: the vendor cannot move its sync destination from https://old.example, team 4; its 2 stories there stay and are updated no more',
      'run sync --replace contoso to delete it there and to make it anew',
    ],
    [
      { destination: 'contoso', from: { tenantUrl: 'https://old.example', teamId: 4 }, copies: 0 },
      'replace: the vendor cannot move its sync destination from https://old.example, team 4',
      'run sync --replace contoso to delete it there and to make it anew',
    ],
  ],
  kept_by_vendor: [
    [
      { destination: 'contoso', vendorId: 31, copies: 1 },
      "takeover: the vendor's sync destination 31 keeps this team; its story there stays and is pushed from then on",
      'run sync --takeover contoso to delete it there and to push from then on, or set "engine: native"',
    ],
  ],
  kept_by_push: [
    [
      { destination: 'contoso', keys: ['a', 'b'], mayTakeOver: false },
      'the team holds "a", "b" already, and nothing proves that the vendor carried it there: it might make a second copy',
      'set "engine: push", or move these stories to another team first; only state under a state key proves what was carried',
    ],
    [
      { destination: 'contoso', keys: ['a'], mayTakeOver: true },
      'takeover: the team holds "a", which the vendor carried before; whether it updates them or makes a second copy is its decision',
      'run sync --takeover contoso, or set "engine: push"',
    ],
  ],
  origin_differs: [
    [
      { storyId: 301 },
      'story 301 is not live at the origin as git has it, and the vendor would carry what is live',
      'export it, or publish at the origin what git has',
    ],
  ],
  vendor_destination_deleted: [
    [{ copies: 0, kept: true }, 'deleted', null],
    [
      { copies: 1, kept: true },
      'deleted; its story there stays as a story of its own, and is disabled where it exceeds the plan limits of that tenant',
      null,
    ],
    [
      { copies: 2, kept: true },
      'deleted; its 2 stories there stay as stories of their own; the vendor disables those beyond the plan limits of that tenant',
      null,
    ],
    [{ copies: 1, kept: false }, 'deleted; the vendor deletes its copy there as well, which may take a while', null],
    [
      { copies: 2, kept: false },
      'deleted; the vendor deletes its 2 copies there as well, which may take a while',
      null,
    ],
  ],
  vendor_destination_stays: [
    [{ because: 'not_ours' }, 'nothing recorded says that this repository ever had it', null],
    [{ because: 'not_proven' }, 'only unproven state says that this repository had it', null],
    [{ because: 'recorded_elsewhere' }, 'it is recorded with another tenant or team', null],
    [{ because: 'held' }, 'the manifest holds the whole fleet', null],
  ],
  origin_story_gone: [
    [{ storyId: 301 }, 'the origin has no story 301', 'correct its "id" in the manifest, or take the story out'],
  ],
  origin_uncontrolled: [
    [
      { storyId: 301 },
      'story 301 is not under change control at the origin; the vendor syncs no other',
      'turn change control on for it there',
    ],
  ],
  copies_not_found: [
    [
      { keys: ['triage', 'enrich'] },
      'takeover refused: the team does not hold "triage", "enrich" as the vendor brought it, so a push would make it a second time',
      'look at the team: a copy that was renamed there is found once it has the name of the story; list it under "adopt"',
    ],
  ],
  takeover_stopped: [
    [
      { key: 'triage', why: { is: 'second_copy', storyId: 20_004 }, undone: true },
      'takeover stopped: beside the story that stands there the vendor made a second copy of "triage" (story 20004); its sync destination is deleted again',
      'delete story 20004 there, and set "engine: push"',
    ],
    [
      { key: 'triage', why: { is: 'addresses_changed', storyId: 901 }, undone: false },
      'takeover stopped: the vendor changed the addresses of "triage" (story 901); no other story is carried',
      'give the new addresses to whoever calls it, and set "engine: push", which keeps addresses',
    ],
    [
      { key: 'triage', why: { is: 'not_synced' }, undone: true },
      'takeover stopped at "triage", which goes first and was not seen to be synced; its sync destination is deleted again',
      'see what became of "triage", then run again',
    ],
  ],
  vendor_sync_failed: [
    [
      { message: 'Net::ReadTimeout' },
      "the vendor's sync failed: Net::ReadTimeout",
      'repair what the vendor names, then run again; a new key is sent with: storysync rotate',
    ],
    [
      { message: null },
      "the vendor's sync failed",
      'repair what the vendor names, then run again; a new key is sent with: storysync rotate',
    ],
  ],
  unconfirmed: [
    [
      {},
      'unconfirmed: the vendor did not confirm it',
      'run again later, or give the key of the destination, so that the copy is read there',
    ],
  ],
  still_syncing: [
    [{ seconds: 120 }, 'the vendor had not finished after 120 seconds', 'run again later; --poll-timeout waits longer'],
  ],
  saving_may_sync: [
    [
      { stories: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
      'saving the sync destination may sync these at once: "A", "B", "C", "D", "E" and 2 more',
      null,
    ],
  ],
  key_not_sent: [
    [
      { version: 3 },
      'no record says which key the vendor has, so key version 3 is not sent; to send it, raise the number',
      null,
    ],
  ],
  copies_left_to_vendor: [
    [
      { why: 'unsubscribed', stories: ['Triage'] },
      '"Triage": unsubscribed; what becomes of the copies there is the vendor\'s decision',
      null,
    ],
    [{ why: 'replaced', stories: ['Triage'] }, '"Triage": kept there, and updated no more', null],
    [
      { why: 'taken_over', stories: ['Triage'] },
      '"Triage": carried by the vendor from now on; whether it updates what is there or makes a second copy is its decision',
      null,
    ],
  ],
  flag_unknown: [
    [{}, 'the vendor does not show whether manual sync only is set; without a state key each run sets it again', null],
  ],
  disabled_by_vendor: [
    [
      {},
      'disabled at the destination since the vendor let it go; enable it there, where the plan of that tenant allows it',
      null,
    ],
  ],
  no_forecast: [
    [
      {
        type: null,
        why: {
          kind: 'destination_unreadable',
          failure: GIVEN_UP,
          keyName: 'K',
          tenantUrl: 'https://x.example',
          teamId: 42,
        },
      },
      'no forecast for record types: GET /stories: not asked: 4 destinations of this tenant in a row were not read in time',
      null,
    ],
    [
      { type: 'Alert', why: { kind: 'record_type_repeated', name: 'Alert' } },
      'no forecast for record type "Alert": the team has more than one record type named "Alert"',
      null,
    ],
  ],
  vendor_failed: [[{ message: 'Net::ReadTimeout' }, 'the last sync failed at the vendor: Net::ReadTimeout', null]],
  neighbour_unreadable: [
    [{ name: 'Odd' }, 'story "Odd" there could not be read, so nothing is deleted at this destination', null],
  ],
  orphan_tagged: [[{}, 'it is tagged "detached-from-sync" there', null]],
  orphan_under_change_control: [[{}, 'under change control there: storysync never bypasses approval', null]],
  orphan_locked: [[{}, 'it is locked there', null]],
  maybe_wanted: [
    [{ key: 'quiet', inCommit: true }, 'it may be the story that this destination subscribes to as "quiet"', null],
    [
      { key: 'later', inCommit: false },
      'it may be the story that this destination subscribes to as "later", which is not in the commit',
      null,
    ],
  ],
  orphan_not_proven: [
    [
      { because: 'stamp_stored_otherwise' },
      'the tenant stored a stamp that is not ours, so nothing proves that the story is ours',
      null,
    ],
    [
      { because: 'stamp_unknown' },
      'git no longer has a story with its stamp, and recorded state is unsigned: nothing else says that it is ours',
      null,
    ],
    [
      { because: 'other_origin' },
      'its stamp belongs to another origin than the stories in git, so only recorded state says that it is ours',
      null,
    ],
    [{ because: 'stamp_gone' }, 'it no longer carries our stamp: what is there now is not ours', null],
  ],
  called_by: [[{ name: 'Own' }, '"Own" stays there and calls it', null]],
  orphan_held: [[{ hold: { reason: 'audit', until: '2027-01-31' } }, 'held: audit (until 2027-01-31)', null]],
  orphan_manual_only: [[{}, 'manual sync only: name the destination with --destination, or give --manual', null]],
  orphan_edited: [
    [{ places: [] }, 'edited there since our last push; the copy keeps the edit', null],
    [
      { places: ['a', 'b', 'c', 'd', 'e', 'f'] },
      'edited there since our last push (a, b, c, d, e and 1 more); the copy keeps the edit',
      null,
    ],
  ],
  callers_unread: [[{}, 'stories there from outside this repository were not read; one of them may call it', null]],
  no_copy: [
    [{ problem: null }, 'no copy of it was kept', null],
    [
      { problem: { message: 'the disk is full', hint: 'free space' } },
      'no copy of it could be kept: the disk is full',
      'free space',
    ],
  ],
  copy_holds_secrets: [
    [
      { literals: [{ path: 'agents[Ask]', kind: 'token' }] },
      'it contains what looks like a credential at agents[Ask] (token), so it may not be copied into git',
      'make it a credential there, or delete the story by hand',
    ],
  ],
  push_failed: [[{ key: 'keep' }, 'the push of "keep" to this destination did not go through', null]],
  caller_remains: [[{}, 'a story that calls it is still there', null]],
  maybe_deleted: [[{}, 'an internal error interrupted the delete', 'check whether it is still there']],
  deleted: [
    [
      { keptAs: 'state:pruned/old.json', warnings: [{ kind: 'callers_unread' }] },
      'deleted; to restore it, save its copy as a story file: git show state:pruned/old.json; stories there from outside this repository were not read; one of them may call it',
      null,
    ],
  ],
  not_deleted: [
    [
      { by: { kind: 'push_failed', key: 'keep' } },
      'not deleted: the push of "keep" to this destination did not go through',
      null,
    ],
    [
      { by: { kind: 'read_failed', step: 'deleted_story', failure: BUSY } },
      'it is not known whether the story was deleted: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [{ by: { kind: 'maybe_deleted' } }, 'an internal error interrupted the delete', 'check whether it is still there'],
  ],
};

const rows = Object.entries(ROWS).flatMap(([kind, each]) =>
  each.map(([data, message, hint]) => ({ fact: { kind, ...data } as Fact, message, hint })),
);

describe('the words for a fact', () => {
  it.each(rows)('of kind $fact.kind are: $message', ({ fact, message, hint }) => {
    expect(explain(fact)).toEqual({ message, hint });
  });

  it('begin in lower case, end without a full stop, and say nothing twice', () => {
    for (const { message, hint } of rows) {
      for (const text of [message, hint ?? '']) {
        expect(text).not.toMatch(/^[A-Z][a-z]|\.$|\bnull\b|undefined|\[object/);
        // Two words for one thing in a row, as in `the tenant refused it: the import was refused`.
        expect(text.split(': ').length).toBe(new Set(text.split(': ')).size);
      }
      expect(hint).not.toBe(message);
    }
  });
});
