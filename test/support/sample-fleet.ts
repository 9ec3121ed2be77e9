import type { Destination } from '../../src/model/destination.ts';
import type { LastStatus, StoryState } from '../../src/model/destination-state.ts';
import type { RingProgress } from '../../src/model/rollout.ts';
import type { Outcome } from '../../src/model/status.ts';
import { type PagePast, pastOf } from '../../src/page/fleet/past.ts';
import type { StatusReport } from '../../src/report/status/status-report.ts';
import { destination, outcome } from './example-plans.ts';

export type SampleSize = { readonly destinations: number; readonly stories: number };

const NOW = '2026-11-29T09:12:00.000Z';
const COMMITS = ['8c1d7e0f5a9b', '4f2e91c0b1d2', '1b9d44e7aa30', 'c0ffee123456'].map((commit) =>
  commit.padEnd(40, '0'),
);
const RINGS = ['canary', 'early', 'broad'] as const;
const REGIONS = ['eu', 'us', 'apac'] as const;
const NAMES = ['contoso', 'fabrikam', 'northwind', 'tailspin', 'litware', 'wingtip', 'adatum', 'proseware'] as const;
const STORIES = [
  'phishing-triage',
  'ioc-enrichment',
  'incident-response',
  'user-offboarding',
  'malware-sandbox',
  'impossible-travel',
  'vuln-intake',
  'case-sync',
  'mailbox-purge',
  'edr-isolate',
  'dlp-review',
  'on-call-page',
] as const;

const HINTS = {
  rejected: {
    message: 'POST /stories/import: HTTP 422 (name has already been taken)',
    hint: 'fix the story, or ask the tenant owner why it was rejected',
  },
  missing_prerequisite: {
    message: 'missing there: credential "virustotal"',
    hint: 'create it in team 42, or set "prerequisites: warn" for this destination',
  },
  unreachable: { message: 'the tenant did not answer within 30 seconds', hint: 'retry later, or lower --concurrency' },
} as const;

/** A fleet of which everything is true that a page can tell, the same every time. */
export function sampleReport({ destinations: places, stories: kinds }: SampleSize, seed = 7): StatusReport {
  const random = sequence(seed);
  const destinations = Array.from({ length: places }, (_, index) => sampleDestination(index, random));
  const keys = Array.from({ length: kinds }, (_, index) => storyKey(index));
  const rings = new Map(destinations.map(({ name, labels }) => [name, labels.ring ?? 'broad']));
  const outcomes = destinations.flatMap((each, index) => {
    const down = random() < 0.03;
    const pushedAt = Date.parse(NOW) - Math.floor((1 + random() * 200) * 3_600_000);
    const firstId = Math.floor(random() * 900_000) + 1_000;
    return keys.map((key, place) => {
      // A push takes some seconds, now and then many; some stories were pushed days before the others.
      const takes =
        place * 4_000 + Math.floor(random() ** 3 * 60_000) - (random() < 0.2 ? Math.floor(random() * 9e8) : 0);
      const syncedAt = new Date(pushedAt + takes).toISOString();
      const destinationStoryId = firstId + place * 3 + Math.floor(random() ** 3 * 1_000);
      const base = { storyName: titleOf(key), syncedAt, destinationStoryId };
      return sampleOutcome(each, key, { down, index, place, random, base });
    });
  });
  const held = outcomes.map((each) => detachedIn(destinations, each));
  return {
    outcomes: held,
    destinations,
    originTeamId: 7,
    storyIds: new Map(keys.map((key, index) => [key, 9981 + index])),
    commit: COMMITS[0] ?? null,
    interrupted: false,
    rollout: { rings, progress: progressOf(held, rings) },
    now: NOW,
    live: false,
    unsigned: false,
  };
}

/** What the state branch would tell of that fleet. */
export function samplePast({ outcomes, destinations }: StatusReport, seed = 11): PagePast {
  const random = sequence(seed);
  const byDestination = Map.groupBy(outcomes, (each) => each.destination);
  return {
    destinations: destinations.map(({ name }, index) => {
      const own = byDestination.get(name) ?? [];
      const records = [0, 1, 2, 3].map((age) => recordOf(own, age, random));
      // The last run came by here.
      const ran = index % 9 === 4 ? [lastRun(own, index)] : [];
      records.unshift(...ran);
      return pastOf(records);
    }),
    cutShort: false,
  };
}

function sampleDestination(index: number, random: () => number): Destination {
  const customer = NAMES[index % NAMES.length] ?? 'contoso';
  const region = REGIONS[Math.floor(random() * REGIONS.length)] ?? 'eu';
  const name = `${customer}-${region}-${String(index + 1).padStart(3, '0')}`;
  const ring = index % 20 === 0 ? 'canary' : index % 5 === 0 ? 'early' : 'broad';
  const key = `sub-${index}`;
  return destination(name, {
    tenantUrl: `https://${customer}-${index}.tines.com`,
    teamId: 40 + (index % 7),
    labels: { region, ring, tier: index % 3 === 0 ? 'gold' : 'standard' },
    subscriptions: [{ storyKey: key, place: { file: 'sync.yaml', line: 1, column: 1 }, adopt: false }],
    ...(index % 37 === 9 ? { manualSyncOnly: true } : {}),
    ...(index % 41 === 12
      ? {
          hold: {
            reason: 'audit of the tenant',
            owner: '@acme/soc',
            until: index % 2 === 0 ? '2026-11-20' : '2027-01-31',
          },
        }
      : {}),
    ...(index % 53 === 17
      ? { pin: { commit: '4f2e91c0b1d2', reason: 'incident 4711', owner: '@acme/soc', until: '2027-01-15' } }
      : {}),
  });
}

