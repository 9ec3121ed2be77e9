import type { Result } from '../diagnostics/result.ts';
import { fail, ok } from '../diagnostics/result.ts';
import type { JsonValue } from '../json/value.ts';
import { KEY_SUFFIX, mayBeKey, whyNoKey } from '../model/key-name.ts';
import type { Finding, Spot } from './finding.ts';
import { quoted } from './finding.ts';
import { subjectOf } from './subject.ts';
import type { Cursor, Node, WrittenKey } from './tree.ts';
import { keySpotOf, spotOf } from './tree.ts';
import { isVaultReference, parseVaultReference, type VaultReference } from './vault/vault-reference.ts';

const REFERENCE = /^\$\{([A-Z_][A-Z0-9_]*)\}$/;

const KEY_FIELDS: ReadonlySet<string> = new Set(['api_key', 'destination_tenant_api_key']);

export function isKeyField(name: string | undefined): boolean {
  return name !== undefined && KEY_FIELDS.has(name);
}

/** What a key field says: a variable, or a place in the vault that is still to be filled in. */
export type KeyReference =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'vault'; readonly reference: VaultReference; readonly at: Spot };

/** Whatever is no reference may be a key, so no message repeats it. */
export function readKeyReference(cursor: Cursor, path: readonly string[]): Result<KeyReference, Finding> {
  const { plain } = cursor.node;
  const owner = subjectOf(path.slice(0, -1));
  const inVault = typeof plain === 'string' ? parseVaultReference(plain) : undefined;
  if (inVault?.ok === true) return ok({ kind: 'vault', reference: inVault.value, at: spotOf(cursor) });
  if (inVault !== undefined) {
    return fail({
      code: 'MAN064',
      message: `"${path.at(-1)}" of ${owner} is no reference to a vault: it ${inVault.error}`,
      hint: 'write a reference such as ${vault:tines/{destination}#api_key}; if a real key stood here, revoke it',
      at: keySpotOf(cursor),
      hide: 'around',
    });
  }
  const name = variableIn(plain);
  if (name === undefined) {
    const example = `\${${(path.at(-2) ?? '')
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^(?=\d)/, '_')}${KEY_SUFFIX}}`;
    const empty = cursor.node.plain === null && cursor.node.span.start === cursor.node.span.end;
    const revoke = empty ? '' : '; if a real key stood here, revoke it';
    return fail({
      code: 'MAN027',
      message: `"${path.at(-1)}" of ${owner} is not a key reference, expected \${NAME} or \${vault:PATH#FIELD}`,
      hint: `write a reference such as ${example} and give the key in the environment${revoke}`,
      at: keySpotOf(cursor),
      hide: 'around',
    });
  }
  if (!mayBeKey(name)) {
    return fail({
      code: 'MAN028',
      message: `"${path.at(-1)}" of ${owner} names ${quoted(name)}, which cannot be a key: ${whyNoKey(name)}`,
      hint: `choose another name; one that ends in ${KEY_SUFFIX} is always allowed`,
      at: spotOf(cursor),
    });
  }
  return ok({ kind: 'variable', name });
}

/** Values in key fields that are no reference, wherever a key field stands. Shared nodes are visited once. */
export function literalKeysIn(root: Node, overridden: readonly WrittenKey[]): readonly WrittenKey[] {
  const found = [...overridden];
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) visit(item.node);
    if (node.kind !== 'map') return;
    for (const [name, { key, value }] of node.entries) {
      if (isKeyField(name)) found.push({ name, key, value });
      else visit(value.node);
    }
  };
  visit(root);
  return found.filter(({ value }) => !isReference(value.node.plain));
}

/** A key that stands where no rule looks, such as a label of that name: it is in git all the same. */
export function explainStrayKey({ name, key, value }: WrittenKey): Finding | undefined {
  const { node } = value;
  // A story may be called like a key field.
  if (node.kind !== 'scalar' || node.plain === null) return undefined;
  return {
    code: 'MAN027',
    message: `${quoted(name)} is not a key reference, and no key is read here`,
    hint: 'take it out; if a real key stood here, revoke it',
    at: { span: key },
    hide: 'around',
  };
}

function isReference(value: JsonValue): boolean {
  return variableIn(value) !== undefined || (typeof value === 'string' && isVaultReference(value));
}

function variableIn(value: JsonValue): string | undefined {
  return typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
}
