import type { nearest } from '../../diagnostics/suggestion.ts';
import type { Finding, Spot } from '../finding.ts';
import { alternatives, quoted } from '../finding.ts';
import { subjectOf } from '../subject.ts';
import type { Cursor, Secret } from '../tree.ts';
import { childOf, keySpotOf, valueBehind } from '../tree.ts';
import { manifestSchema } from './schema.ts';
import { destinationSchema } from './schema-destination.ts';
import type { ShapeFault } from './shape-fault.ts';

export type UnknownKey = {
  readonly finding: Finding;
  readonly secrets: readonly Secret[];
  /** The known key that was meant. */
  readonly meant?: string;
};

/** A key that does not exist. Its value may be a pasted secret, and so may the key itself when it has no value. */
export function explainUnknown({ error, path, cursor }: ShapeFault, guess: typeof nearest): UnknownKey {
  const key = String(error.params.additionalProperty);
  const known = Object.keys(propertiesOf(error.parentSchema));
  const entry = childOf(cursor, key) ?? cursor;
  const value = entry.node;
  const meant = guess(key, known) ?? spelledDifferently(key, known);
  const bare = value.plain === null && value.span.start === value.span.end;
  const name = /^[\w.-]{1,60}$/.test(key) && (!bare || meant !== undefined) ? key : undefined;
  const subject = subjectOf(path);
  const written = cursor.node.kind === 'map' ? cursor.node.entries.get(key) : undefined;
  const secrets = written === undefined ? [] : [valueBehind(written.key, written.value)];
  if (name === undefined && written !== undefined) secrets.push({ spans: [written.key] });
  if (name === undefined) {
    const message = `${subject} has an unknown key, which is not shown because it may be a value`;
    const hint =
      meant === undefined
        ? (unquotedDay(key, path) ?? `known keys: ${known.join(', ')}`)
        : `did you mean "${meant}: ..."?`;
    return { finding: { code: 'MAN014', message, hint, at: keySpotOf(entry) }, secrets };
  }
  const belongs = whereItBelongs(name, path, entry) ?? `known keys: ${known.join(', ')}`;
  const hint = meant === undefined ? belongs : `did you mean ${quoted(meant)}?`;
  const message = `${subject} has an unknown key ${quoted(name)}`;
  const finding: Finding = { code: 'MAN014', message, hint, at: keySpotOf(entry) };
  const takesItsPlace = meant !== undefined && childOf(cursor, meant) === undefined;
  return { finding, secrets, ...(takesItsPlace ? { meant } : {}) };
}

/** In braces a comma ends the value: `{ allow: Sat,Sun }` has the key "Sun". */
function unquotedDay(key: string, path: readonly string[]): string | undefined {
  const inWindow = path[0] === 'rollout' && path[1] === 'windows';
  return inWindow && /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/.test(key) ? 'put the days in quotes: "Sat,Sun"' : undefined;
}

/** `tenant_url` for `destination_tenant_url`: the same words, too far apart for a typing error. */
function spelledDifferently(key: string, known: readonly string[]): string | undefined {
  const words = key.toLowerCase().replaceAll('-', '_');
  if (words.length < 3) return undefined;
  return known.find((candidate) => candidate.endsWith(`_${words}`) || words.endsWith(`_${candidate}`));
}

/** Where a known key belongs that stands in another place. */
export function whereItBelongs(key: string, path: readonly string[], entry: Cursor): string | undefined {
  if (path.length === 0 && childOf(entry, 'destination_tenant_url') !== undefined) {
    return 'a destination stands under "destinations:", indented';
  }
  const homes = [
    ...(key in manifestSchema.properties ? ['at the left margin'] : []),
    ...(key in manifestSchema.properties.keys.properties ? ['under "keys:"'] : []),
    ...(key in manifestSchema.properties.origin.properties ? ['under "origin:"'] : []),
    ...(key in destinationSchema.properties ? ['under a destination'] : []),
  ];
  return homes.length > 0 ? `${quoted(key)} belongs ${homes.join(' or ')}` : undefined;
}

function propertiesOf(schema: unknown): object {
  const properties = typeof schema === 'object' && schema !== null && 'properties' in schema ? schema.properties : {};
  return typeof properties === 'object' && properties !== null ? properties : {};
}

export function explainMissing({ path, cursor }: ShapeFault, key: string): Finding {
  const hint = (key === 'reason' ? whyOf(path) : undefined) ?? HINTS.get(key);
  const at =
    path.length === 0
      ? { span: { start: cursor.node.span.start, end: cursor.node.span.start + 1 } }
      : keySpotOf(cursor);
  const message = `${subjectOf(path)} lacks the required key ${quoted(key)}`;
  return { code: 'MAN019', about: key, message, ...(hint === undefined ? {} : { hint }), at };
}

const HINTS: ReadonlyMap<string, string> = new Map([
  ['version', 'write "version: 1"'],
  ['stories', 'write [] for a destination that subscribes to nothing, {} for an empty catalogue'],
  ['destinations', 'write "destinations: {}" when there are none yet'],
  ['reason', 'say in a few words why the story is detached'],
  ['rings', 'write the rings in their order, each as "- { name: canary, match: { ring: canary } }"'],
  ['name', 'write for example "name: canary"'],
  ['commit', 'write at least 7 digits of the hash of a commit, in quotes'],
  ['destination_tenant_url', 'write the address of the tenant, such as https://contoso.tines.com'],
  ['destination_team_id', 'write the number of the team that receives the stories'],
  ['tenant_url', 'write the address of the origin tenant, such as https://acme.tines.com'],
  ['team_id', 'write the number of the team that owns the stories'],
  ['vault', 'write "vault:" with its address'],
  ['address', 'write the address of the vault, such as https://vault.acme.example'],
  ['plan', 'name the role that may read for a plan, or write one role for all: role: NAME'],
  ['sync', 'name the role that a sync logs in with, or write one role for all: role: NAME'],
  ['api_key', 'write a reference such as ${ACME_TINES_API_KEY}'],
]);

/** A story may be called "hold" or "pin" too. */
function whyOf(path: readonly string[]): string | undefined {
  if (path.at(-2) === 'detached') return undefined;
  if (path.at(-1) === 'hold') return 'say in a few words why nothing is pushed there';
  return path.at(-1) === 'pin' ? 'say in a few words why the destination stays at that commit' : undefined;
}

/** A name of a story, group or destination with characters that are not allowed. */
export function explainName({ path, cursor }: ShapeFault, name: string): Finding {
  const kind = path.includes('detached') ? 'story' : (KINDS.get(path[0] ?? '') ?? 'story');
  return badName(name, kind, keySpotOf(childOf(cursor, name) ?? cursor));
}

export function badName(name: string, kind: string, at: Spot): Finding {
  const better = name
    .toLowerCase()
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/^[-_.]+|(?<!-)-+$/g, '')
    .slice(0, 63);
  const rule = 'lower-case letters, digits, "-", "_" and ".", beginning with a letter or digit, at most 63';
  return {
    code: 'MAN023',
    message: `${quoted(name)} is not allowed as the name of a ${kind}, expected ${rule}`,
    ...(better === '' || better === name ? {} : { hint: `for example ${alternatives([better])}` }),
    at,
  };
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['stories', 'story'],
  ['groups', 'group'],
  ['destinations', 'destination'],
]);
