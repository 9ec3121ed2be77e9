import type { Detachment } from '../../model/destination.ts';
import { readOptions } from '../options.ts';
import { entriesAt } from '../read.ts';
import type { Cursor } from '../tree.ts';
import { childOf, fromHere } from '../tree.ts';

/** Who holds a `detached`: a destination by name, or `defaults`. */
export type Holder = { readonly kind: 'destination'; readonly name: string } | { readonly kind: 'defaults' };

export type Detachments = ReadonlyMap<string, Detachment>;

/** What each holder says itself, aliases and merge keys followed; `defaults` are not yet applied to destinations. */
export type Holdings = {
  readonly defaults: Detachments;
  readonly destinations: ReadonlyMap<string, Detachments>;
};

export function readHoldings(root: Cursor): Holdings {
  return {
    defaults: detachmentsOf(childOf(root, 'defaults')),
    destinations: new Map(
      (entriesAt(root, 'destinations') ?? []).map(({ name, cursor }) => [name, detachmentsOf(fromHere(cursor))]),
    ),
  };
}

/** Dates are checked elsewhere: the day of the reading does not matter here. */
function detachmentsOf(cursor: Cursor | undefined): Detachments {
  const { options } = readOptions(cursor, '', '');
  return new Map([...options.detached].map(([story, { detachment }]) => [story, detachment]));
}

export function sameDetachment(a: Detachment | undefined, b: Detachment | undefined): boolean {
  return a?.reason === b?.reason && a?.owner === b?.owner && a?.until === b?.until;
}

export function sameDetachments(a: Detachments, b: Detachments): boolean {
  return a.size === b.size && [...a].every(([story, detachment]) => sameDetachment(detachment, b.get(story)));
}
