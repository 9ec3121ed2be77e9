import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { readStateContent } from '../documents/state/state-json.ts';
import { parseJson } from '../json/parse.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import type { LastStatus, RecordTypeState, StateContent, StoryState } from '../model/destination-state.ts';
import { type Envelope, openEnvelope, type Seal, sealed } from './envelope.ts';
import { statePath } from './paths.ts';

const FORMAT = 'storysync.state/2';
const VERSION = 2;

/** Whose state is expected: a file that says otherwise is not used. */
export type ExpectedDestination = {
  readonly name: string;
  /** Tenant and team are absent for a destination that the manifest no longer has: then what the file says holds. */
  readonly tenantUrl?: string;
  readonly teamId?: number;
};

/** A state file as it was read, and what its signature is worth. */
export type StateFile = Pick<Envelope, 'counter' | 'mark'> & { readonly content: StateContent };

/** The state of one destination as canonical text; equal states of one counter give equal bytes. */
export function serialiseState(name: string, state: StateContent, counter: number, seal?: Seal): string {
  const content = {
    format: FORMAT,
    destination: name,
    destination_tenant_url: state.tenantUrl,
    destination_team_id: state.teamId,
    stories: mapEntries(state.stories, storyToJson),
    record_types: mapEntries(state.recordTypes, recordTypeToJson),
    last: mapEntries(state.last, lastStatusToJson),
  };
  return sealed(content, { path: statePath(name), counter, seal });
}

/** Strict: what is not exactly ours is refused, and the caller compares the destination in full instead. */
export function parseState(text: string, expected: ExpectedDestination, seal?: Seal): Result<StateFile, Problem> {
  const parsed = parseJson(text);
  // Where the text breaks off is a place in a file that nobody has open.
  if (!parsed.ok)
    return fail(unreadable(expected.name, parsed.error.reason === 'syntax' ? 'it is not JSON' : parsed.error.message));
  if (!isObject(parsed.value)) return fail(unreadable(expected.name, 'it is not a JSON object'));
  const { format, destination } = parsed.value;
  if (format !== FORMAT) return fail(otherFormat(expected.name, format));
  const envelope = openEnvelope(parsed.value, text, { path: statePath(expected.name), seal });
  const shape = readStateContent(envelope.content);
  if (!shape.ok) return fail(unreadable(expected.name, shape.error));
  const { tenantUrl, teamId } = shape.value;
  if (destination !== expected.name) return fail(foreign(expected.name, 'another name'));
  if (tenantUrl !== (expected.tenantUrl ?? tenantUrl)) return fail(foreign(expected.name, 'another tenant URL'));
  if (teamId !== (expected.teamId ?? teamId))
    return fail(foreign(expected.name, `team ${teamId}, not team ${expected.teamId}`));
  // A change by hand that keeps the shape would otherwise be believed; this is no protection against a forger.
  if (!envelope.whole) return fail(unreadable(expected.name, 'it was changed by hand, or damaged'));
  return ok({ content: shape.value, counter: envelope.counter, mark: envelope.mark });
}

function storyToJson(story: StoryState): JsonObject {
  return {
    destination_story_id: story.destinationStoryId,
    name: story.name,
    stamp: story.stamp,
    ...(story.lineage === undefined ? {} : { lineage: story.lineage }),
    pushed: story.pushed,
    ...(story.since === undefined ? {} : { since: story.since }),
    equal: story.equal,
    observed: story.observed,
    edited_at: story.editedAt,
    ...(story.editedAtTrusted === undefined ? {} : { edited_at_trusted: story.editedAtTrusted }),
    actions: story.actions,
    tags: story.tags.toSorted(),
    ...(story.commit === undefined ? {} : { commit: story.commit }),
    status: story.status,
    reason: story.reason,
    error_message: story.errorMessage,
    synced_at: story.syncedAt,
  };
}

function lastStatusToJson({
  status,
  reason,
  message,
  hint,
  at,
  commit,
  content,
  detachedThere,
}: LastStatus): JsonObject {
  return {
    status,
    reason,
    message,
    ...(hint === undefined ? {} : { hint }),
    at,
    ...(commit === undefined ? {} : { commit }),
    content,
    ...(detachedThere === undefined ? {} : { detached_there: detachedThere }),
  };
}

function recordTypeToJson({ target, definition }: RecordTypeState): JsonObject {
  const fields = definition.fields.map(({ name, resultType, fixedValues }) => ({
    name,
    result_type: resultType,
    fixed_values: fixedValues,
  }));
  return { target, definition: { name: definition.name, fields } };
}

// fromEntries, not assignment: a record type may be called `__proto__`.
function mapEntries<T>(map: { readonly [key: string]: T }, convert: (value: T) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value)]));
}

function otherFormat(name: string, format: unknown): Problem {
  const version = typeof format === 'string' ? /^storysync\.state\/([0-9]{1,9})$/.exec(format)?.[1] : undefined;
  if (version === undefined || Number(version) === VERSION) return unreadable(name, `its format is not "${FORMAT}"`);
  if (Number(version) < VERSION) return older(name, Number(version));
  return {
    code: 'STA002',
    severity: 'warning',
    message: `The recorded state of destination "${name}" has format ${version}; this version reads format ${VERSION}`,
    hint: 'Use the newest storysync that works on this repository; until then the destination is compared in full, and a sync writes its state in the older format',
  };
}

function older(name: string, version: number): Problem {
  return {
    code: 'STA002',
    severity: 'warning',
    message: `The recorded state of destination "${name}" has the older format ${version}, and is not used`,
    hint: 'Nothing needs to be done: the destination is compared in full, and the next sync rebuilds its state',
  };
}

function unreadable(name: string, why: string): Problem {
  return {
    code: 'STA001',
    severity: 'warning',
    message: `The recorded state of destination "${name}" is not used: ${why}`,
    hint: 'The destination is compared in full, and the next sync writes its state anew',
  };
}

function foreign(name: string, what: string): Problem {
  return {
    code: 'STA003',
    severity: 'warning',
    message: `The recorded state of destination "${name}" is not used: it was written for ${what}`,
    hint: 'If the manifest was changed on purpose, nothing needs to be done: the destination is compared in full',
  };
}
