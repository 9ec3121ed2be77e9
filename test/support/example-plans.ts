import type { Destination } from '../../src/model/destination.ts';
import type { Recorded } from '../../src/model/fact/fact.ts';
import type {
  OrphanStory,
  Plan,
  PlanAction,
  PlannedDestination,
  PlannedNative,
  PlannedStory,
} from '../../src/model/plan.ts';
import type { Outcome } from '../../src/model/status.ts';
import { tally } from '../../src/report/reason-words.ts';

/** Words instead of facts, for tests of what stands around them. */
type Saying<T> = Partial<Omit<T, 'warnings'>> & {
  readonly message?: string | null;
  readonly hint?: string | null;
  readonly warnings?: readonly string[];
};

/** Words as an earlier run left them. */
export function recorded(message: string): Recorded {
  return { kind: 'recorded', message, hint: null };
}

function recordedOf(message: string | null = null, hint: string | null = null): Recorded | null {
  return message === null ? null : { kind: 'recorded', message, hint };
}

/** Builders for the tests of this room: say what matters, the rest is dull. */
export function plannedStory(
  key: string,
  action: PlanAction,
  { message, hint, warnings = [], ...rest }: Saying<PlannedStory> = {},
): PlannedStory {
  return {
    key,
    name: key,
    action,
    reason: null,
    would: null,
    fact: recordedOf(message, hint),
    detached: false,
    destinationStoryId: action === 'create' ? null : 11,
    changes: [],
    drift: [],
    conflict: false,
    missing: [],
    recordTypes: [],
    urls: [],
    warnings: warnings.map(recorded),
    ...rest,
  };
}

export function plannedDestination(
  name: string,
  stories: readonly PlannedStory[],
  rest: Partial<PlannedDestination> = {},
): PlannedDestination {
  return {
    name,
    digest: `sha256:${'a'.repeat(64)}`,
    tenantUrl: `https://${name}.tines.com`,
    teamId: 42,
    manualSyncOnly: false,
    stories,
    leftBehind: [],
    ...rest,
  };
}

/** What becomes of a destination that the vendor serves: nothing, unless told. */
export function plannedNative(rest: Partial<PlannedNative> = {}): PlannedNative {
  return {
    engine: 'native',
    action: 'unchanged',
    id: 31,
    consent: null,
    from: null,
    subscribe: [],
    unsubscribe: [],
    manualSyncOnly: false,
    keyVersion: null,
    steps: [],
    warnings: [],
    ...rest,
  };
}

export function leftBehind(key: string, rest: Partial<OrphanStory> = {}): OrphanStory {
  return { key, name: key, destinationStoryId: 3, prunable: true, keptBecause: null, warnings: [], ...rest };
}

export function planOf(destinations: readonly PlannedDestination[], rest: Partial<Plan> = {}): Plan {
  return {
    digest: `sha256:3fa9b2c41d22${'0'.repeat(52)}`,
    commit: '8c1d7e0f5a9b4c3d2e1f8c1d7e0f5a9b4c3d2e1f',
    manifest: 'sync.yaml',
    totals: tally(destinations),
    destinations,
    leftBehindDestinations: [],
    ...rest,
  };
}

export function outcome(
  destination: string,
  storyKey: string,
  { message, hint, warnings = [], ...rest }: Saying<Outcome> = {},
): Outcome {
  return {
    destination,
    storyKey,
    storyName: storyKey,
    status: 'synced',
    reason: null,
    fact: recordedOf(message, hint),
    detached: false,
    did: 'unchanged',
    destinationStoryId: 11,
    syncedAt: '2026-11-22T06:00:00.000Z',
    commit: null,
    warnings: warnings.map(recorded),
    ...rest,
  };
}

