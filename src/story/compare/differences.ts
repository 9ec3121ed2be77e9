import { sameJson } from '../../json/same.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../../json/value.ts';
import { keyStep } from '../label.ts';

/** One differing place inside two objects. */
export type Difference = {
  /** `headers.Accept`, `rules[0].path`; empty when the places cannot be told apart. */
  readonly path: string;
  readonly op: 'add' | 'remove' | 'update';
  /** The wanted value, when it may be shown: short, single, and under no key that smells of a secret. */
  readonly shown?: string;
  /** The live value, under the same rule. Whether it may leave this room depends on whose it is. */
  readonly was?: string;
};

/** Beyond this many places a list helps nobody. */
const MAX_PLACES = 20;
const SECRET_KEY = /auth|token|secret|passw|pwd|key|credential|cookie|headers?|signature|private|cert|url/i;

/** Where two objects differ; none means equal. */
export function findDifferences(live: JsonObject, wanted: JsonObject): readonly Difference[] {
  if (sameJson(live, wanted)) return [];
  const places = inObjects(live, wanted, '');
  return places.length > MAX_PLACES ? [WHOLE] : places.map(told);
}

const WHOLE: Difference = { path: '', op: 'update' };

/** A place before anything is said of it: there may be far more than are told. `undefined`: nothing on this side. */
type Place = {
  readonly path: string;
  readonly live: JsonValue | undefined;
  readonly wanted: JsonValue | undefined;
};

/** In the order of a reader: what changed, what came, what went. */
function inObjects(live: JsonObject, wanted: JsonObject, path: string): Place[] {
  const places: Place[] = [];
  for (const [key, now] of Object.entries(wanted)) {
    const was = ofKey(live, key);
    if (was !== undefined) add(places, inValues(was, now, path + step(key)));
  }
  for (const [key, now] of Object.entries(wanted)) {
    if (!Object.hasOwn(live, key)) places.push({ path: path + step(key), live: undefined, wanted: now });
  }
  for (const [key, was] of Object.entries(live)) {
    if (!Object.hasOwn(wanted, key)) places.push({ path: path + step(key), live: was, wanted: undefined });
  }
  return places;
}

function inValues(live: JsonValue, wanted: JsonValue, path: string): readonly Place[] {
  if (isObject(live) && isObject(wanted)) return inObjects(live, wanted, path);
  if (isArray(live) && isArray(wanted)) return inLists(live, wanted, path);
  return sameJson(live, wanted) ? [] : [{ path, live, wanted }];
}

function inLists(live: JsonArray, wanted: JsonArray, path: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = 0; at < Math.max(live.length, wanted.length); at++) {
    const [was, now] = [live[at], wanted[at]];
    const place = `${path}[${at}]`;
    if (was === undefined || now === undefined) places.push({ path: place, live: was, wanted: now });
    else add(places, inValues(was, now, place));
  }
  // An element put in at the front moves all others: that is one change of the list, not twenty of its elements.
  const resized = places.length > 3 && places.some((each) => each.live === undefined || each.wanted === undefined);
  return resized ? [{ path, live, wanted }] : places;
}

function ofKey(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Not spread into one call: there may be too many for that. */
function add(places: Place[], more: readonly Place[]): void {
  for (const place of more) places.push(place);
}

function told({ path: whole, live, wanted }: Place): Difference {
  const path = trimmed(whole);
  if (wanted === undefined) return { path, op: 'remove' };
  const shown = shownValue(wanted, path);
  if (live === undefined) return { path, op: 'add', ...(shown === undefined ? {} : { shown }) };
  const was = shownValue(live, path);
  return { path, op: 'update', ...(shown === undefined ? {} : { shown }), ...(was === undefined ? {} : { was }) };
}

/** Keys like `[Email]` come from lists that are compared by name, and are steps already. */
function step(key: string): string {
  return /^\[.*\]$/s.test(key) ? key : keyStep(key);
}

function trimmed(path: string): string {
  return path.startsWith('.') ? path.slice(1) : path;
}

function shownValue(value: JsonValue, path: string): string | undefined {
  if (SECRET_KEY.test(path)) return undefined;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > 40) return undefined;
  // One word or a short phrase; addresses often carry a token in them.
  return /^[\p{L}\p{N} _.,:=<>!?+*()-]*$/u.test(value) ? JSON.stringify(value) : undefined;
}
