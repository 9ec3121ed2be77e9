import type { NativeState } from '../../model/destination-state.ts';
import type { KeyDecision, NativeTarget } from './native-work.ts';

type KeyCase = {
  /** The number in the manifest. */
  readonly wanted: number | undefined;
  readonly target: NativeTarget;
  /** What is recorded of this very object of the vendor. */
  readonly recorded: NativeState | undefined;
  readonly sameTenant: boolean;
};

/** A key is never readable, so it is never compared: it goes along with a create, and again when its number goes up. */
export function decideKey({ wanted, target, recorded, sameTenant }: KeyCase): KeyDecision {
  const version = wanted ?? null;
  if (sameTenant) return { send: false, version: null, unknown: false };
  if (target.at !== 'found') return { send: false, version, unknown: false };
  if (recorded === undefined) return { send: false, version, unknown: version !== null };
  const last = recorded.keyVersion;
  if (version === null || version <= (last ?? 0)) return { send: false, version: last, unknown: false };
  return { send: true, version, unknown: false };
}
