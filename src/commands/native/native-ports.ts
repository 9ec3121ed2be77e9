import { fail, type Result } from '../../diagnostics/result.ts';
import type { NativePorts } from '../../engine/native/apply/native-ports.ts';
import { VendorWatch } from '../../engine/native/apply/vendor-watch.ts';
import type { Tenants } from '../../keys/tenants.ts';
import type { Clock } from '../../model/clock.ts';
import type { Origin } from '../../model/destination.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { Tenant } from '../../tenant/port.ts';
import type { Binding } from '../../trust/bind.ts';

/** How long a sync waits for the vendor, where nobody says. */
export const POLL_TIMEOUT_MS = 120_000;

export type NativeHands = {
  readonly origin: Origin | undefined;
  readonly keys: Binding;
  readonly tenants: Tenants;
  readonly clock: Clock;
  readonly pollTimeout: number | undefined;
};

/** The origin's list, its keys and the destinations, each behind the rule of trust. */
export function nativePorts({ origin, keys, tenants, clock, pollTimeout = POLL_TIMEOUT_MS }: NativeHands): NativePorts {
  const open = async (): Promise<Result<Tenant, Cause>> => {
    if (origin === undefined) throw new Error('Internal error: the vendor syncs, and there is no origin');
    const bound = keys.ofOrigin(origin);
    return bound.ok ? tenants.writer(bound.value.use) : fail({ kind: 'key_not_bound', why: bound.error });
  };
  return {
    origin: open,
    keyOf: async ({ destination }) => {
      const bound = keys.of(destination);
      return bound.ok ? tenants.handOver(bound.value) : fail({ kind: 'key_not_bound', why: bound.error });
    },
    destination: async ({ destination }) => {
      const bound = keys.of(destination);
      const reader = bound.ok ? await tenants.reader(bound.value) : undefined;
      return reader?.ok ? reader.value : undefined;
    },
    watch: new VendorWatch(open, clock),
    clock,
    pollTimeout,
  };
}
