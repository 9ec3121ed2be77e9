import type { Result } from '../diagnostics/result.ts';
import type { Destination, Manifest } from '../model/destination.ts';

/** For which destinations of a pull request a key may be used. */
export type KeyBinding = {
  /** Names of destinations whose key goes where the base branch already sends it. */
  readonly bound: ReadonlySet<string>;
  /** All others, with why, for people. */
  readonly unbound: ReadonlyMap<string, string>;
};

type KeyUse = Pick<Destination, 'tenantUrl' | 'keyName'>;

/**
 * A pull request must not send a key to a host of its choosing: a key is used only where the base branch has the same
 * pair of tenant URL and key name. Both manifests are in their one full form, so that no spelling hides a change.
 */
export function bindKeys(base: Result<Manifest, string>, head: Manifest): KeyBinding {
  const uses = base.ok ? keyUsesOf(base.value) : [];
  const pairs = new Set(uses.map(pairOf));
  const bound = new Set<string>();
  const unbound = new Map<string, string>();
  for (const destination of head.destinations) {
    if (!base.ok) unbound.set(destination.name, `${SAFETY}, and there is none to compare with: ${base.error}`);
    else if (pairs.has(pairOf(destination))) bound.add(destination.name);
    else unbound.set(destination.name, `${SAFETY}, and ${difference(destination, uses)}`);
  }
  return { bound, unbound };
}

const SAFETY = 'in a pull request a key is used only where the base branch uses it';

function keyUsesOf({ origin, destinations }: Manifest): readonly KeyUse[] {
  return origin === undefined ? destinations : [origin, ...destinations];
}

/** Neither a normalised URL nor the name of a variable holds a space. */
function pairOf({ tenantUrl, keyName }: KeyUse): string {
  return `${keyName} ${tenantUrl}`;
}

function difference({ tenantUrl, keyName }: KeyUse, uses: readonly KeyUse[]): string {
  const elsewhere = new Set(uses.filter((use) => use.keyName === keyName).map((use) => use.tenantUrl));
  const [first] = elsewhere;
  if (first === undefined) return `there ${keyName} does not occur`;
  const others = elsewhere.size > 1 ? ` and ${elsewhere.size - 1} more` : '';
  return `there ${keyName} belongs to ${first}${others}, not to ${tenantUrl}`;
}
