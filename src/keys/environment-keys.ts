import { fail, ok } from '../diagnostics/result.ts';
import { ApiKey } from '../model/api-key.ts';
import type { KeySource } from './key-source.ts';

/** Keys by name, as the environment has them. */
export function keysFrom(named: { readonly [name: string]: string | undefined }): KeySource {
  return async ({ name, keyName }) => {
    const text = named[keyName]?.trim() ?? '';
    const key = ApiKey.from(text);
    if (key !== undefined) return ok(key);
    if (text !== '') return fail({ kind: 'key_malformed', keyName });
    const of = name === undefined ? 'origin' : 'destination';
    return fail({ kind: 'key_missing', keyName, empty: named[keyName] !== undefined, of });
  };
}
