import { type KeySource, keysFrom } from '../commands/keys.ts';
import { matcher } from '../commands/select.ts';
import { fail } from '../diagnostics/result.ts';
import { type ApiKeys, masksFor } from './api-keys.ts';
import type { Runner } from './runner.ts';

export type JobKeys = {
  readonly given: ApiKeys;
  readonly env: Runner['env'];
  /** Globs of the environment variables that may be keys: a job has many, and a manifest can name them all. */
  readonly envKeys: readonly string[];
};

/** Keys of a job: from `api-keys`, else from the environment where `env-keys` lets a variable be one. */
export function keysOfJob({ given, env, envKeys }: JobKeys): KeySource {
  const mayCome = matcher(envKeys);
  const named = keysFrom({
    ...Object.fromEntries(Object.entries(env).filter(([name]) => mayCome(name))),
    ...Object.fromEntries(given),
  });
  return (holder) => {
    const { keyName } = holder;
    if (given.has(keyName) || mayCome(keyName)) return named(holder);
    const globs = `env-keys (${envKeys.join(', ')})`;
    const set = env[keyName] === undefined ? '' : '; the environment has it';
    return fail({
      reason: 'missing_key',
      message: `${keyName} is not in api-keys, and ${globs} does not name it${set}`,
      hint: `give ${keyName} by api-keys, or add its name to env-keys and set it in the environment`,
    });
  };
}

/** A key from the environment may not come from a GitHub secret, so it is masked like the others before it is used. */
export function maskingKeys(keyOf: KeySource, mask: (secret: string) => void, token: string): KeySource {
  const known = new Set([token]);
  return (holder) => {
    const key = keyOf(holder);
    if (key.ok && !known.has(key.value)) {
      known.add(key.value);
      for (const secret of masksFor(new Map([[holder.keyName, key.value]]))) mask(secret);
    }
    return key;
  };
}
