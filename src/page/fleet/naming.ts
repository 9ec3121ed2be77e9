import type { Destination, Detachment, Pin } from '../../model/destination.ts';
import { cleanName, cleanWordsOrNull } from './cleaned.ts';
import type { PageDestination, PageNote, PagePin } from './fleet.ts';

/**
 * How destinations are called, and how much of them is told: everything, or an alias and no more. `code` makes of a name one that only holders of a key can
 * make; without it they are numbered, and another destination before one moves its number.
 */
export type Naming =
  | { readonly kind: 'names' }
  | { readonly kind: 'codes'; readonly code: (what: 'destination' | 'host', name: string) => string }
  | { readonly kind: 'numbers' };

/** Digits of a code: with a thousand destinations two are alike once in half a billion pages. */
const DIGITS = 12;

type NamedPlace = {
  /** Its number in the manifest, from 0. */
  readonly index: number;
  /** Numbers of the hosts so far. */
  readonly hosts: Map<string, number>;
  readonly ring: string | null;
};

/** The destination with this place in the manifest, as the page has it. */
export function namedDestination(destination: Destination, place: NamedPlace, naming: Naming): PageDestination {
  const { tenantUrl, teamId, engine, manualSyncOnly, labels, hold, pin } = destination;
  const { ring } = place;
  const host = hostOf(tenantUrl);
  const fixed = { ring, engine, manualOnly: manualSyncOnly };
  if (naming.kind === 'names') {
    return {
      name: destination.name,
      host: cleanName(host),
      team: teamId,
      ...fixed,
      labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [cleanName(name), cleanName(value)])),
      hold: hold ? pageNoteOf(hold, naming) : null,
      pin: pin ? pinOfPage(pin, naming) : null,
    };
  }
  const alias = aliasOf({ name: destination.name, host }, place, naming);
  return {
    ...alias,
    team: null,
    ...fixed,
    labels: {},
    hold: hold ? pageNoteOf(hold, naming) : null,
    pin: pin ? pinOfPage(pin, naming) : null,
  };
}

type Alias = Pick<PageDestination, 'name' | 'host'>;

function aliasOf(
  { name, host }: Alias,
  { index, hosts }: NamedPlace,
  naming: Exclude<Naming, { kind: 'names' }>,
): Alias {
  if (naming.kind === 'codes') {
    return { name: `d-${coded(naming, 'destination', name)}`, host: `h-${coded(naming, 'host', host)}` };
  }
  const ofHost = hosts.get(host) ?? hosts.size + 1;
  hosts.set(host, ofHost);
  return { name: `destination-${index + 1}`, host: `host-${ofHost}` };
}

export function pageNoteOf({ reason, owner, until }: Detachment, naming: Naming): PageNote {
  if (naming.kind !== 'names') return { reason: null, owner: null, until: until ?? null };
  return { reason: cleanWordsOrNull(reason), owner: cleanWordsOrNull(owner), until: until ?? null };
}

function pinOfPage(pin: Pin, naming: Naming): PagePin {
  return { ...pageNoteOf(pin, naming), commit: pin.commit, stories: pin.stories ?? null };
}

function coded({ code }: Extract<Naming, { kind: 'codes' }>, what: 'destination' | 'host', name: string): string {
  return code(what, name).slice(0, DIGITS);
}

/** With port and path prefix, where there are some: two tenants may differ in nothing else. */
function hostOf(tenantUrl: string): string {
  return tenantUrl.replace(/^https?:\/\//, '');
}
