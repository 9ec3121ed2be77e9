import type { DestinationRun, Engine } from '../apply/engine.ts';
import { applyNative } from '../engine/native/apply/apply-native.ts';
import type { NativePorts } from '../engine/native/apply/native-ports.ts';
import { pushReleased } from '../engine/native/apply/release-first.ts';
import { isNativeWork } from '../engine/native/native-work.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import { type PushPorts, pushEngine } from '../engine/push/engine.ts';
import type { Assess, DestinationWork } from '../plan/destination-work.ts';

/** How each destination is assessed, for whoever only reads. */
export const assess: Assess = assessDestination;

/** How each destination is asked whether stories could be pushed to it. */
export { assessReadiness } from '../engine/push/assess/readiness.ts';

/** The engines that a sync applies its plan with: each destination goes to the one that the manifest gives it to. */
export function engineFor(push: PushPorts, native: NativePorts): Engine {
  const pushing = pushEngine(push);
  return {
    assess,
    apply: (work: DestinationWork, run: DestinationRun) => {
      if (isNativeWork(work)) return applyNative(work, run, native);
      if (work.destination.engine === 'native')
        throw new Error(`Internal error: ${work.destination.name} was not planned for the vendor`);
      return pushReleased(work, run, pushing, native);
    },
  };
}
