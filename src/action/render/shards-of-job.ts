import type { Manifest } from '../../model/destination.ts';
import type { Shard } from '../../model/shard.ts';
import { shardsFor } from '../../plan/shards.ts';
import type { Job } from '../job.ts';

/** The parts that the jobs of a matrix may take. */
export function shardsOfJob({ settings }: Pick<Job, 'settings'>, { destinations, origin }: Manifest): readonly Shard[] {
  return shardsFor(destinations, { origin: origin?.tenantUrl, size: settings.shardSize });
}
