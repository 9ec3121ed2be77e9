import type { JsonObject } from '../json/value.ts';

/** What a name says of the value that stands under it. `key`: it may be one, and just as well the key of a map. */
export type SecretKind = 'password' | 'secret' | 'key';

const PASSWORD =
  /(?:^|-)(?:[a-z0-9]*(?:password|passwd|passphrase|passcode|passwort|kennwort|pwd)|(?:admin|db|ftp|imap|ldap|my|root|smtp|sudo|svc|user)?pass|pw)$/;
const SECRET =
  /(?:^|-)(?:authorization|bearer|jwt|psk|[a-z0-9]*(?:secret|token|signature|(?:access|api|app|auth|client|license|master|private|secret|shared|signing)key))$/;
/** `API key` in several words. Others, such as the names of vendors, are held to a stricter form of the value. */
const QUALIFIED_KEY =
  /(?:^|-)(?:access|account|admin|api|app|application|auth|client|consumer|encryption|ingest|integration|licen[cs]e|master|private|routing|secret|service|shared|signing|storage|subscription)-key$/;
const KEY = /(?:^|-)key$/;
const HEADER = /(?:^|-)(?:authorization|auth|cookie|credentials?|apikey)$/;
/** The same endings under names that tell something else: keys of tables and issues, tokens of pages. */
const HARMLESS =
  /(?:^|-)(?:(?:attribute|board|bucket|cache|case|column|config|custom-field|data|de-?dup\w*|dictionary|entity|epic|event|feature|field|file|flag|foreign|group|hash|host|idempotency|incident|index|issue|item|json|label|lookup|map|message|name|object|order|parent|partition|primary|project|property|public|range|record|region|row|s3|search|setting|sort|space|state|status|surrogate|tag|template|translation|type|unique|(?:web-?)?socket)-?key|(?:completion|continuation|count|csrf|cursor|delta|input|max|min|next|num|output|page|pagination|prev|previous|prompt|resume|scroll|skip|start|sync|total|used|xsrf)-?token|(?:alert|email|file|mail|rule|virus)-?signature|(?:boarding|by|first|last|second)-pass)$/;

/** `X_Api_Key`, `x api key`, `xApiKey` and `X-API-Key` are one name. */
function spelled(name: string): string {
  return name
    .trim()
    .slice(-100)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
}

/** `api_key_2` and `token_prod` are told by what stands before. */
const BEHIND = /(?:-?\d{1,4}|-(?:dev|live|new|old|prod|production|staging|test|value))$/;

/** Known by its last word, whoever made up the rest. */
export function secretKindOf(name: string): SecretKind | undefined {
  const whole = spelled(name);
  const word = whole.replace(BEHIND, '').replace(/(key|token|secret|password)s$/, '$1');
  if (HARMLESS.test(word)) return undefined;
  if (PASSWORD.test(word)) return 'password';
  if (SECRET.test(word) || QUALIFIED_KEY.test(word)) return 'secret';
  return KEY.test(word) ? 'key' : undefined;
}

/** Names of headers whose value is a credential by its place; under a bare `…-Key` it has to look like one. */
export function headerKindOf(name: string): SecretKind | undefined {
  return HEADER.test(spelled(name)) ? 'secret' : secretKindOf(name);
}

/** Of a `value`, the name that stands beside it: inputs of templates, form fields, lists of headers and rules of triggers. */
export function nameBeside(entry: JsonObject, key: string): string {
  if (!VALUE_KEYS.has(key.toLowerCase())) return '';
  for (const [candidate, name] of Object.entries(entry)) {
    if (typeof name !== 'string') continue;
    if (NAME_KEYS.has(candidate.toLowerCase()) && /^[\w .-]{1,64}$/.test(name)) return name;
    const field = candidate === 'path' ? RULE_PATH.exec(name)?.[1] : undefined;
    if (field !== undefined) return field;
  }
  return '';
}

/** A rule of a trigger compares a `value` with a `path`: `<<receive.headers.x_api_key>>`, `=receive.body.secret`. */
const RULE_PATH = /^(?:<<|=)[\w.]{1,200}\.(\w{1,64})(?:>>)?$/;

const VALUE_KEYS: ReadonlySet<string> = new Set([
  'value',
  'content',
  'data',
  'default',
  'default_value',
  'text',
  'val',
]);
const NAME_KEYS: ReadonlySet<string> = new Set([
  'name',
  'key',
  'header',
  'field',
  'param',
  'parameter',
  'label',
  'variable',
]);
