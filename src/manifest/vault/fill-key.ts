import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { VaultKey } from '../../model/keys/vault.ts';
import type { Finding } from '../finding.ts';
import { quoted } from '../finding.ts';
import { type KeyReference, readKeyReference } from '../key-reference.ts';
import type { NamedCursor } from '../read.ts';
import { textAt } from '../read.ts';
import type { Cursor } from '../tree.ts';
import { childOf, keySpotOf } from '../tree.ts';
import type { VaultReading } from './read-vault.ts';
import { type Filling, fillPath, isPerDestination } from './vault-reference.ts';

/** What people call a key, and where it lies if no variable holds it. */
export type NamedKey = { readonly keyName: string; readonly vaultKey?: VaultKey };

export type KeyContext = {
  readonly vault: VaultReading;
  /** The origin has nothing that could be filled in. */
  readonly filling?: Filling;
};

/** The key that a reference means at one place. */
export function fillKey(written: KeyReference, { vault, filling }: KeyContext): Result<NamedKey, readonly Finding[]> {
  if (written.kind === 'variable') return ok({ keyName: written.name });
  const { reference, at } = written;
  const wrong = (message: string, hint: string): Result<never, readonly Finding[]> =>
    fail([{ code: 'MAN065', message, hint, at }]);
  if (!vault.written) {
    return wrong('the key lies in a vault, and the manifest names none', 'add keys: { vault: { address: ... } }');
  }
  if (filling === undefined && isPerDestination(reference)) {
    return wrong(
      'the key of the origin is looked for by the name or a label of a destination',
      'write a path without {destination} and {label.NAME}, such as ${vault:tines/origin#api_key}',
    );
  }
  const path = filling === undefined ? ok(reference.path) : fillPath(reference, filling);
  if (!path.ok) return fail([path.error]);
  // What is wrong with the vault has been said.
  if (vault.vault === undefined) return fail([]);
  const { field } = reference;
  return ok({ keyName: `vault:${path.value}#${field}`, vaultKey: { vault: vault.vault, path: path.value, field } });
}

export type DefaultKey = {
  /** Absent while something is wrong with it. */
  readonly reference?: KeyReference;
  readonly findings: readonly Finding[];
};

const KEY = 'destination_tenant_api_key';

/** The reference for every destination that has none; undefined without one. */
export function readDefaultKey(defaults: Cursor | undefined, vault: VaultReading): DefaultKey | undefined {
  const cursor = defaults && childOf(defaults, KEY);
  if (cursor === undefined) return undefined;
  const read = readKeyReference(cursor, ['defaults', KEY]);
  if (!read.ok) return { findings: [read.error] };
  const reference = read.value;
  if (reference.kind === 'vault' && isPerDestination(reference.reference)) {
    const lost = vault.written ? ok(null) : fillKey(reference, { vault });
    return lost.ok ? { reference, findings: [] } : { findings: lost.error };
  }
  const what = reference.kind === 'vault' ? 'one place in the vault' : `one variable, ${quoted(reference.name)},`;
  const message = `"${KEY}" of "defaults" names ${what} for all destinations: each tenant would be sent the same key`;
  const hint = 'write {destination} or {label.NAME} into the path, such as ${vault:tines/{destination}#api_key}';
  return { findings: [{ code: 'MAN065', message, hint, at: keySpotOf(cursor) }] };
}

/** What stands at a destination, or for all of them. */
export function fillingOf({ name, at, cursor }: NamedCursor, defaults: Cursor | undefined): Filling {
  const [own, common] = [childOf(cursor, 'labels'), defaults && childOf(defaults, 'labels')];
  return {
    subject: `destination ${quoted(name)}`,
    destination: { value: name, at },
    labelAt: (label) => {
      const holder = own && childOf(own, label) !== undefined ? own : common;
      const value = holder && childOf(holder, label);
      if (value === undefined) return undefined;
      // One that is no text has a message of its own already.
      return textAt(holder, label) ?? { value: 'unknown', at: keySpotOf(value) };
    },
  };
}
