import { printable } from '../../diagnostics/printable.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Plan } from '../../model/plan.ts';
import type { RolloutOverride } from '../../model/rollout.ts';

/** As every view of a plan shows it: 12 digits are enough to mean one plan, and 64 are all of them. */
const DIGEST = /^(?:sha256:)?([0-9a-f]{12,64})$/i;
/** It stands in a commit message, in reports and in annotations. */
const LONGEST_REASON = 200;

export const EXPECTED_DIGEST = 'the digest of a plan: 12 to 64 hexadecimal digits, with or without "sha256:"';
export const EXPECTED_REASON = `one line of at most ${LONGEST_REASON} characters that says why`;

/** The digest in its one form, or its beginning; undefined for anything else. */
export function readPlanDigest(text: string): string | undefined {
  const [, digits] = DIGEST.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : `sha256:${digits.toLowerCase()}`;
}

/** A line of words that all can be seen; undefined for anything else. */
export function readOverrideReason(text: string): string | undefined {
  const reason = text.trim();
  const fits = reason !== '' && reason.length <= LONGEST_REASON && printable(reason) === reason;
  return fits ? reason : undefined;
}

/** An override is for the plan that a person saw, and for no other: whatever moved since was not looked at. */
export function checkOverride({ digest }: Pick<RolloutOverride, 'digest'>, plan: Plan): Problem | undefined {
  if (plan.rollout === undefined) {
    const message = 'there is nothing to override: the manifest has no rollout';
    return { code: 'RUN051', severity: 'error', message, hint: 'run the sync without an override' };
  }
  if (plan.digest.startsWith(digest)) return undefined;
  return {
    code: 'RUN050',
    severity: 'error',
    message: `the plan changed since ${digest} was made: its digest is now ${plan.digest}; nothing was pushed`,
    hint: 'look at the plan as it is now, made with the same selectors, then override it by its digest',
  };
}