type Chance = {
  readonly down: boolean;
  readonly index: number;
  readonly place: number;
  readonly random: () => number;
  readonly base: Omit<Partial<Outcome>, 'warnings'>;
};

function sampleOutcome(
  { name, hold, manualSyncOnly }: Destination,
  key: string,
  { down, index, place, random, base }: Chance,
): Outcome {
  const commit = COMMITS[Math.floor(random() * 1.2)] ?? null;
  const since = new Date(Date.parse(NOW) - Math.floor(random() * 20) * 86_400_000).toISOString();
  const waiting = {
    ...base,
    did: 'nothing',
    status: 'requires_sync',
    commit,
    recordedAt: base.syncedAt ?? NOW,
  } as const;
  const failed = { ...waiting, status: 'failed', unchangedSince: since } as const;
  const chance = random();
  if (down) return outcome(name, key, { ...failed, reason: 'unreachable', ...HINTS.unreachable });
  if (hold && place < 3)
    return outcome(name, key, { ...waiting, reason: 'held', fact: { kind: 'held', hold, by: null } });
  if (manualSyncOnly && place < 2) return outcome(name, key, { ...waiting, reason: 'manual_sync_only' });
  if (place === 0 && index % 5 !== 0) {
    const behind = { commits: 1 + (index % 4), since: '2026-11-28T16:00:00.000Z' };
    return outcome(name, key, {
      ...waiting,
      reason: 'awaiting_ring',
      behind,
      waits: { for: 'ring:early', until: null },
    });
  }
  if (chance < 0.008) return outcome(name, key, { ...failed, reason: 'rejected', ...HINTS.rejected });
  if (chance < 0.014)
    return outcome(name, key, { ...failed, reason: 'missing_prerequisite', ...HINTS.missing_prerequisite });
  if (chance < 0.03) {
    const behind = { commits: 1 + Math.floor(random() * 6), since };
    return outcome(name, key, { ...waiting, reason: 'content_changed', behind, commit: COMMITS[1] ?? null });
  }
  if (chance < 0.037) {
    const message = 'edited there: agents[Get report].options.url';
    return outcome(name, key, { ...waiting, reason: 'drift', message, unchangedSince: since });
  }
  if (chance < 0.045)
    return outcome(name, key, { ...waiting, reason: 'detached', detached: true, unchangedSince: since });
  if (chance < 0.05) return outcome(name, key, { ...waiting, reason: 'new', syncedAt: null, destinationStoryId: null });
  return outcome(name, key, { ...base, did: 'nothing', commit, recordedAt: base.syncedAt ?? NOW });
}

/** The manifest says why, of what is detached. */
function detachedIn(destinations: readonly Destination[], each: Outcome): Outcome {
  const owner = destinations.find(({ name }) => name === each.destination);
  if (each.detached && owner) {
    const detached = { reason: 'customer tunes thresholds', owner: '@acme/soc', until: '2027-01-31' };
    const place = { file: 'sync.yaml', line: 1, column: 1 };
    (owner.subscriptions as unknown[]).push({ storyKey: each.storyKey, place, adopt: false, detached });
  }
  return each;
}

function progressOf(outcomes: readonly Outcome[], rings: ReadonlyMap<string, string>): readonly RingProgress[] {
  const [moving = ''] = outcomes.map(({ storyKey }) => storyKey);
  return RINGS.map((ring, index): RingProgress => {
    const its = outcomes.filter(({ destination: name, storyKey }) => storyKey === moving && rings.get(name) === ring);
    return {
      ring,
      story: moving,
      there: its.filter(({ status }) => status === 'synced').length,
      total: its.length,
      failed: its.filter(({ status }) => status === 'failed').length,
      allowed: 0,
      state: index === 0 ? 'passed' : index === 1 ? 'soaking' : 'waiting',
      opensAt: index === 1 ? '2026-11-29T13:00:00.000Z' : null,
      waitsFor: index === 0 ? null : index === 1 ? 'soak:canary' : 'ring:early',
    };
  });
}

function recordOf(outcomes: readonly Outcome[], age: number, random: () => number) {
  const last: Record<string, LastStatus> = {};
  const stories: Record<string, StoryState> = {};
  for (const { storyKey, status, reason, syncedAt, commit } of outcomes) {
    const back = age * 86_400_000 * (1 + Math.floor(random() * 3));
    const at = new Date(Date.parse(syncedAt ?? NOW) - back).toISOString();
    const was = age > 0 && random() < 0.05;
    const is = was ? ({ status: 'failed', reason: 'unreachable' } as const) : { status, reason };
    if ((age < 2 && syncedAt !== null) || was) last[storyKey] = { ...is, message: null, at, content: 'x' };
    if (syncedAt !== null && random() < 0.4) {
      stories[storyKey] = { syncedAt: at, status: 'synced', reason: null, ...(commit ? { commit } : {}) } as StoryState;
    }
  }
  return { last, stories };
}

function lastRun(outcomes: readonly Outcome[], index: number) {
  const at = new Date(Date.parse(NOW) - 300_000 + (index % 60) * 1000).toISOString();
  const last: Record<string, LastStatus> = {};
  const stories: Record<string, StoryState> = {};
  for (const { storyKey: key, status, reason, commit } of outcomes.slice(1, 4)) {
    last[key] = { status, reason, message: null, at, content: 'x' };
    if (status === 'synced')
      stories[key] = { syncedAt: at, status, reason, ...(commit ? { commit } : {}) } as StoryState;
  }
  return { last, stories };
}

function storyKey(index: number): string {
  const name = STORIES[index % STORIES.length] ?? 'story';
  return index < STORIES.length ? name : `${name}-${Math.floor(index / STORIES.length) + 1}`;
}

function titleOf(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
