import type { Detachment, Hold, Pin } from '../../model/destination.ts';
import { readOptions } from '../options.ts';
import { entriesAt } from '../read.ts';
import type { Cursor } from '../tree.ts';
import { childOf, fromHere } from '../tree.ts';

/** Who holds a `detached`, a `hold`, a `pin` or a number of a key: a destination by name, or `defaults`. */
export type Holder = { readonly kind: 'destination'; readonly name: string } | { readonly kind: 'defaults' };

export type Detachments = ReadonlyMap<string, Detachment>;

/** What one holder says itself, aliases and merge keys followed. */
export type Holding = {
  readonly detached: Detachments;
  readonly hold: Hold | undefined;
  readonly pin: Pin | undefined;
  readonly keyVersion: number | undefined;
};

/** The same of each of them; `defaults` are not yet applied to destinations. */
export type Holdings = {
  readonly defaults: Holding;
  readonly destinations: ReadonlyMap<string, Holding>;
};

export function readHoldings(root: Cursor): Holdings {
  return {
    defaults: holdingOf(childOf(root, 'defaults')),
    destinations: new Map(
      (entriesAt(root, 'destinations') ?? []).map(({ name, cursor }) => [name, holdingOf(fromHere(cursor))]),
    ),
  };
}

/** Dates are checked elsewhere: the day of the reading does not matter here. */
function holdingOf(cursor: Cursor | undefined): Holding {
  const { options } = readOptions(cursor, '', '');
  const detached = new Map([...options.detached].map(([story, { detachment }]) => [story, detachment]));
  return { detached, hold: options.hold, pin: options.pin?.pin, keyVersion: options.plain.keyVersion };
}

export function sameDetachment(a: Detachment | undefined, b: Detachment | undefined): boolean {
  return a?.reason === b?.reason && a?.owner === b?.owner && a?.until === b?.until;
}

export function samePin(a: Pin | undefined, b: Pin | undefined): boolean {
  return a?.commit === b?.commit && sameDetachment(a, b) && a?.stories?.join() === b?.stories?.join();
}

export function sameDetachments(a: Detachments, b: Detachments): boolean {
  return a.size === b.size && [...a].every(([story, detachment]) => sameDetachment(detachment, b.get(story)));
}

/** As the manifest is read: comparing must not depend on the order of keys. */
export function inOrder({ reason, owner, until }: Detachment): Detachment {
  return { reason, ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until }) };
}

export function pinInOrder({ commit, stories, ...why }: Pin): Pin {
  return { commit, ...inOrder(why), ...(stories === undefined ? {} : { stories }) };
}