export function destination(name: string, rest: Partial<Destination> = {}): Destination {
  return {
    name,
    tenantUrl: `https://${name}.tines.com`,
    teamId: 42,
    keyName: `${name.toUpperCase()}_TINES_API_KEY`,
    subscriptions: [],
    manualSyncOnly: false,
    labels: {},
    webhookUrls: 'keep',
    changeControl: 'fail',
    onDrift: 'overwrite',
    prerequisites: 'fail',
    engine: 'push',
    place: { file: 'sync.yaml', line: 1, column: 1 },
    ...rest,
  };
}

/** A story with a line of every sort below it. */
export const triage = plannedStory('phishing-triage', 'update', {
  name: 'Phishing triage',
  reason: 'content_changed',
  changes: [
    {
      path: 'agents[Get report].options.url',
      op: 'update',
      text: 'action "Get report": url changed',
      cause: 'change_set',
    },
    {
      path: 'agents[Get report].options.method',
      op: 'update',
      text: 'option method of "Get report": edited there; git has "post"',
      cause: 'destination',
    },
    { path: 'agents[Ask analyst]', op: 'add', text: 'action "Ask analyst" (Email) added', cause: 'earlier' },
  ],
  drift: ['agents[Get report].options.method'],
  conflict: true,
  missing: [{ kind: 'resource', slug: 'block_list' }],
  urls: [
    { action: 'Receive mail', kind: 'webhook', op: 'add' },
    { action: 'Old intake', kind: 'page', op: 'remove' },
  ],
  recordTypes: [
    {
      name: 'Alert',
      action: 'create_sequential',
      target: 'Alert (1)',
      fields: [],
      because: 'field "severity" changed from TEXT to NUMBER; "Alert" and its data stay as they are',
    },
    { name: 'Case', action: 'add_fields', target: 'Case', fields: ['owner', 'state=closed'], because: 'new in git' },
    { name: 'Note', action: 'reuse', target: 'Note', fields: [], because: 'nothing differs' },
  ],
  warnings: ['the tag "soc" is not there and cannot be set'],
});

export const enrichment = plannedStory('ioc-enrichment', 'create', { name: 'IOC enrichment', reason: 'new' });

function unread(name: string, variable: string): PlannedDestination {
  const why = { reason: 'missing_key', message: `${variable} is not set`, hint: `set ${variable}` } as const;
  return plannedDestination(name, [
    plannedStory('phishing-triage', 'blocked', why),
    plannedStory('ioc', 'blocked', why),
  ]);
}

/** Something of everything: unreadable, blocked, changed on many, skipped, left behind, unchanged. */
export const richPlan: Plan = planOf(
  [
    ...Array.from({ length: 5 }, (_, index) =>
      plannedDestination(`eu-${index + 1}`, [triage, enrichment, plannedStory('quiet', 'unchanged')]),
    ),
    plannedDestination('up-to-date', [plannedStory('quiet', 'unchanged')]),
    plannedDestination('northwind', [plannedStory('quiet', 'skip', { reason: 'manual_sync_only' })], {
      manualSyncOnly: true,
    }),
    plannedDestination(
      'fabrikam',
      [
        plannedStory('quiet', 'skip', {
          reason: 'detached',
          detached: true,
          would: 'update',
          message: 'customer tunes thresholds (until 2027-01-31)',
          changes: Array.from({ length: 15 }, (_, index) => ({
            path: `agents[Step ${index}]`,
            op: 'update',
            text: `action "Step ${index}": options changed`,
            cause: 'unknown',
          })),
        }),
        plannedStory('phishing-triage', 'blocked', {
          name: 'Phishing triage',
          reason: 'missing_prerequisite',
          message: 'a credential that the story names does not exist in team 42',
          hint: 'create the credential there, or set "prerequisites: warn" for this destination',
          missing: [{ kind: 'credential', slug: 'virustotal' }],
        }),
      ],
      { leftBehind: [leftBehind('old', { name: 'Old story' })] },
    ),
    unread('contoso', 'CONTOSO_KEY'),
    unread('tailspin', 'TAILSPIN_KEY'),
  ],
  { leftBehindDestinations: [{ name: 'litware', tenantUrl: 'https://litware.tines.com', teamId: 7, stories: 2 }] },
);
