import { planToJson } from '../documents/plan/plan-json.ts';
import type { WirePlan } from '../documents/plan/plan-schema.ts';
import { canonicalJson } from '../json/canonical.ts';
import type { JsonObject } from '../json/value.ts';
import type { Plan } from '../model/plan.ts';
import type { Seal } from '../state/envelope.ts';

/** A plan as a file, signed where there is a state key: whoever applies it with the key knows that nobody wrote it since. */
export function planDocument(plan: Plan, seal: Seal | undefined): string {
  const unsigned = planToJson(plan);
  const document: WirePlan = seal ? { ...unsigned, signature: seal.keys.sign(covered(unsigned, seal)) } : unsigned;
  return canonicalJson(document);
}

/** Whether the document of a plan is as a run with the state key wrote it. */
export function isSignedPlan(document: JsonObject, seal: Seal): boolean {
  const { signature, ...plan } = document;
  return typeof signature === 'string' && seal.keys.isSigned(covered(plan, seal), signature);
}

function covered(plan: JsonObject, { repository }: Seal): JsonObject {
  return { purpose: 'storysync plan', repository, plan };
}
