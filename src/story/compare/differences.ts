import { diff, type IChange } from 'json-diff-ts';
import { sameJson } from '../../json/same.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
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
/** Values in the options of one action: seven times as many as the largest real one has. The library's time grows with the square. */
const MAX_VALUES = 1000;
const SECRET_KEY = /auth|token|secret|passw|pwd|key|credential|cookie|headers?|signature|private|cert|url/i;

/** Where two objects differ; none means equal. json-diff-ts finds the places, it never decides whether there are any. */
export function findDifferences(live: JsonObject, wanted: JsonObject): readonly Difference[] {
  if (sameJson(live, wanted)) return [];
  if (!fitsLibrary(live) || !fitsLibrary(wanted)) return [WHOLE];
  const places =
    diff(live, wanted).length === 0 ? [] : merged(diff(live, wanted)).flatMap((change) => walk(change, '', false));
  return places.length === 0 || places.length > MAX_PLACES ? [WHOLE] : places;
}

const WHOLE: Difference = { path: '', op: 'update' };

function walk(change: IChange, parent: string, inList: boolean): readonly Difference[] {
  const path = parent + step(change.key, inList);
  if (change.changes === undefined) {
    const op = change.type === 'ADD' ? 'add' : change.type === 'REMOVE' ? 'remove' : 'update';
    const shown = op === 'remove' ? undefined : shownValue(change.value, path);
    const was = op === 'update' ? shownValue(change.oldValue, path) : undefined;
    return [
      { path: trimmed(path), op, ...(shown === undefined ? {} : { shown }), ...(was === undefined ? {} : { was }) },
    ];
  }
  const isList = change.embeddedKey === '$index';
  const inner = merged(change.changes).flatMap((entry) => walk(entry, path, isList));
  // An element put in at the front moves all others: that is one change of the list, not twenty of its elements.
  const resized = isList && inner.length > 3 && inner.some(({ op }) => op !== 'update');
  return resized ? [{ path: trimmed(path), op: 'update' }] : inner;
}

/** A changed type comes as "removed" and "added" under one key. */
function merged(changes: readonly IChange[]): readonly IChange[] {
  const removed = new Map(changes.filter(({ type }) => type === 'REMOVE').map(({ key, value }) => [key, value]));
  const added = new Set(changes.filter(({ type }) => type === 'ADD').map(({ key }) => key));
  return changes.flatMap((change): readonly IChange[] => {
    if (change.type === 'REMOVE') return added.has(change.key) ? [] : [change];
    return change.type === 'ADD' && removed.has(change.key)
      ? [{ ...change, type: UPDATE, oldValue: removed.get(change.key) }]
      : [change];
  });
}

// The library's type is an enum, which erasable syntax cannot name as a value.
const UPDATE = 'UPDATE' as IChange['type'];

/** Keys like `[Email]` come from lists that are compared by name, and are steps already. */
function step(key: string, inList: boolean): string {
  if (inList) return `[${key}]`;
  return /^\[.*\]$/s.test(key) ? key : keyStep(key);
}

function trimmed(path: string): string {
  return path.startsWith('.') ? path.slice(1) : path;
}

function shownValue(value: unknown, path: string): string | undefined {
  if (SECRET_KEY.test(path)) return undefined;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > 40) return undefined;
  // One word or a short phrase; addresses often carry a token in them.
  return /^[\p{L}\p{N} _.,:=<>!?+*()-]*$/u.test(value) ? JSON.stringify(value) : undefined;
}

/** It does not see changes under an own "__proto__" key. */
function fitsLibrary(value: JsonObject): boolean {
  const left: JsonValue[] = [value];
  for (let seen = 0; left.length > 0; seen++) {
    if (seen + left.length > MAX_VALUES) return false;
    const next = left.pop();
    if (isObject(next) && Object.hasOwn(next, '__proto__')) return false;
    if (isObject(next) || isArray(next)) for (const inner of Object.values(next)) left.push(inner);
  }
  return true;
}
