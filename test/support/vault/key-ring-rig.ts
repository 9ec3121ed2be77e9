import { openKeyRing } from '../../../src/keys/key-ring.ts';
import type { KeyRing } from '../../../src/keys/key-source.ts';
import { OpenTokens } from '../../../src/keys/open-tokens.ts';
import type { Clock } from '../../../src/model/clock.ts';
import type { KeyAccess, Vault, VaultKey } from '../../../src/model/keys/vault.ts';
import { readProxies } from '../../../src/network/proxies.ts';
import { bind } from '../../../src/trust/bind.ts';
import { instantClock } from '../instant-clock.ts';
import { destinationOf } from '../planning.ts';

export type RingSetup = {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly access?: KeyAccess;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
};

/** The keys of one run, as a front end opens them, and all that it was told to hide. */
export function ringOf({ environment, access = 'read', clock = instantClock(), signal }: RingSetup) {
  const masks: string[] = [];
  const tokens = new OpenTokens();
  const ring = openKeyRing(() => Promise.reject(new Error('no variable holds a key here')), {
    environment,
    access,
    clock,
    tokens,
    proxies: readProxies({}),
    mask: (secret) => masks.push(secret),
    ...(signal === undefined ? {} : { signal }),
  });
  return { ring, masks, tokens };
}

export function vaultAt(address: string, more: Partial<Vault> = {}): Vault {
  return {
    address,
    mount: 'secret',
    auth: 'github-oidc',
    authMount: 'jwt',
    roles: { read: 'storysync', write: 'storysync' },
    audience: 'https://vault.example',
    ...more,
  };
}

/** The key itself, or the fact that there is none. */
export async function keyFrom({ keyOf }: KeyRing, vault: Vault, path: string, field = 'api_key') {
  const vaultKey: VaultKey = { vault, path, field };
  const use = bind({ kind: 'worktree' }).of(destinationOf('contoso', { keyName: `vault:${path}#${field}`, vaultKey }));
  if (!use.ok) throw new Error(use.error);
  const key = await keyOf(use.value);
  return key.ok ? key.value.reveal() : key.error;
}
