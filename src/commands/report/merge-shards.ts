import type { StatusFact } from '../../model/fact/status-fact.ts';
import type { Outcome } from '../../model/status.ts';
import { type Shard, shardText } from '../shard/shard.ts';
import type { PartedFleet } from './fits-manifest.ts';
import type { ShardFile } from './status-file.ts';

export type Merging = PartedFleet & {
  /** The shards were about what was pending alone: what they do not tell of was not. */
  readonly pending: boolean;
  readonly nameOf: (destination: string, storyKey: string) => string;
};

export type Merged = {
  /** Of every pair that the report is about, in the order of the manifest. */
  readonly outcomes: readonly Outcome[];
  /** Destinations that it tells of. */
  readonly told: ReadonlySet<string>;
  readonly missing: readonly Shard[];
};

/** What the shards tell of the whole fleet. Whatever nobody tells of was not reached: no total can be too good. */
export function mergeShards(files: ReadonlyMap<number, ShardFile>, merging: Merging): Merged {
  const { parts, selected, pending, nameOf } = merging;
  const shards = parts.map((_, index): Shard => ({ part: index + 1, of: parts.length }));
  const shardOf = new Map(
    shards.flatMap((shard) => [...(parts[shard.part - 1] ?? [])].map((name) => [name, shard] as const)),
  );
  const told = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const [destination, keys] of selected) {
    const shard = shardOf.get(destination);
    const file = shard && files.get(shard.part);
    const known = file?.destinations.get(destination);
    if (file && !known && pending) continue;
    told.add(destination);
    const fact: StatusFact = file
      ? { kind: 'left_out_by_shard', shard: shardText(file.shard) }
      : { kind: 'shard_missing', shard: shard ? shardText(shard) : null };
    for (const storyKey of keys) {
      const outcome = known?.outcomes.get(storyKey);
      if (outcome) outcomes.push(outcome);
      else if (!file || !pending)
        outcomes.push(notReached({ destination, storyKey, storyName: nameOf(destination, storyKey) }, fact));
    }
  }
  return { outcomes, told, missing: shards.filter(({ part }) => !files.has(part)) };
}

function notReached(pair: Pick<Outcome, 'destination' | 'storyKey' | 'storyName'>, fact: StatusFact): Outcome {
  return {
    ...pair,
    status: 'requires_sync',
    reason: 'not_reached',
    fact,
    detached: false,
    did: 'nothing',
    destinationStoryId: null,
    syncedAt: null,
    commit: null,
    warnings: [],
  };
}
