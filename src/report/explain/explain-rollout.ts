import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { RingCounts, RolloutBarrier, RolloutFact } from '../../model/rollout.ts';
import { moment } from '../age.ts';
import { count } from '../reason-words.ts';

/** Why a pair waits for its ring: the rule, its numbers, and how to go on. */
export function explainRollout({ by, ring, until }: RolloutFact): Words {
  const opens = until === null ? '' : `; it opens ${moment(until)}`;
  switch (by.kind) {
    case 'ring':
      return {
        message: `ring ${ring} waits for ring ${by.before}: ${describeCounts(by)}`,
        hint: `the next run after ring ${by.before} has passed lets it go; ${overrideWith('DIGEST')}`,
      };
    case 'soak':
      return {
        message: `ring ${ring} waits until ring ${by.before} has stood for ${duration(by.soak)}${opens}`,
        hint: `the next run after that lets it go; ${overrideWith('DIGEST')}`,
      };
    case 'window':
      return {
        message: `ring ${ring} ${describeWindow(by)}${until === null ? ', and no opening is in sight' : opens}`,
        hint: `${until === null ? 'change "windows" under "rollout" in the manifest' : 'the next run inside an open window lets it go'}; ${overrideWith('DIGEST')}`,
      };
    case 'batch':
      return {
        message: `ring ${ring} begins ${count(by.destinations, 'new destination')} per run, in order of name`,
        hint: `the next runs go on from there; ${overrideWith('DIGEST')}`,
      };
    case 'place':
      return {
        message: `ring ${ring} has no more stories on their way at once than may still fail, and one more; its turn did not come`,
        hint: `the next run goes on from there; ${overrideWith('DIGEST')}`,
      };
    case 'share':
      return {
        message: `ring ${ring} begins no more at once than may still fail, and one more, over all parts of the fleet; other parts have that now`,
        hint: `the next run shares out anew; ${overrideWith('DIGEST')}`,
      };
    case 'callee':
      return {
        message: `it calls "${by.name}", which goes first${until === null ? '' : `, not before ${moment(until)}`}`,
        hint: `see what that one waits for: storysync status --story ${by.key}`,
      };
    case 'failures':
      return {
        message: `ring ${ring} is halted${by.failedRing === ring ? '' : ` by ring ${by.failedRing}`}: ${describeFailures(by)}`,
        hint: `see which failed: storysync status --ring ${by.failedRing}; each run tries them again, and new content starts afresh; ${overrideWith('DIGEST')}`,
      };
    case 'approved_plan':
      return {
        message: 'the approved plan lets it wait',
        hint: 'make a new plan, and apply that one: storysync plan --out plan.json',
      };
    default:
      return unreachable(by);
  }
}

/** `12 of 40 there, 26 to go, 2 failed (4 may)`. */
export function describeCounts({ there, total, failed, allowed }: RingCounts): string {
  const open = total - there - failed;
  return [
    `${there} of ${total} there`,
    ...(open > 0 ? [`${open} to go`] : []),
    ...(failed > 0 ? [`${failed} failed (${allowed === 0 ? 'none' : allowed} may)`] : []),
  ].join(', ');
}

/** `3 of 40 failed, 2 may`. */
export function describeFailures({ total, failed, allowed }: RingCounts): string {
  return `${failed} of ${total} failed, ${allowed === 0 ? 'none' : allowed} may`;
}

/** How a person lets one run go on all the same. */
export function overrideWith(digest: string): string {
  const which = digest === 'DIGEST' ? ' (DIGEST: that of the plan just seen)' : '';
  return `to go now: storysync sync --override-rollout ${digest} --reason TEXT${which}`;
}

function describeWindow({ window }: Extract<RolloutBarrier, { kind: 'window' }>): string {
  const { kind, text, timeZone, reason } = window;
  const why = reason === undefined ? '' : `: ${reason}`;
  return kind === 'deny' ? `is closed ${text} (${timeZone})${why}` : `goes only ${text} (${timeZone})${why}`;
}

const UNITS = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
  [1_000, 'second'],
] as const;

/** In the largest unit that leaves no rest; a day is what people call 24 hours only from the second on. */
function duration(milliseconds: number): string {
  const unit = UNITS.find(([size, name]) => milliseconds % size === 0 && (name !== 'day' || milliseconds > size));
  const [size, name] = unit ?? [1_000, 'second'];
  return count(Math.round(milliseconds / size), name);
}
