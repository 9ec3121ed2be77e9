import type { Clock } from '../model/clock.ts';
import type { KeyAccess } from '../model/keys/vault.ts';
import type { Proxies } from '../network/proxies.ts';
import { openVault } from '../vault/client.ts';
import { githubIdTokens } from '../vault/id-token.ts';
import type { KeyRing, KeySource } from './key-source.ts';
import { type OpenTokens, VAULT_TOKEN } from './open-tokens.ts';
import { openVaultKeys } from './vault-keys.ts';

export type KeyRingOptions = {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly proxies: Proxies;
  readonly clock: Clock;
  /** Hides what is secret before it is used. */
  readonly mask: (secret: string) => void;
  readonly tokens: OpenTokens;
  readonly access: KeyAccess;
  /** Ends waiting for a vault. */
  readonly signal?: AbortSignal;
};

/** The keys of one run: of variables, and of a vault over the network where the manifest names one. */
export function openKeyRing(named: KeySource, options: KeyRingOptions): KeyRing {
  const { environment, signal, ...shared } = options;
  const way = { ...shared, signal };
  return openVaultKeys(named, {
    ...shared,
    openDoor: ({ address, namespace }) => openVault({ ...way, address, namespace }),
    idToken: githubIdTokens({ ...way, environment }),
    givenToken: environment[VAULT_TOKEN]?.trim(),
  });
}
