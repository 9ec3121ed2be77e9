import { bool, type Check, choiceCheck, filled, int, nullCheck, textCheck } from '../api/body.ts';
import { ERROR_SHAPES } from '../api/errors.ts';
import { isRecord, type Json, type JsonRecord, textOr } from '../domain/json.ts';

const count: Check = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? undefined : 'must be a whole number';

/** `none`, `seconds`, `seconds 3`, `date 2`, `absurd`. */
const retryAfterForm: Check = (value) =>
  typeof value === 'string' && /^(none|absurd|(seconds|date)( \d+)?)$/.test(value)
    ? undefined
    : 'must be none, absurd, "seconds N" or "date N"';

/** Every fault, with the parameters it takes besides `kind`. */
export const FAULTS: { readonly [kind: string]: { readonly [name: string]: Check } } = {
  rate_limited: { retry_after: retryAfterForm, seconds: count },
  error: { status: count, shape: choiceCheck(...ERROR_SHAPES), text: textCheck },
  slow: { ms: count },
  distant: { ms: count },
  hang: {},
  trickle: { ms: count },
  reset: {},
  commit_then_reset: {},
  commit_then_timeout: { ms: count },
  commit_then_error: { status: count, shape: choiceCheck(...ERROR_SHAPES), text: textCheck },
  commit_then_html: { status: count },
  carried_out_twice: {},
  truncated_page: {},
  short_count: {},
  html: { status: count },
  truncated_json: {},
  wrong_shape: {},
  missing_meta: {},
  revoked_key: {},
  drop_action: {},
  sync_fails: { text: textCheck },
  redirect: { location: filled, status: count },
  down: {},
};

/** States of a tenant rather than accidents: they last until they are cleared. */
const LASTING = new Set(['revoked_key', 'down']);

export type Fault = { readonly kind: string; readonly with: JsonRecord };

type Rule = {
  readonly id: number;
  readonly tenant: string | undefined;
  readonly method: string | undefined;
  readonly path: RegExp | undefined;
  skip: number;
  left: number;
  hits: number;
  readonly fault: Fault;
};

const RULE: { readonly [name: string]: Check } = {
  tenant: filled,
  method: choiceCheck('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  path: filled,
  times: int,
  skip: count,
  always: bool,
  fault: nullCheck(() => undefined),
};

/** The accidents waiting to happen. The first rule that fits a request takes it. */
export class Faults {
  #rules: Rule[] = [];
  #last = 0;

  /** Adds a rule as written to the control endpoint; answers its id, or what is wrong with it. */
  add(written: Json): number | { problem: string } {
    const problem = ruleProblem(written);
    if (problem !== undefined || !isRecord(written) || !isRecord(written.fault)) {
      return { problem: problem ?? 'a fault rule is an object with a "fault"' };
    }
    const { kind, ...rest } = written.fault;
    const name = textOr(kind);
    const lasting = LASTING.has(name) || written.always === true;
    this.#last += 1;
    this.#rules.push({
      id: this.#last,
      tenant: typeof written.tenant === 'string' ? written.tenant : undefined,
      method: typeof written.method === 'string' ? written.method : undefined,
      path: typeof written.path === 'string' ? new RegExp(written.path) : undefined,
      skip: typeof written.skip === 'number' ? written.skip : 0,
      left: lasting ? Number.POSITIVE_INFINITY : typeof written.times === 'number' ? written.times : 1,
      hits: 0,
      fault: { kind: name, with: rest },
    });
    return this.#last;
  }

  /** Whether all requests to a tenant end so, as long as the rule stands. */
  isDown(tenant: string): boolean {
    return this.#rules.some(
      ({ fault, method, path, left, tenant: of = tenant }) =>
        fault.kind === 'down' && of === tenant && left > 0 && method === undefined && path === undefined,
    );
  }

  /** The fault that meets this request, if any; uses it up. `path` is what follows `/api/v1`. */
  take(tenant: string, method: string, path: string): Fault | undefined {
    for (const rule of this.#rules) {
      if (rule.left <= 0 || (rule.tenant !== undefined && rule.tenant !== tenant)) continue;
      if (rule.method !== undefined && rule.method !== method) continue;
      if (rule.path !== undefined && !rule.path.test(path)) continue;
      if (rule.skip > 0) {
        rule.skip -= 1;
        continue;
      }
      rule.left -= 1;
      rule.hits += 1;
      return rule.fault;
    }
    return undefined;
  }

  list(): object[] {
    return this.#rules.map(({ id, hits, left, fault }) => ({
      id,
      kind: fault.kind,
      hits,
      left: Number.isFinite(left) ? left : 'until cleared',
    }));
  }

  clear(): void {
    this.#rules = [];
  }
}

function ruleProblem(written: Json): string | undefined {
  if (!isRecord(written)) return 'a fault rule is an object';
  for (const [name, value] of Object.entries(written)) {
    const found = RULE[name] === undefined ? 'is unknown' : RULE[name](value);
    if (found !== undefined) return `${name} ${found}`;
  }
  const fault = written.fault;
  if (!isRecord(fault) || typeof fault.kind !== 'string') return 'fault must be an object with a kind';
  const parameters = FAULTS[fault.kind];
  if (parameters === undefined) return `there is no fault "${fault.kind}" (${Object.keys(FAULTS).join(', ')})`;
  for (const [name, value] of Object.entries(fault)) {
    if (name === 'kind') continue;
    const found = parameters[name] === undefined ? 'is unknown' : parameters[name](value);
    if (found !== undefined) return `fault.${name} ${found}`;
  }
  try {
    if (typeof written.path === 'string') new RegExp(written.path);
  } catch {
    return 'path is not a regular expression';
  }
  return undefined;
}
