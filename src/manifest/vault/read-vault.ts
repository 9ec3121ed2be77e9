import type { Vault } from '../../model/keys/vault.ts';
import type { Finding } from '../finding.ts';
import { quoted } from '../finding.ts';
import { textAt, wordAt } from '../read.ts';
import { manifestSchema } from '../shape/schema.ts';
import { parseTenantUrl, type ServerWords } from '../tenant-url.ts';
import type { Cursor } from '../tree.ts';
import { childOf, keySpotOf } from '../tree.ts';

export type VaultReading = {
  /** Absent as well while its address has a mistake. */
  readonly vault?: Vault;
  /** The manifest has a vault, whatever is wrong with it. */
  readonly written: boolean;
  readonly findings: readonly Finding[];
};

const SERVER: ServerWords = {
  example: 'write the address of the vault, such as https://vault.acme.example',
  api: /\/v1$/,
  apiPath: '/v1',
};

const { mount, auth, auth_mount } = manifestSchema.properties.keys.properties.vault.properties;

export function readVault(root: Cursor): VaultReading {
  const keys = childOf(root, 'keys');
  const cursor = keys && childOf(keys, 'vault');
  if (cursor?.node.kind !== 'map') return { written: cursor !== undefined, findings: [] };
  const how = wordAt(cursor, 'auth', auth.enum) ?? auth.default;
  const findings = how === 'token' ? findUseless(cursor) : [];
  const address = textAt(cursor, 'address');
  const parsed = address && parseTenantUrl(address.value, SERVER);
  if (address === undefined || parsed === undefined) return { written: true, findings };
  if (!parsed.ok) {
    const { message, ...rest } = parsed.error;
    const fault: Finding = { ...rest, message: `"address" of the vault ${message}`, at: address.at };
    return { written: true, findings: [...findings, fault] };
  }
  const [namespace, audience] = [mountAt(cursor, 'namespace'), textAt(cursor, 'audience')?.value];
  const vault: Vault = {
    address: parsed.value,
    mount: mountAt(cursor, 'mount') ?? mount.default,
    ...(namespace === undefined ? {} : { namespace }),
    auth: how,
    authMount: mountAt(cursor, 'auth_mount') ?? auth_mount.default,
    roles: rolesIn(cursor),
    ...(audience === undefined ? {} : { audience }),
  };
  return { vault, written: true, findings };
}

/** The vault's own tools write them with a slash at the end. */
function mountAt(cursor: Cursor, key: string): string | undefined {
  return textAt(cursor, key)?.value.replace(/\/$/, '');
}

function rolesIn(cursor: Cursor): Vault['roles'] {
  const one = textAt(cursor, 'role')?.value;
  if (one !== undefined) return { read: one, write: one };
  const two = childOf(cursor, 'role');
  const [read, write] = [textAt(two, 'plan')?.value, textAt(two, 'sync')?.value];
  return { ...(read === undefined ? {} : { read }), ...(write === undefined ? {} : { write }) };
}

/** A token that is given is used as it is. */
function findUseless(cursor: Cursor): readonly Finding[] {
  return ['role', 'audience', 'auth_mount'].flatMap((key): readonly Finding[] => {
    const child = childOf(cursor, key);
    if (child === undefined) return [];
    const message = `${quoted(key)} of the vault has no use with "auth: token": nobody logs in`;
    const hint = 'remove it, or write auth: github-oidc';
    return [{ code: 'MAN068', severity: 'warning', message, hint, at: keySpotOf(child) }];
  });
}
