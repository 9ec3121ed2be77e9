import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Unreadable } from '../model/observed.ts';
import type { BoundUse } from '../trust/bind.ts';

/** Gives the key for a use that is bound, or says why there is none to use. */
export type KeySource = (use: BoundUse) => Result<string, Unreadable>;

/** Keys by name, as the environment has them. */
export function keysFrom(named: { readonly [name: string]: string | undefined }): KeySource {
  return ({ name, keyName }) => {
    const key = named[keyName]?.trim();
    if (key) return ok(key);
    const state = named[keyName] === undefined ? 'not set' : 'empty';
    return fail({
      reason: 'missing_key',
      message: `the environment variable ${keyName} is ${state}`,
      hint: `set ${keyName} to an API key of the ${name === undefined ? 'origin' : 'destination'} tenant`,
    });
  };
}
