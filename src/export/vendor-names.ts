import { KEY_SUFFIX } from '../model/key-name.ts';
import { slugify } from '../story/references.ts';

export type NamedPlace = {
  /** Of the vendor's object. */
  readonly id: number;
  /** Normalised. */
  readonly tenantUrl: string;
  readonly teamId: number;
};

const LONGEST = 63;
const VENDOR_HOST = /\.tines\.(?:com|io)$/;

/**
 * The vendor's sync destinations have no names, so each gets that of its tenant: `contoso` for contoso.tines.com, the
 * whole host elsewhere, or the end of the path where there is one. Where a tenant has several, or is the origin's own,
 * the team goes behind it; a number where two still meet, in the order of the ids.
 */
export function nameDestinations(places: readonly NamedPlace[], originUrl: string): ReadonlyMap<number, string> {
  const sorted = places.toSorted((a, b) => a.id - b.id);
  const meeting = Map.groupBy([...sorted.map(({ tenantUrl }) => tenantUrl), originUrl], tenantName);
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { id, tenantUrl, teamId } of sorted) {
    const tenant = tenantName(tenantUrl);
    const alone = meeting.get(tenant)?.length === 1;
    const name = free(taken, (end) => ended(tenant, `${alone ? '' : `-${teamId}`}${end === '' ? '' : `-${end}`}`));
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

/** `T_4711_TINES_API_KEY` for `4711`; the rule is the manifest's own, so that nobody has to look names up. */
export function keyNamesFor(names: readonly string[], originKey: string): ReadonlyMap<string, string> {
  const taken = new Set([originKey]);
  return new Map(
    names.map((name) => {
      const stem = name
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '_')
        .replace(/^(?=\d)/, 'T_');
      const key = free(taken, (end) => `${stem}${end === '' ? '' : `_${end}`}${KEY_SUFFIX}`);
      taken.add(key);
      return [name, key];
    }),
  );
}

function tenantName(tenantUrl: string): string {
  const { hostname, pathname } = new URL(tenantUrl);
  const last = pathname.split('/').findLast((part) => part !== '');
  const named = last ?? (VENDOR_HOST.test(hostname) ? hostname.split('.')[0] : hostname);
  const slug = slugify(named ?? '').replaceAll('_', '-');
  return slug === '' ? 'tenant' : slug;
}

function ended(name: string, end: string): string {
  return name.slice(0, LONGEST - end.length).replace(/-$/, '') + end;
}

function free(taken: ReadonlySet<string>, nameWith: (end: string) => string): string {
  for (let number = 1; ; number += 1) {
    const name = nameWith(number === 1 ? '' : String(number));
    if (!taken.has(name)) return name;
  }
}
