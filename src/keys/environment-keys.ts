import { fail, ok } from '../diagnostics/result.ts';
import { ApiKey } from '../model/api-key.ts';
import type { KeySource } from './key-source.ts';

/** Keys by name, as the environment has them. */
export function keysFrom(named: { readonly [name: string]: string | undefined }): KeySource {
  return async ({ name, keyName }) => {
    const text = named[keyName]?.trim() ?? '';
    const key = ApiKey.from(text);
    if (key !== undefined) return ok(key);
    if (text !== '') {
      return fail({
        reason: 'missing_key',
        message: `${keyName} holds a space, a line break or another character that no API key has; it was not sent`,
        hint: `set ${keyName} to the API key alone, without quotes and without words around it`,
      });
    }
    const state = named[keyName] === undefined ? 'not set' : 'empty';
    return fail({
      reason: 'missing_key',
      message: `the environment variable ${keyName} is ${state}`,
      hint: `set ${keyName} to an API key of the ${name === undefined ? 'origin' : 'destination'} tenant`,
    });
  };
}
