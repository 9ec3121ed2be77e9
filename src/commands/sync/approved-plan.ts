import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { digestPlan, planFromJson } from '../../documents/plan/plan-json.ts';
import { parseJson } from '../../json/parse.ts';
import { isObject } from '../../json/value.ts';
import type { Destination } from '../../model/destination.ts';
import type { Plan } from '../../model/plan.ts';
import { shortId } from '../../model/text/short-id.ts';
import type { Seal } from '../../state/envelope.ts';
import { isSignedPlan } from '../plan-document.ts';
import type { Selection } from '../select.ts';

/**
 * Reads a plan that was reviewed before. With a state key only a plan that was made with it counts. Without one the digest
 * tells a change by mistake from the plan that was made, and nothing more: anybody can make one that fits.
 */
export function readApprovedPlan(text: string, file: string, seal: Seal | undefined): Result<Plan, Problem> {
  const json = parseJson(text);
  if (!json.ok) return fail(unusable(file, json.error.reason === 'syntax' ? 'it is not JSON' : json.error.message));
  if (seal && !(isObject(json.value) && isSignedPlan(json.value, seal))) return fail(unsigned(file));
  const plan = planFromJson(json.value);
  if (!plan.ok) return fail(unusable(file, plan.error));
  if (digestPlan(plan.value) !== plan.value.digest) {
    return fail(unusable(file, 'its digest does not match its content, so it was changed after it was made'));
  }
  return plan;
}

function unsigned(file: string): Problem {
  return {
    code: 'RUN039',
    severity: 'error',
    message: `the plan ${file} cannot be applied: it is not signed with the state key, or was changed since`,
    hint: 'make it in a run that has the same state key: storysync plan --out plan.json',
  };
}

/** A plan file that the system does not hand over, by its short name for the reason. */
export function unread(file: string, why: string): Problem {
  return unusable(file, why === 'ENOENT' ? 'there is no such file' : `it cannot be read (${why})`);
}

export function unusable(file: string, why: string): Problem {
  return {
    code: 'RUN005',
    severity: 'error',
    message: `the plan ${file} cannot be applied: ${why}`,
    hint: 'make a new one with: storysync plan --out plan.json',
  };
}

/** A plan of one commit is no plan of another, however alike their stories may be. */
export function checkCommit({ commit }: Plan, at: string): Problem | undefined {
  if (commit === at) return undefined;
  const made = commit === null ? 'from a work tree with changes' : `at commit ${shortId(commit)}`;
  const hint = `give --at the commit of the plan, or make a new one: storysync plan --at ${shortId(at)} --out plan.json`;
  return { ...unusable('given', `it was made ${made}, and --at asks for ${shortId(at)}`), hint };
}

/** The pairs the plan speaks of; a manual-only destination that it does not hold back was named when it was made. */
export function selectionOf(plan: Plan, destinations: readonly Destination[]): Result<Selection, readonly Problem[]> {
  const known = new Map(destinations.map((destination) => [destination.name, destination]));
  const gone = plan.destinations.flatMap(({ name, stories }) => {
    const subscribed = new Set(known.get(name)?.subscriptions.map(({ storyKey }) => storyKey));
    return stories.filter(({ key }) => !subscribed.has(key)).map(({ key }) => `${name}/${key}`);
  });
  if (gone.length > 0) {
    return fail([unusable('given', `the manifest no longer asks for ${gone.slice(0, 5).join(', ')}`)]);
  }
  const named = plan.destinations
    .filter(({ stories }) => !stories.some(({ reason }) => reason === 'manual_sync_only'))
    .map(({ name }) => name);
  const leftBehind = new Map(
    plan.destinations.map(({ name, leftBehind: stories }) => [name, new Set(stories.map(({ key }) => key))]),
  );
  return ok({
    selected: new Map(plan.destinations.map(({ name, stories }) => [name, new Set(stories.map(({ key }) => key))])),
    named: new Set(named),
    choosesLeftBehind: (destination, key) => leftBehind.get(destination)?.has(key) ?? false,
  });
}

/** Destinations whose fresh plan is not the approved one. The others go on (`plan_stale`). */
export function findStale(approved: Plan, fresh: Plan): ReadonlySet<string> {
  const digests = new Map(approved.destinations.map(({ name, digest }) => [name, digest]));
  return new Set(fresh.destinations.filter(({ name, digest }) => digests.get(name) !== digest).map(({ name }) => name));
}
