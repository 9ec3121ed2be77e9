import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { stateFromJson, stateToJson } from '../documents/state/state-json.ts';
import { STATE_FORMAT } from '../documents/state/state-schema.ts';
import { parseJson } from '../json/parse.ts';
import { isObject } from '../json/value.ts';
import type { StateContent } from '../model/destination-state.ts';
import { openEnvelope, type Seal, sealed } from './envelope.ts';
import { statePath } from './paths.ts';
import type { OpenedFile } from './signed-file.ts';

const VERSION = 2;
const BY_HAND = 'it was changed by hand, or damaged';

/** Whose state is expected: a file that says otherwise is not used. */
export type ExpectedDestination = {
  readonly name: string;
  /** Tenant and team are absent for a destination that the manifest no longer has: then what the file says holds. */
  readonly tenantUrl?: string;
  readonly teamId?: number;
};

/** The state of one destination as canonical text; equal states of one counter give equal bytes. */
export function serialiseState(name: string, state: StateContent, counter: number, seal?: Seal): string {
  const content = stateToJson({ destination: name, content: state });
  return sealed(content, { path: statePath(name), counter, seal });
}

/** Strict: what is not exactly ours is refused, and the caller compares the destination in full instead. */
export function parseState(
  text: string,
  expected: ExpectedDestination,
  seal?: Seal,
): Result<OpenedFile<StateContent>, Problem> {
  const parsed = parseJson(text);
  // Where the text breaks off is a place in a file that nobody has open.
  if (!parsed.ok)
    return fail(unreadable(expected.name, parsed.error.reason === 'syntax' ? 'it is not JSON' : parsed.error.message));
  if (!isObject(parsed.value)) return fail(unreadable(expected.name, 'it is not a JSON object'));
  const { format } = parsed.value;
  if (format !== STATE_FORMAT) return fail(otherFormat(expected.name, format));
  const { whole, counter, mark } = openEnvelope(parsed.value, text, { path: statePath(expected.name), seal });
  const read = stateFromJson(parsed.value);
  if (!read.ok) return fail(unreadable(expected.name, whole ? read.error : BY_HAND));
  const { destination, content } = read.value;
  if (destination !== expected.name) return fail(foreign(expected.name, 'another name'));
  if (content.tenantUrl !== (expected.tenantUrl ?? content.tenantUrl))
    return fail(foreign(expected.name, 'another tenant URL'));
  if (content.teamId !== (expected.teamId ?? content.teamId))
    return fail(foreign(expected.name, `team ${content.teamId}, not team ${expected.teamId}`));
  // A change by hand that keeps the shape would otherwise be believed; this is no protection against a forger.
  return whole ? ok({ content, counter, mark }) : fail(unreadable(expected.name, BY_HAND));
}

function otherFormat(name: string, format: unknown): Problem {
  const version = typeof format === 'string' ? /^storysync\.state\/([0-9]{1,9})$/.exec(format)?.[1] : undefined;
  if (version === undefined || Number(version) === VERSION)
    return unreadable(name, `its format is not "${STATE_FORMAT}"`);
  if (Number(version) < VERSION) return older(name, Number(version));
  return {
    code: 'STA002',
    severity: 'warning',
    message: `the recorded state of destination "${name}" has format ${version}; this version reads format ${VERSION}`,
    hint: 'use the newest storysync that works on this repository; until then the destination is compared in full, and a sync writes its state in the older format',
  };
}

function older(name: string, version: number): Problem {
  return {
    code: 'STA002',
    severity: 'warning',
    message: `the recorded state of destination "${name}" has the older format ${version}, and is not used`,
    hint: 'nothing needs to be done: the destination is compared in full, and the next sync rebuilds its state',
  };
}

function unreadable(name: string, why: string): Problem {
  return {
    code: 'STA001',
    severity: 'warning',
    message: `the recorded state of destination "${name}" is not used: ${why}`,
    hint: 'the destination is compared in full, and the next sync writes its state anew',
  };
}

function foreign(name: string, what: string): Problem {
  return {
    code: 'STA003',
    severity: 'warning',
    message: `the recorded state of destination "${name}" is not used: it was written for ${what}`,
    hint: 'if the manifest was changed on purpose, nothing needs to be done: the destination is compared in full',
  };
}
