import { fail, ok, type Result, unreachable } from '../diagnostics/result.ts';
import type { JsonObject } from '../json/value.ts';
import { ApiKey } from '../model/api-key.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import type { VaultPlace } from '../model/fact/vault-fact.ts';
import { pathFor, type VaultKey } from '../model/keys/vault.ts';
import type { BoundUse } from '../trust/bind.ts';
import { masksFor } from './given-keys.ts';
import type { KeyRing, KeySource } from './key-source.ts';
import { type Unanswered, VaultLine, type VaultLineOptions } from './vault-line.ts';

export type VaultKeysOptions = VaultLineOptions & {
  /** Hides a key before it is looked at. */
  readonly mask: (secret: string) => void;
};

/** Keys of variables as they are, and those of a vault on demand: one request for each place there, and none for the rest. */
export function openVaultKeys(named: KeySource, options: VaultKeysOptions): KeyRing {
  const lines = new Map<string, VaultLine>();
  const found = new Map<string, ReturnType<KeySource>>();
  const lineTo = ({ vault }: VaultKey): VaultLine => {
    const id = JSON.stringify(vault);
    const line = lines.get(id) ?? new VaultLine(vault, options);
    lines.set(id, line);
    return line;
  };
  const find = async (key: VaultKey): ReturnType<KeySource> => {
    const place = placeOf(key, options);
    const secret = await lineTo(key).read(place.path);
    return secret.ok ? keyIn(secret.value, place, options.mask) : fail(explain(secret.error, place));
  };
  return {
    keyOf: async (use: BoundUse) => {
      const { vaultKey } = use;
      if (vaultKey === undefined) return named(use);
      const id = JSON.stringify(vaultKey);
      const known = found.get(id) ?? find(vaultKey);
      found.set(id, known);
      return known;
    },
    close: async () => {
      for (const line of lines.values()) await line.settled();
      const left = await options.tokens.revokeAll();
      for (const line of lines.values()) await line.close();
      return left.map(({ address, lifetimeMs }) => ({
        code: 'RUN070',
        severity: 'warning',
        message: `${address} did not confirm that the token of this run is revoked; it is valid ${
          lifetimeMs === undefined
            ? 'until it expires'
            : `for ${Math.ceil(lifetimeMs / 60_000)} minutes after the login`
        }`,
        hint: 'nothing else is affected; keep "token_ttl" of the role short',
      }));
    },
  };
}

function placeOf(key: VaultKey, { access, givenToken }: VaultKeysOptions): VaultPlace {
  const { vault, field } = key;
  const path = pathFor(key, access);
  const given = vault.auth === 'token' && givenToken !== undefined;
  return {
    keyName: `vault:${path}#${field}`,
    address: vault.address,
    mount: vault.mount,
    namespace: vault.namespace ?? null,
    path,
    field,
    role: given ? null : (vault.roles[access] ?? null),
  };
}

function keyIn(secret: JsonObject, place: VaultPlace, mask: VaultKeysOptions['mask']): Result<ApiKey, DestinationFact> {
  const value = Object.hasOwn(secret, place.field) ? secret[place.field] : undefined;
  if (value === undefined) return fail({ kind: 'vault_key_missing', place, gap: 'no_field' });
  if (typeof value !== 'string') return fail({ kind: 'vault_key_missing', place, gap: 'not_text' });
  for (const each of masksFor(new Map([[place.keyName, value]]))) mask(each);
  const text = value.trim();
  if (text === '') return fail({ kind: 'vault_key_missing', place, gap: 'empty' });
  const key = ApiKey.from(text);
  return key === undefined ? fail({ kind: 'key_malformed', keyName: place.keyName }) : ok(key);
}

function explain(unanswered: Unanswered, place: VaultPlace): DestinationFact {
  switch (unanswered.kind) {
    case 'refused':
      return { kind: 'vault_key_missing', place, gap: unanswered.gap };
    case 'vault_login_refused':
    case 'vault_login_impossible':
      return { ...unanswered, place };
    case 'vault_unread': {
      const { seen } = unanswered.evidence;
      return seen === 'aborted' || seen === 'never_sent' ? { kind: 'interrupted' } : { ...unanswered, place };
    }
    default:
      return unreachable(unanswered);
  }
}
