/** A role that jobs log in with. */
export type RoleSpec = {
  readonly audience: string;
  readonly claims: { readonly [claim: string]: string };
  /** Paths of secrets, without mount; `*` at the end stands for anything. */
  readonly reads: readonly string[];
  readonly seconds?: number;
  readonly tokens?: 'service' | 'batch';
};

/** A vault as tests set it up: a KV engine at "secret", a login at "jwt" that believes `signer`. */
export interface VaultRig extends AsyncDisposable {
  readonly address: string;
  put(path: string, fields: { readonly [field: string]: string | number }): Promise<void>;
  /** The newest version. */
  remove(path: string): Promise<void>;
  role(name: string, spec: RoleSpec): Promise<void>;
  /** A token for somebody who logs in by hand. */
  token(reads: readonly string[]): Promise<string>;
  /** Tokens of service that are valid, but for those that `token` made. */
  valid(): Promise<number>;
}
