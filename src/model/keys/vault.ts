/** Whether a run may write to tenants: a run that only plans may be given other keys, by another role. */
export type KeyAccess = 'read' | 'write';

/** A vault as the manifest names it: where keys lie, and how a run logs in there. */
export type Vault = {
  /** In the form of a tenant's address: lower-case host, no slash at the end, path prefix kept. */
  readonly address: string;
  /** Of the KV engine, version 2. */
  readonly mount: string;
  readonly namespace?: string;
  readonly auth: 'github-oidc' | 'token';
  readonly authMount: string;
  /** The vault's own default where none is named. */
  readonly roles: { readonly [access in KeyAccess]?: string };
  readonly audience?: string;
};

/** Where in a vault a key lies. */
export type VaultKey = {
  readonly vault: Vault;
  /** Filled in but for `{access}`, which is up to the run. */
  readonly path: string;
  readonly field: string;
};

/** One text for one key: two that differ are never the same variable, or the same field of the same secret. */
export function keyIdentity({ keyName, vaultKey }: { readonly keyName: string; readonly vaultKey?: VaultKey }): string {
  if (vaultKey === undefined) return keyName;
  const { address, mount, namespace } = vaultKey.vault;
  return JSON.stringify([keyName, address, mount, namespace ?? null]);
}

export const ACCESS_PLACEHOLDER = '{access}';

export function pathFor({ path }: VaultKey, access: KeyAccess): string {
  return path.replaceAll(ACCESS_PLACEHOLDER, access);
}
