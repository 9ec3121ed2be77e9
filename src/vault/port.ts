import type { Result } from '../diagnostics/result.ts';
import type { JsonObject } from '../json/value.ts';
import type { FailureEvidence } from '../model/fact/tenant-failure.ts';
import type { VaultGap } from '../model/fact/vault-fact.ts';

/** No answer that could be used. */
export type VaultSilence = { readonly kind: 'silence'; readonly evidence: FailureEvidence };

export type LoginRefusal = { readonly kind: 'refused'; readonly status: number; readonly phrases: readonly string[] };

/** The vault answered, and there is nothing for us. */
export type SecretRefusal = {
  readonly kind: 'refused';
  readonly gap: Exclude<VaultGap, 'no_field' | 'empty' | 'not_text'>;
};

export type VaultLogin = {
  readonly authMount: string;
  /** The vault's default role without one. */
  readonly role: string | undefined;
  /** A token that says what job this is. */
  readonly jwt: string;
};

/** A vault that can be asked: the token that it takes stays inside. */
export interface VaultSession {
  /** How long the vault takes the token; undefined where it does not say, or without end. */
  readonly lifetimeMs: number | undefined;
  /** The fields of a secret, newest version. */
  read(mount: string, path: string): Promise<Result<JsonObject, SecretRefusal | VaultSilence>>;
  /** Ends the token; null where it is not ours to end. */
  readonly revoke: (() => Promise<Result<null, FailureEvidence>>) | null;
}

/** The door of a vault: one address, one namespace. */
export interface VaultDoor {
  logIn(login: VaultLogin): Promise<Result<VaultSession, LoginRefusal | VaultSilence>>;
  /** With a token that somebody else logged in for, and revokes. */
  enter(token: string): VaultSession;
  close(): Promise<void>;
}

/** Why GitHub gave no token for the login. */
export type IdTokenFailure = { readonly kind: 'not_offered' } | VaultSilence;

/** A token that says what job this is, made out to somebody. */
export type IdTokenSource = (audience: string | undefined) => Promise<Result<string, IdTokenFailure>>;
