import { fail } from '../diagnostics/result.ts';
import { matcher } from '../model/matcher.ts';
import { keysFrom } from './environment-keys.ts';
import { type ApiKeys, masksFor } from './given-keys.ts';
import type { KeySource } from './key-source.ts';

export type JobKeys = {
  readonly given: ApiKeys;
  readonly env: { readonly [name: string]: string | undefined };
  /** Globs of the environment variables that may be keys: a job has many, and a manifest can name them all. */
  readonly envKeys: readonly string[];
  /** A variable may not come from a GitHub secret: whatever may be a key is hidden before it is looked at. */
  readonly mask: (secret: string) => void;
};

/** Keys of a job: from `api-keys`, else from the environment where `env-keys` lets a variable be one. */
export function keysOfJob({ given, env, envKeys, mask }: JobKeys): KeySource {
  const mayCome = matcher(envKeys);
  const hidden = new Set<string>();
  const hide = (name: string): void => {
    const value = given.has(name) ? undefined : env[name];
    if (value === undefined || hidden.has(value)) return;
    hidden.add(value);
    for (const secret of masksFor(new Map([[name, value]]))) mask(secret);
  };
  const named = keysFrom({
    ...Object.fromEntries(Object.entries(env).filter(([name]) => mayCome(name))),
    ...Object.fromEntries(given),
  });
  return async (holder) => {
    const { keyName } = holder;
    if (given.has(keyName) || mayCome(keyName)) {
      hide(keyName);
      return named(holder);
    }
    return fail({ kind: 'key_not_given', keyName, envKeys, inEnvironment: env[keyName] !== undefined });
  };
}
