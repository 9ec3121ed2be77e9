import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { RingCounts, RolloutFact } from '../../model/rollout.ts';

/** Why a pair waits for its ring: the rule, its numbers, and how to go on. */
export function explainRollout({ by, ring, until }: RolloutFact): Words {
  const then = until === null ? '' : ` until ${until}`;
  switch (by.kind) {
    case 'ring':
      return wait(`ring ${ring} waits for ring ${by.before}: ${counts(by)}`);
    case 'soak':
      return wait(`ring ${ring} waits for ring ${by.before} to stand long enough${then}`);
    case 'batch':
      return wait(`ring ${ring} begins ${by.destinations} destinations per run`);
    case 'place':
      return wait(`ring ${ring} has as many stories in flight as may fail; it goes in the next run`);
    case 'callee':
      return wait(`it calls "${by.name}", which goes first${then}`);
    case 'window':
      return wait(`no window is open for ring ${ring}${then}`);
    case 'failures':
      return wait(`halted by ring ${by.failedRing}: ${counts(by)}`);
    case 'approved_plan':
      return wait('the plan that was approved lets it wait');
    default:
      return unreachable(by);
  }
}

function counts({ there, total, failed, allowed }: RingCounts): string {
  return `${there} of ${total} there, ${failed} failed, ${allowed} may`;
}

function wait(message: string): Words {
  return { message, hint: null };
}
