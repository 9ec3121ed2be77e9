import type { JsonValue } from '../../json/value.ts';
import { isArray, isObject } from '../../json/value.ts';
import type { Finding } from '../finding.ts';
import { alternatives, quoted } from '../finding.ts';
import { valueSubjectOf } from '../subject.ts';
import type { Cursor } from '../tree.ts';
import { keySpotOf, spotOf } from '../tree.ts';
import { guessFor } from './plausible.ts';
import { NOT_BLANK } from './schema-parts.ts';
import type { ShapeFault } from './shape-fault.ts';
import { whereItBelongs } from './shape-key.ts';
import { type Wanted, wantedAt } from './wanted.ts';

/** What is wrong with a value: type, list of allowed values, range. Key fields have a rule of their own. */
export function explainValue(fault: ShapeFault): readonly Finding[] {
  const { error, path, cursor, data } = fault;
  const at = cursor.node.kind === 'scalar' ? spotOf(cursor) : keySpotOf(cursor);
  if (path.length === 1 && path[0] === 'version') {
    // A version that is no whole number fails twice.
    if (error.keyword === 'type' || typeof data === 'number') return [explainVersion(data, cursor)];
    return [];
  }
  const subject = valueSubjectOf(path);
  switch (error.keyword) {
    case 'type':
      return [explainType(fault)];
    case 'enum':
    case 'const': {
      const allowed = wordsOf(error.params.allowedValues);
      const guess = typeof data === 'string' ? guessFor(data, allowed) : undefined;
      // A word that is near none of them may be something pasted.
      const found = typeof data !== 'string' ? kindOf(data) : guess === undefined ? 'another text' : quoted(data);
      const hint = guess === undefined ? `write ${alternatives(allowed)}` : `did you mean ${quoted(guess)}?`;
      return [{ code: 'MAN021', message: `${subject} is ${found}, expected ${alternatives(allowed)}`, hint, at }];
    }
    case 'minimum':
    case 'maximum': {
      const special = wantedAt(path);
      const expected = special?.wanted ?? `a whole number from 1 to ${MAX}`;
      return [
        { code: 'MAN022', message: `${subject} is ${Number(data)}, expected ${expected}`, ...hintOf(special), at },
      ];
    }
    case 'minLength':
      return [{ code: 'MAN024', message: `${subject} is empty`, hint: 'fill it in', at }];
    case 'maxLength':
    case 'maxProperties': {
      const many = `more than ${String(error.params.limit)} ${error.keyword === 'maxLength' ? 'characters' : 'entries'}`;
      return [{ code: 'MAN025', message: `${subject} has ${many}`, hint: 'make it shorter', at }];
    }
    // The rule of the rollout says at which one.
    case 'maxItems':
      return [];
    case 'minProperties':
    case 'minItems':
      return [{ code: 'MAN024', message: `${subject} is empty`, hint: 'name at least one, or leave the key out', at }];
    default:
      return [explainPattern(fault)];
  }
}

const MAX = Number.MAX_SAFE_INTEGER;

function hintOf(special: Wanted | undefined): Pick<Finding, 'hint'> {
  return special === undefined ? {} : { hint: special.hint };
}

/** For a pattern that no rule explains. */
export function explainPattern({ error, path, cursor }: ShapeFault): Finding {
  if (error.params.pattern === NOT_BLANK) {
    return { code: 'MAN024', message: `${valueSubjectOf(path)} is empty`, hint: 'fill it in', at: spotOf(cursor) };
  }
  const hint = `the schema expects ${String(error.params.pattern ?? error.message)}`;
  return { code: 'MAN025', message: `${valueSubjectOf(path)} has the wrong form`, hint, at: spotOf(cursor) };
}

function explainVersion(data: JsonValue, cursor: Cursor): Finding {
  const found = typeof data === 'number' ? String(data) : kindOf(data);
  const newer = typeof data === 'number' && data > 1;
  const hint = newer ? 'a newer storysync may know this version' : 'write "version: 1", without quotes';
  return { code: 'MAN018', message: `the manifest version is ${found}, expected 1`, hint, at: spotOf(cursor) };
}

