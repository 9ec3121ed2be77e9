import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Unreadable } from '../model/actual.ts';
import { keyFitsHeader } from '../model/key-form.ts';
import type { BoundUse } from '../trust/bind.ts';

/** Gives the key for a use that is bound, or says why there is none to use. */
export type KeySource = (use: BoundUse) => Result<string, Unreadable>;

/** Keys by name, as the environment has them. */
export function keysFrom(named: { readonly [name: string]: string | undefined }): KeySource {
  return ({ name, keyName }) => {
    const key = named[keyName]?.trim();
    if (key && keyFitsHeader(key)) return ok(key);
    if (key) {
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
