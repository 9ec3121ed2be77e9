import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { Finding } from '../finding.ts';

const NAME_IT = 'name the manifest with --manifest (default sync.yaml)';

type Kind = { readonly what: string; readonly hint: string; readonly is: (value: JsonObject) => boolean };

const ours =
  (format: string) =>
  (value: JsonObject): boolean =>
    typeof value.format === 'string' && value.format.startsWith(`storysync.${format}/`);

/** What people give in the manifest's place; the first that fits is told. */
const KINDS: readonly Kind[] = [
  {
    what: 'a story export',
    hint: `${NAME_IT}; a story file belongs below "stories/", under its key in the manifest`,
    is: (value) => isArray(value.agents) && isArray(value.links),
  },
  {
    what: 'a plan file',
    hint: `apply it with "storysync sync --plan", or ${NAME_IT}`,
    is: ours('plan'),
  },
  { what: 'a status report', hint: NAME_IT, is: ours('status') },
  { what: 'a findings report', hint: NAME_IT, is: ours('findings') },
  {
    what: 'the config of the emulator',
    hint: `start it with "storysync emulator --config", or ${NAME_IT}`,
    is: (value) => isObject(value.tenants),
  },
  { what: 'a GitHub workflow', hint: NAME_IT, is: (value) => 'jobs' in value && 'on' in value },
  {
    what: 'a package.json',
    hint: NAME_IT,
    is: (value) =>
      typeof value.name === 'string' && ['dependencies', 'devDependencies', 'scripts'].some((key) => key in value),
  },
  { what: 'a JSON Schema', hint: NAME_IT, is: (value) => '$schema' in value && 'properties' in value },
];

/** Another file that we know, in the manifest's place: one sentence instead of an error for each of its keys. */
export function findLookAlike(value: JsonValue): Finding | undefined {
  if (!isObject(value) || 'destinations' in value || 'stories' in value) return undefined;
  const kind = KINDS.find(({ is }) => is(value));
  if (kind === undefined) return undefined;
  const at = { span: { start: 0, end: 0 } };
  // It may hold secrets of its own, at any place.
  return { code: 'RUN042', message: `this is ${kind.what}, not a manifest`, hint: kind.hint, at, hide: true };
}

/** The same for JSON, which a YAML parser may not get through: tabs, or a depth that no manifest has. */
export function findJsonLookAlike(text: string): Finding | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    return findLookAlike(JSON.parse(text));
  } catch {
    // YAML in braces, or broken: the parser of YAML says where.
    return undefined;
  }
}
