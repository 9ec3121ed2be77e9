/** The K-th of N parts of the fleet, counted from 1. */
export type Shard = { readonly part: number; readonly of: number };

/** As many jobs as a matrix of GitHub may have: https://docs.github.com/actions/reference/limits. */
export const MOST_SHARDS = 256;

/** The form that is asked for: `2/4`. */
export const EXPECTED_SHARD = `K/N: the K-th of N parts, as 2/4, with N of at most ${MOST_SHARDS}`;

export function readShard(text: string): Shard | undefined {
  const [, part, of] = /^([1-9][0-9]{0,2})\/([1-9][0-9]{0,2})$/.exec(text)?.map(Number) ?? [];
  return part !== undefined && of !== undefined && part <= of && of <= MOST_SHARDS ? { part, of } : undefined;
}

export function shardText({ part, of }: Shard): string {
  return `${part}/${of}`;
}
