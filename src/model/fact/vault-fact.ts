import type { FailureEvidence } from './tenant-failure.ts';

/** What a vault has instead of a key. */
export type VaultGap =
  | 'absent'
  /** There was one; its newest version is deleted. */
  | 'deleted'
  | 'forbidden'
  | 'no_mount'
  | 'no_namespace'
  | 'no_field'
  | 'empty'
  | 'not_text';

/** Where a key was looked for. */
export type VaultPlace = {
  /** `vault:PATH#FIELD`, filled in. */
  readonly keyName: string;
  readonly address: string;
  readonly mount: string;
  readonly path: string;
  readonly field: string;
  readonly namespace: string | null;
  /** Null where the vault's own default role counts, or a token was given. */
  readonly role: string | null;
};

/** Why a vault gave no key. */
export type VaultFact =
  | { readonly kind: 'vault_key_missing'; readonly place: VaultPlace; readonly gap: VaultGap }
  | {
      readonly kind: 'vault_login_refused';
      readonly place: VaultPlace;
      readonly status: number;
      /** From a closed list (vault/refusal.ts). */
      readonly phrases: readonly string[];
    }
  /** `no_id_token`: the job may not ask GitHub for one; `no_token`: none is given; `malformed`: what is given is none. */
  | {
      readonly kind: 'vault_login_impossible';
      readonly place: VaultPlace;
      readonly lacks: 'no_id_token' | 'no_token' | 'malformed';
    }
  | {
      readonly kind: 'vault_unread';
      readonly place: VaultPlace;
      /** Who did not answer: GitHub, of whom the token for the login is, or the vault. */
      readonly asked: 'id_token' | 'login' | 'secret';
      readonly evidence: FailureEvidence;
    };
