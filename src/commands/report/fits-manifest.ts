import { changeFromJson, type WireChange } from '../../documents/status/change-json.ts';
import type { ToldDestination } from '../../documents/status/status-from-json.ts';
import type { Destination } from '../../model/destination.ts';
import type { Rollout } from '../../model/rollout.ts';
import { shardText } from '../shard/shard.ts';
import type { ShardFile } from './status-file.ts';

/** What the manifest and the selectors say of the fleet and its parts. */
export type PartedFleet = {
  readonly destinations: ReadonlyMap<string, Destination>;
  /** The pairs that the report is about: destination name -> story keys. */
  readonly selected: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names of each part. */
  readonly parts: readonly ReadonlySet<string>[];
  readonly rollout: Rollout | undefined;
};

/** Why a file cannot be of the shard that it says: it tells of what is not that part's. */
export function misfitOf({ shard, destinations, wire }: ShardFile, fleet: PartedFleet): string | undefined {
  const own = fleet.parts[shard.part - 1];
  const isOwn = (name: string | null): boolean => name !== null && (own?.has(name) ?? false);
  for (const told of destinations.values()) {
    if (!isOwn(told.name))
      return `it says shard ${shardText(shard)}, and ${told.name} is not in that part of the fleet`;
    const other = misfitOfDestination(told, fleet);
    if (other !== undefined) return other;
  }
  if (!wire.pruned.every(({ destination }) => isOwn(destination)) || wire.pruned_native !== undefined)
    return 'it tells of deletions outside that part of the fleet';
  const rings = new Set(fleet.rollout?.rings.map(({ name }) => name));
  const isPair = ({ destination, story }: WireChange): boolean =>
    isOwn(destination) && (story === null || (fleet.selected.get(destination ?? '')?.has(story.key) ?? false));
  const keys = new Set(
    [...fleet.destinations.values()].flatMap((each) => each.subscriptions.map(({ storyKey }) => storyKey)),
  );
  const isRing = ({ ring, story }: WireChange): boolean =>
    rings.has(ring ?? '') && story !== null && keys.has(story.key);
  const isTrue = (each: WireChange): boolean => (each.ring === null ? isPair(each) : isRing(each));
  const changes = wire.changes ?? [];
  if (!changes.every((each) => changeFromJson(each) && isTrue(each)))
    return 'it tells of changes outside that part of the fleet';
  if (new Set(changes.map(subjectOf)).size < changes.length) return 'it tells of a change twice';
  return undefined;
}

function misfitOfDestination(told: ToldDestination, { destinations, selected }: PartedFleet): string | undefined {
  const { name, outcomes } = told;
  const known = destinations.get(name);
  if (
    known?.tenantUrl !== told.destination_tenant_url ||
    known.teamId !== told.destination_team_id ||
    known.engine !== told.engine
  )
    return `it tells of ${name} at another place than the manifest`;
  const strange = [...outcomes.keys()].find((key) => !selected.get(name)?.has(key));
  return strange === undefined ? undefined : `it tells of ${name} / ${strange}, which this report is not about`;
}

/** What is told once at most: so there are no more changes than pairs and rings to tell of, of each kind. */
function subjectOf({ change, destination, ring, story, expired }: WireChange): string {
  return JSON.stringify([change, destination, ring, story?.key, expired?.what]);
}
