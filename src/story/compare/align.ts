import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../../json/value.ts';
import { bracketName } from '../label.ts';
import { isBlank } from './blank.ts';

/** Both sides of a comparison, reduced to what may be compared. `undefined`: nothing on this side. */
type Aligned = { readonly live: JsonValue | undefined; readonly wanted: JsonValue | undefined };
type AlignedObjects = { readonly live: JsonObject; readonly wanted: JsonObject };

/**
 * Leaves out what is no difference outside of `options`: keys that one side does not have, and blank values on both.
 * Lists of named things become objects with keys like `[Email]`, so that they are compared by name.
 */
export function alignObjects(live: JsonObject, wanted: JsonObject): AlignedObjects {
  const common = Object.keys(wanted).filter((key) => Object.hasOwn(live, key));
  return collect(common.map((key) => [key, alignValues(live[key], wanted[key])]));
}

function alignValues(live: JsonValue | undefined, wanted: JsonValue | undefined): Aligned {
  if (isBlank(live) && isBlank(wanted)) return { live: undefined, wanted: undefined };
  if (isObject(live) && isObject(wanted)) return alignObjects(live, wanted);
  if (isArray(live) && isArray(wanted)) return alignArrays(live, wanted);
  return { live, wanted };
}

function alignArrays(live: JsonArray, wanted: JsonArray): Aligned {
  const liveNames = namesOf(live);
  const wantedNames = namesOf(wanted);
  if (liveNames !== undefined && wantedNames !== undefined && sameOrder(liveNames, wantedNames)) {
    const names = [...new Set([...wantedNames, ...liveNames])];
    const inLive = new Map(liveNames.map((name, index) => [name, live[index]]));
    const inWanted = new Map(wantedNames.map((name, index) => [name, wanted[index]]));
    return collect(
      names.map((name) => {
        const [ours, theirs] = [inLive.get(name), inWanted.get(name)];
        const key = `[${bracketName(name)}]`;
        // An element that only one side has is a difference, unlike a key.
        if (isObject(ours) && isObject(theirs)) return [key, alignObjects(ours, theirs)];
        return [key, { live: ours, wanted: theirs }];
      }),
    );
  }
  if (live.length !== wanted.length) return { live, wanted };
  const entries = wanted.map((entry, index) => alignValues(live[index], entry));
  return { live: entries.map((entry) => entry.live ?? null), wanted: entries.map((entry) => entry.wanted ?? null) };
}

/** The names of a list's elements, when all have one and no two the same. */
function namesOf(list: JsonArray): readonly string[] | undefined {
  const names = list.flatMap((entry) => (isObject(entry) && typeof entry.name === 'string' ? [entry.name] : []));
  return names.length === list.length && new Set(names).size === names.length ? names : undefined;
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  const inA = new Set(a);
  const inB = new Set(b);
  const left = a.filter((name) => inB.has(name));
  const right = b.filter((name) => inA.has(name));
  return left.every((name, index) => name === right[index]);
}

function collect(entries: readonly (readonly [string, Aligned])[]): AlignedObjects {
  const side = (pick: (entry: Aligned) => JsonValue | undefined): JsonObject =>
    Object.fromEntries(
      entries.flatMap(([key, entry]): [string, JsonValue][] => {
        const value = pick(entry);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  return { live: side((entry) => entry.live), wanted: side((entry) => entry.wanted) };
}
