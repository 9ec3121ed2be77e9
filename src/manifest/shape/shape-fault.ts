import type { ErrorObject } from 'ajv';
import type { JsonValue } from '../../json/value.ts';
import { type Cursor, childOf } from '../tree.ts';

/** A fault of the schema check, with the place it is about. */
export type ShapeFault = {
  readonly error: ErrorObject;
  readonly path: readonly string[];
  readonly cursor: Cursor;
  readonly data: JsonValue;
};

export function faultAt(error: ErrorObject, root: Cursor): ShapeFault {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  let cursor = root;
  for (const part of path) cursor = childOf(cursor, part) ?? cursor;
  return { error, path, cursor, data: cursor.node.plain };
}
