import type { Destination, Manifest } from '../../model/destination.ts';
import { byText } from '../../model/text/order.ts';
import { MOST_SHARDS, type Shard } from './shard.ts';

type Sharded = Pick<Destination, 'name' | 'tenantUrl' | 'engine' | 'subscriptions'>;

/**
 * The names of each part. What calls the same host stays together, since that host's limits are shared; the manifest alone
 * decides, so that every runner comes to the same parts, whatever it was told to sync and in whatever order it reads.
 */
export function shardsOf(
  destinations: readonly Sharded[],
  { origin, of }: { readonly origin: string | undefined; readonly of: number },
): readonly ReadonlySet<string>[] {
  const parts = Array.from({ length: of }, () => ({ names: new Set<string>(), pairs: 0 }));
  for (const { members, pairs } of hostsOf(destinations, origin)) {
    // The largest first, each to the part that has least: no part then has more than a third above the best there is.
    const least = parts.reduce((best, part) => (part.pairs < best.pairs ? part : best));
    for (const { name } of members) least.names.add(name);
    least.pairs += pairs;
  }
  return parts.map(({ names }) => names);
}

/** The parts that the jobs of a matrix may take, of about so many pairs each. */
export function shardsFor(
  { destinations, origin }: Pick<Manifest, 'destinations' | 'origin'>,
  size: number,
): readonly Shard[] {
  const of = shardCount(destinations, { origin: origin?.tenantUrl, size });
  return Array.from({ length: of }, (_, index) => ({ part: index + 1, of }));
}

/** As many parts as hold so many pairs each, where the hosts can be spread over so many. */
function shardCount(
  destinations: readonly Sharded[],
  { origin, size }: { readonly origin: string | undefined; readonly size: number },
): number {
  const hosts = hostsOf(destinations, origin);
  const pairs = hosts.reduce((sum, host) => sum + host.pairs, 0);
  return Math.max(1, Math.min(Math.ceil(pairs / size), hosts.length, MOST_SHARDS));
}

function hostsOf(destinations: readonly Sharded[], origin: string | undefined) {
  // The vendor's syncing is asked at the origin, whatever tenant it serves.
  const hostOf = ({ engine, tenantUrl }: Sharded): string =>
    addressOf(engine === 'native' && origin !== undefined ? origin : tenantUrl);
  return [...Map.groupBy(destinations, hostOf)]
    .map(([host, members]) => ({ host, members, pairs: members.reduce((sum, each) => sum + weightOf(each), 0) }))
    .toSorted((a, b) => b.pairs - a.pairs || byText(a.host, b.host));
}

/** Limits are a tenant's: where several are behind one name, the path tells them apart. */
function addressOf(tenantUrl: string): string {
  const { host, pathname } = new URL(tenantUrl);
  return `${host}${pathname.replace(/\/$/, '')}`;
}

/** One that takes no story is looked at all the same. */
function weightOf({ subscriptions }: Sharded): number {
  return Math.max(1, subscriptions.length);
}
