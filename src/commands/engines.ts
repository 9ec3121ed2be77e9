import type { Engine } from '../apply/engine.ts';
import { assessDestination } from '../engine/push/assess/assess-destination.ts';
import { type PushPorts, pushEngine } from '../engine/push/engine.ts';
import type { Assess } from '../plan/destination-work.ts';

/** How each destination is assessed, for whoever only reads. */
export const assess: Assess = assessDestination;

/** How each destination is asked whether stories could be pushed to it. */
export { assessReadiness } from '../engine/push/assess/readiness.ts';

/** The engine that a sync applies its plan with. */
export function engineFor(ports: PushPorts): Engine {
  return pushEngine(ports);
}
