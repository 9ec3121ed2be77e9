import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { compactJson } from '../../json/canonical.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Recorded } from '../../model/fact/fact.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import { clip } from '../../report/escape.ts';
import { tallyOutcomes } from '../../report/sync/sync-report.ts';
import { documentReader } from '../read-document.ts';
import { statusSchema, type WireStatus, type WireSubscription } from './status-schema.ts';

/** Longer than any message of ours; who forges a file may have megabytes to say. */
const LONGEST_WORDS = 4_000;
const LONGEST_NAME = 1_000;
const MOST_WARNINGS = 100;

const readStatus = documentReader(statusSchema, 'the file');

/** What a status file tells, pair by pair. */
export type ToldStatus = {
  readonly wire: WireStatus;
  /** Destination -> what is told of it. */
  readonly destinations: ReadonlyMap<string, ToldDestination>;
};
export type ToldDestination = Pick<
  WireStatus['sync_destinations'][number],
  'id' | 'name' | 'destination_tenant_url' | 'destination_team_id' | 'engine'
> & {
  /** Story key -> what became of it. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
};

/** A status file as data; or the first place where it is not one, or contradicts itself. What it says twice counts once. */
export function statusFromJson(value: JsonObject): Result<ToldStatus, string> {
  if (value.format !== 'storysync.status/1') return fail('its format is not "storysync.status/1"');
  const read = readStatus(value);
  if (!read.ok) return read;
  const wire = read.value;
  const destinations = new Map<string, ToldDestination>();
  const said = new Map<string, string>();
  for (const { subscriptions, ...destination } of wire.sync_destinations) {
    const { name } = destination;
    if (!says(said, name, compactJson(destination))) return fail(`it tells two things of ${name}`);
    const outcomes = new Map(destinations.get(name)?.outcomes);
    for (const subscription of subscriptions) {
      const { key } = subscription.story;
      if (!says(said, `${name} / ${key}`, compactJson(subscription)))
        return fail(`it tells two things of ${name} / ${key}`);
      outcomes.set(key, outcomeFromJson(name, subscription));
    }
    destinations.set(name, { ...destination, outcomes });
  }
  const wrong = wrongTotal(wire, [...destinations.values()]);
  return wrong === undefined ? ok({ wire, destinations }) : fail(wrong);
}

function says(said: Map<string, string>, subject: string, text: string): boolean {
  const before = said.get(subject);
  said.set(subject, text);
  return before === undefined || before === text;
}

function wrongTotal({ totals }: WireStatus, destinations: readonly ToldDestination[]): string | undefined {
  const { status, did } = tallyOutcomes(destinations.flatMap(({ outcomes }) => [...outcomes.values()]));
  const counted = { ...status, ...did };
  const told = { synced: totals.synced, failed: totals.failed, requires_sync: totals.requires_sync, ...totals.did };
  for (const name of Object.keys(counted) as (keyof typeof counted)[]) {
    if (told[name] !== counted[name])
      return `its totals say ${told[name]} ${name}, and its stories add up to ${counted[name]}`;
  }
  return undefined;
}

function outcomeFromJson(destination: string, wire: WireSubscription): Outcome {
  const { message, hint, behind, recorded_at: recordedAt, waits } = wire;
  return {
    destination,
    storyKey: wire.story.key,
    storyName: clip(wire.story.name, LONGEST_NAME),
    status: wire.status,
    reason: wire.reason,
    fact: message === null ? null : recorded(message, hint),
    detached: wire.detached,
    did: wire.did,
    destinationStoryId: wire.destination_story_id,
    syncedAt: wire.synced_at,
    commit: wire.commit,
    warnings: wire.warnings.slice(0, MOST_WARNINGS).map((warning) => recorded(warning, null)),
    ...(waits === undefined ? {} : { waits: { for: clip(waits.for, LONGEST_NAME), until: waits.until } }),
    ...(behind === null ? {} : { behind }),
    ...(recordedAt === null ? {} : { recordedAt }),
  };
}

export function prunedFromJson({
  destination_story_id,
  kept_as,
  message,
  ...same
}: WireStatus['pruned'][number]): Pruned {
  return { ...same, destinationStoryId: destination_story_id, keptAs: kept_as, fact: recorded(message, null) };
}

/** A status file holds the words of the run that made it. */
function recorded(message: string, hint: string | null): Recorded {
  return {
    kind: 'recorded',
    message: clip(message, LONGEST_WORDS),
    hint: hint === null ? null : clip(hint, LONGEST_WORDS),
  };
}
