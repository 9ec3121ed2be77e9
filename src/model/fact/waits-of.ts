import { unreachable } from '../../diagnostics/result.ts';
import type { Awaited, RolloutFact } from '../rollout.ts';
import type { Outcome } from '../status.ts';

/** What a pair waits for, as a script reads it. */
export function waitsOf(fact: RolloutFact): Awaited {
  return { for: waitsFor(fact), until: fact.until };
}

/** The same of an outcome; undefined where the rollout does not keep it back. */
export function waitingOf({ fact, waits }: Pick<Outcome, 'fact' | 'waits'>): Awaited | undefined {
  return fact?.kind === 'rollout_waits' ? waitsOf(fact) : waits;
}

function waitsFor({ ring, by }: RolloutFact): string {
  switch (by.kind) {
    case 'ring':
    case 'soak':
      return `${by.kind}:${by.before}`;
    case 'batch':
    case 'place':
    case 'share':
      return `${by.kind}:${ring}`;
    case 'callee':
      return `story:${by.key}`;
    case 'window':
      return `window:${by.window.text}`;
    case 'failures':
      return `failures:${by.failedRing}`;
    case 'approved_plan':
      return by.kind;
    default:
      return unreachable(by);
  }
}
