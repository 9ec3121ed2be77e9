/**
 * Reads a tenant's error body for phrases we know. Nothing of the tenant's text is ever passed on: a body can hold
 * keys, addresses and customer data. What comes out is composed of the words of the two lists below, and of nothing else.
 */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/can(?:'|\u2019|no)?t be blank|is required|is missing/i, "can't be blank"],
  [/already (?:been taken|exists)|must be unique/i, 'has already been taken'],
  [/must exist|does(?: not|n't) exist/i, 'must exist'],
  [/is too long/i, 'is too long'],
  [/is too short/i, 'is too short'],
  [/is invalid|is not valid/i, 'is invalid'],
  [/is not included in the list/i, 'is not included in the list'],
  [/can(?:not|'t) be changed/i, 'cannot be changed'],
  [/not found/i, 'not found'],
  [/is locked/i, 'is locked'],
  [/change control/i, 'change control'],
  [/unknown (?:key|parameter|field)|unpermitted/i, 'unknown parameter'],
  [/rate limit|too many requests/i, 'rate limit'],
  [/(?:not|un)authori[sz]ed|forbidden|permission/i, 'not permitted'],
];

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/origin story identifier/i, 'origin_story_identifier'],
  [/schema version/i, 'schema_version'],
  [/fixed values?/i, 'fixed_values'],
  [/result type/i, 'result_type'],
  [/record types?/i, 'record type'],
  [/record fields?/i, 'record field'],
  [/\bnew name\b/i, 'new_name'],
  [/\bcredentials?\b/i, 'credential'],
  [/\bresources?\b/i, 'resource'],
  [/\bfolders?\b/i, 'folder'],
  [/\bteams?\b/i, 'team'],
  [/\btags?\b/i, 'tag'],
  [/\bguids?\b/i, 'guid'],
  [/\boptions\b/i, 'options'],
  [/\blinks?\b/i, 'link'],
  [/\b(?:agents?|actions?)\b/i, 'agent'],
  [/\bmode\b/i, 'mode'],
  [/\bname\b/i, 'name'],
  [/\bstor(?:y|ies)\b/i, 'story'],
];

/** Errors are short; what stands further down is not worth reading. */
const LONGEST_BODY = 64 * 1024;
const LONGEST_STATEMENT = 500;
const MOST_STATEMENTS = 50;
const MOST_FINDINGS = 3;

/** Composed words such as `tag "must exist"`; none when the body says nothing we know. */
export function readRefusal(body: string): readonly string[] {
  const findings = new Set<string>();
  for (const statement of statementsOf(body.slice(0, LONGEST_BODY))) {
    const text = statement.slice(0, LONGEST_STATEMENT).replaceAll(/[_.\-"[\]]+/g, ' ');
    const phrase = PHRASES.find(([pattern]) => pattern.test(text))?.[1];
    if (phrase === undefined) continue;
    const field = FIELDS.find(([pattern]) => pattern.test(text))?.[1];
    findings.add(field === undefined ? `"${phrase}"` : `${field} "${phrase}"`);
    if (findings.size === MOST_FINDINGS) break;
  }
  return [...findings];
}

/** Bodies come as objects, lists or plain text, by endpoint; each says a thing per entry. */
function statementsOf(body: string): readonly string[] {
  const statements: string[] = [];
  try {
    collect(JSON.parse(body), '', 0, statements);
  } catch {
    // Not JSON: text, HTML, or cut off.
    return body.split('\n', MOST_STATEMENTS);
  }
  return statements;
}

function collect(value: unknown, context: string, depth: number, into: string[]): void {
  if (depth > 5 || into.length >= MOST_STATEMENTS) return;
  if (typeof value === 'string') {
    into.push(`${context} ${value}`);
  } else if (Array.isArray(value)) {
    for (const entry of value) collect(entry, context, depth + 1, into);
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    const strings = entries.filter(([, entry]) => typeof entry === 'string');
    // {message: "Name", details: "can't be blank"} is one statement in two keys.
    if (strings.length > 1) into.push(`${context} ${strings.map(([, entry]) => entry).join(' ')}`);
    else for (const [key, entry] of strings) into.push(`${context} ${key} ${entry}`);
    for (const [key, entry] of entries) {
      if (typeof entry !== 'string') collect(entry, `${context} ${key}`, depth + 1, into);
    }
  }
}