function explainType({ error, path, cursor, data }: ShapeFault): Finding {
  const expected = [error.params.type].flat().map(String);
  const subject = valueSubjectOf(path);
  const at = cursor.node.kind === 'scalar' && data !== null ? spotOf(cursor) : keySpotOf(cursor);
  const special = data === null ? undefined : wantedAt(path);
  if (special !== undefined) {
    const found = typeof data === 'number' ? 'read as a number' : kindOf(data);
    return { code: 'MAN020', message: `${subject} is ${found}, expected ${special.wanted}`, hint: special.hint, at };
  }
  if (path.length === 0) {
    const hint = 'begin with "version: 1", "stories:" and "destinations:" at the left margin';
    const start = cursor.node.span.start;
    return {
      code: 'MAN026',
      message: `the manifest is ${kindOf(data)}, expected a map`,
      hint,
      at: { span: { start, end: start + 1 } },
    };
  }
  if (typeof data === 'number' && expected.includes('integer')) {
    return { code: 'MAN022', message: `${subject} is ${data}, expected a whole number from 1 to ${MAX}`, at };
  }
  const words = wordsOf(error.parentSchema?.enum);
  const wanted = words.length > 0 ? alternatives(words) : (EXPECTED.get(expected[0] ?? '') ?? expected.join(' or '));
  const hint = oneLevelOff(path, cursor) ?? hintFor(expected[0] ?? '', data);
  const label = path.at(-2) === 'labels' && expected[0] === 'string';
  return {
    code: label ? 'MAN045' : 'MAN020',
    message: `${subject} is ${kindOf(data)}, expected ${wanted}`,
    hint,
    at,
  };
}

/** A key of a destination that stands beside it is taken for the name of one. */
function oneLevelOff(path: readonly string[], cursor: Cursor): string | undefined {
  const name = path[1];
  return path.length === 2 && name !== undefined && cursor.node.kind === 'scalar'
    ? whereItBelongs(name, path, cursor)
    : undefined;
}

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['integer', 'a whole number'],
  ['string', 'text'],
  ['object', 'a map'],
  ['array', 'a list'],
  ['boolean', 'true or false'],
]);

function hintFor(expected: string, data: JsonValue): string {
  if (data === null) {
    if (expected === 'array') return 'write [] for an empty list';
    return expected === 'object' ? 'write {} for an empty map' : 'give it a value, or remove the key';
  }
  switch (expected) {
    case 'string':
      return typeof data === 'number' || typeof data === 'boolean'
        ? `put it in quotes: "${String(data)}"`
        : 'write one text, without "- ", brackets or indented lines below';
    case 'array':
      return isObject(data) ? 'begin each entry with "- "' : 'write a list: [ ... ]';
    case 'integer':
      return typeof data === 'string' && /^[0-9][0-9_ ,.']*$/.test(data)
        ? `write ${data.replace(/\D/g, '')}, without quotes or separators`
        : 'write the digits alone, such as 42, without quotes';
    case 'boolean':
      return `write ${booleanFor(data)}, without quotes`;
    default:
      return 'write indented lines of the form "key: value" below it';
  }
}

function booleanFor(data: JsonValue): string {
  if (typeof data === 'string' && /^(?:yes|on|true|y)$/i.test(data)) return 'true';
  return typeof data === 'string' && /^(?:no|off|false|n)$/i.test(data) ? 'false' : 'true or false';
}

/** The kind of a value in words; the text itself is not repeated, the excerpt shows it. */
function kindOf(data: JsonValue): string {
  if (data === null) return 'empty';
  if (typeof data === 'string') return 'text';
  if (typeof data === 'number') return `a number (${String(data)})`;
  if (typeof data === 'boolean') return String(data);
  if (isArray(data)) return 'a list';
  return isObject(data) ? 'a map' : 'something else';
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
