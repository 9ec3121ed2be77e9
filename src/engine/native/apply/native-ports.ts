import type { Result } from '../../../diagnostics/result.ts';
import type { Clock } from '../../../model/clock.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { HandedKey, SyncDestinationWriter, TenantReader } from '../../../tenant/port.ts';
import type { NativeWork } from '../native-work.ts';
import type { VendorWatch } from './vendor-watch.ts';

export type NativePorts = {
  /** The origin, to be written to; asked only where something is written there. */
  readonly origin: () => Promise<Result<SyncDestinationWriter, Cause>>;
  /** The destination's own key, to be handed over and never read. */
  readonly keyOf: (work: NativeWork) => Promise<Result<HandedKey, Cause>>;
  /** The destination itself, where its key is at hand. */
  readonly destination: (work: Pick<NativeWork, 'destination'>) => Promise<TenantReader | undefined>;
  readonly watch: VendorWatch;
  readonly clock: Clock;
  /** Milliseconds to wait for the syncs that were begun. */
  readonly pollTimeout: number;
};
