import type { Problem } from '../../diagnostics/problem.ts';
import type { Destination, Hold, Manifest } from '../../model/destination.ts';
import { type Holdings, inOrder } from './detached-entries.ts';
import { fleetNotHeld, heldByDefaults, notHeld, unknownDestination } from './edit-refusal.ts';
import type { ManifestEdit } from './manifest-edit.ts';

/** What `defaults` and each destination are to say themselves. */
export type Holds = {
  readonly defaults: Hold | undefined;
  readonly destinations: ReadonlyMap<string, Hold | undefined>;
};

/** The holds after the edits, or everything that is wrong with them. */
export function holdsAfter(
  manifest: Manifest,
  holdings: Holdings,
  edits: readonly ManifestEdit[],
): { readonly holds: Holds; readonly problems: readonly Problem[] } {
  const byName = new Map(manifest.destinations.map((destination) => [destination.name, destination]));
  const own = new Map([...holdings.destinations].map(([name, { hold }]) => [name, hold]));
  let defaults = holdings.defaults.hold;
  const problems: Problem[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'hold' && edit.kind !== 'release') continue;
    const wanted = edit.kind === 'hold' ? inOrder(edit.hold) : undefined;
    const { holder } = edit;
    if (holder.kind === 'defaults') {
      if (wanted === undefined && defaults === undefined) problems.push(fleetNotHeld(heldThemselves(own)));
      defaults = wanted;
      continue;
    }
    const destination = byName.get(holder.name);
    if (destination === undefined) problems.push(unknownDestination(holder.name, [...byName.keys()]));
    else if (wanted === undefined && own.get(holder.name) === undefined) {
      problems.push((defaults === undefined ? notHeld : heldByDefaults)(holder.name, destination.place));
    } else own.set(holder.name, wanted);
  }
  return { holds: { defaults, destinations: own }, problems };
}

function heldThemselves(own: ReadonlyMap<string, Hold | undefined>): readonly string[] {
  return [...own].flatMap(([name, hold]) => (hold === undefined ? [] : [name]));
}

/** The destination as it is read when it, and `defaults`, say this. */
export function withHold(destination: Destination, { defaults, destinations }: Holds): Destination {
  const { hold: _, place, ...rest } = destination;
  const hold = destinations.get(destination.name) ?? defaults;
  return { ...rest, ...(hold === undefined ? {} : { hold }), place };
}
