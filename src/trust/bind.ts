import { fail, ok, type Result, unreachable } from '../diagnostics/result.ts';
import type { Destination, Manifest, Origin } from '../model/destination.ts';
import { keyIdentity, type VaultKey } from '../model/keys/vault.ts';
import { RULE, type Trust } from './trust.ts';

/** Where a key goes. Both sides are in the manifest's one full form, so that no spelling hides a change. */
type KeyUse = Pick<Destination, 'tenantUrl' | 'teamId' | 'keyName' | 'vaultKey'>;

/** The private field makes the type nominal: nothing but a binding can make one. */
class Bound {
  readonly #use: KeyUse;
  /** The destination; the origin has none. */
  readonly name: string | undefined;

  constructor(use: KeyUse, name?: string) {
    this.#use = use;
    this.name = name;
  }

  get tenantUrl(): string {
    return this.#use.tenantUrl;
  }

  get keyName(): string {
    return this.#use.keyName;
  }

  get vaultKey(): VaultKey | undefined {
    return this.#use.vaultKey;
  }
}

/** A use of a key that may be made. A key source answers to nothing else, so a key that is not bound cannot be reached. */
export type BoundUse = Bound;

export type BoundOrigin = { readonly use: BoundUse; readonly origin: Origin };

/** Gives the use of a key, or says why there is none. */
export type Binding = {
  of(destination: Destination): Result<BoundUse, string>;
  /** With the origin as it is said where the trust comes from: whether its stories must have been approved stands there. */
  ofOrigin(origin: Origin): Result<BoundOrigin, string>;
};

/** The one rule of trust: tenant URL, team and key reference must stand together where the trust comes from. */
export function bind(trust: Trust): Binding {
  switch (trust.kind) {
    case 'worktree':
      return {
        of: (use) => ok(new Bound(use, use.name)),
        ofOrigin: (origin) => ok({ use: new Bound(origin), origin }),
      };
    case 'nobody': {
      const why = `${RULE}, and ${trust.why}`;
      return { of: () => fail(why), ofOrigin: () => fail(why) };
    }
    case 'default_branch':
      return bindTo(trust.manifest);
    default:
      return unreachable(trust);
  }
}

/**
 * A bound use is the one that stands there: how a run logs in at a vault is no part of what is compared, and nobody but
 * the default branch says it.
 */
function bindTo({ destinations, origin }: Manifest): Binding {
  const known = new Map(destinations.map((use) => [tripleOf(use), use]));
  const uses = Map.groupBy(destinations, ({ keyName }) => keyName);
  const refuse = (use: KeyUse, same: readonly KeyUse[]) => fail(`${RULE}, and ${difference(use, same)}`);
  return {
    of: (use) => {
      const there = known.get(tripleOf(use));
      return there === undefined ? refuse(use, uses.get(use.keyName) ?? []) : ok(new Bound(there, use.name));
    },
    ofOrigin: (use) =>
      origin !== undefined && tripleOf(origin) === tripleOf(use)
        ? ok({ use: new Bound(origin), origin })
        : refuse(use, origin?.keyName === use.keyName ? [origin] : []),
  };
}

/** Neither a key's identity up to its end, nor a number, nor a URL can be read in two ways here. */
function tripleOf({ teamId, tenantUrl, ...key }: KeyUse): string {
  return `${keyIdentity(key)} ${teamId} ${tenantUrl}`;
}

/** From other uses of a key of that name. */
function difference(use: KeyUse, same: readonly KeyUse[]): string {
  const { keyName, teamId, tenantUrl } = use;
  if (same.length === 0) return `there ${keyName} does not occur`;
  const alike = same.filter((other) => keyIdentity(other) === keyIdentity(use));
  if (alike.length === 0) {
    return `there ${keyName} lies in ${some(same.map(placeOf))}, not in ${placeOf(use)}`;
  }
  const teams = alike.filter((other) => other.tenantUrl === tenantUrl).map((other) => other.teamId);
  if (teams.length > 0) {
    return `there ${keyName} belongs to team ${some(teams.map(String))} of ${tenantUrl}, not to team ${teamId}`;
  }
  return `there ${keyName} belongs to ${some(alike.map((other) => other.tenantUrl))}, not to ${tenantUrl}`;
}

function placeOf({ vaultKey }: KeyUse): string {
  if (vaultKey === undefined) return 'a variable';
  const { address, mount, namespace } = vaultKey.vault;
  return `"${mount}"${namespace === undefined ? '' : ` of namespace "${namespace}"`} of ${address}`;
}

function some(values: readonly string[]): string {
  const [first = '', ...others] = new Set(values);
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

/** Why a destination is not asked: for one that the vendor serves the origin's key is used too. */
export function whyUnbound(binding: Binding, destination: Destination, origin: Origin | undefined): string | undefined {
  const own = binding.of(destination);
  if (!own.ok) return own.error;
  if (destination.engine === 'push' || origin === undefined) return undefined;
  const use = binding.ofOrigin(origin);
  return use.ok ? undefined : use.error;
}

/** Destinations that no key is used for, with why; they are planned from git and recorded state alone. */
export function unboundOf(
  binding: Binding,
  destinations: readonly Destination[],
  origin: Origin | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    destinations.flatMap((destination) => {
      const why = whyUnbound(binding, destination, origin);
      return why === undefined ? [] : [[destination.name, why] as const];
    }),
  );
}
