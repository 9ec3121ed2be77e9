import type { DestinationRun, Engine } from '../../apply/engine.ts';
import type { Clock } from '../../model/clock.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { Tenant } from '../../tenant/port.ts';
import { assessDestination } from './assess/assess-destination.ts';
import type { CopyOptions } from './copies.ts';
import { pushDestination } from './destination.ts';
import type { FreshIngress, PushWork } from './push-work.ts';

export type PushPorts = {
  /** The tenant of a destination; asked only for destinations that could be read. */
  readonly tenantOf: (work: DestinationWork) => Promise<Tenant>;
  readonly clock: Clock;
  readonly fresh: FreshIngress;
  /** Where copies of deleted stories go. Without it nothing is deleted. */
  readonly copies?: CopyOptions;
  /** The user agreed to delete what is left behind. */
  readonly prune?: boolean;
};

/** Brings stories by the tenant's own REST interface: import, update, read back. */
export function pushEngine({ tenantOf, ...ports }: PushPorts): Engine {
  return {
    assess: assessDestination,
    apply: async (work: PushWork, run: DestinationRun) =>
      pushDestination({ work, tenant: await tenantOf(work), ...ports, ...run }),
  };
}
