import type { Place, Problem } from '../../diagnostics/problem.ts';
import { didYouMean } from '../../diagnostics/suggestion.ts';
import type { Destination, Manifest } from '../../model/destination.ts';
import { quoted } from '../finding.ts';
import { detachedByHand } from './detached-edit.ts';
import type { Holdings } from './detached-entries.ts';
import { flowEntry } from './entry-text.ts';
import { keyVersionByHand } from './key-version-edit.ts';
import type { ManifestEdit, NewStory } from './manifest-edit.ts';
import { fieldsOf, pinFieldsOf } from './note-edit.ts';
import { optionByHand, type WantedOption } from './option-edit.ts';

type Named = Pick<Destination, 'name' | 'place'>;
type Pair = { readonly destination: string; readonly story: string };

export function unknownDestination(name: string, known: readonly string[]): Problem {
  return refuse('RUN011', `the manifest has no destination ${quoted(name)}`, correction(name, known));
}

export function unknownStory(key: string, known: readonly string[]): Problem {
  return refuse('RUN011', `the manifest has no story ${quoted(key)}`, correction(key, known));
}

export function notSubscribed({ destination, story }: Pair, place: Place): Problem {
  const message = `destination ${quoted(destination)} does not subscribe to ${quoted(story)}`;
  return refuse('RUN011', message, `only what stands in its "stories" can be detached or reattached`, place);
}

export function notDetached({ destination, story }: Pair, place: Place): Problem {
  const message = `${quoted(story)} is not detached at destination ${quoted(destination)} by the manifest`;
  const hint = 'if "storysync plan" calls it detached, remove the tag "detached-from-sync" at the destination';
  return refuse('RUN012', message, hint, place);
}

export function detachedByDefaults(story: string, others: readonly Destination[]): Problem {
  const names = others.slice(0, 3).map(({ name }) => quoted(name));
  const more = others.length > 3 ? ` and ${others.length - 3} more` : '';
  const message = `"defaults" detaches ${quoted(story)} for ${names.join(', ')}${more} as well`;
  const hint = 'take it out of "defaults" by hand and detach the others by name, or reattach it everywhere at once';
  return refuse('RUN014', message, hint, others[0]?.place);
}

export function notHeld(name: string, place: Place): Problem {
  return refuse('RUN018', `destination ${quoted(name)} is not held`, 'nothing to release', place);
}

export function heldByDefaults(name: string, place: Place): Problem {
  const message = `destination ${quoted(name)} is held by "defaults", as every destination is`;
  return refuse('RUN019', message, "release the whole fleet: storysync release --destination '*'", place);
}

export function fleetNotHeld(held: readonly string[]): Problem {
  const names = held.slice(0, 3).map(quoted).join(', ') + (held.length > 3 ? ` and ${held.length - 3} more` : '');
  const hint = held.length === 0 ? 'nothing to release' : `release by name what is held by itself: ${names}`;
  return refuse('RUN018', `the fleet is not held: "defaults" has no "hold"`, hint);
}

export function notPinned(name: string, place: Place): Problem {
  return refuse('RUN061', `destination ${quoted(name)} is not pinned`, 'nothing to unpin', place);
}

export function pinnedByDefaults(name: string, place: Place): Problem {
  const message = `destination ${quoted(name)} is pinned by "defaults", as every destination without a pin of its own is`;
  return refuse('RUN062', message, "unpin the whole fleet: storysync unpin --destination '*'", place);
}

export function fleetNotPinned(pinned: readonly string[]): Problem {
  const names = pinned.slice(0, 3).map(quoted).join(', ') + (pinned.length > 3 ? ` and ${pinned.length - 3} more` : '');
  const hint = pinned.length === 0 ? 'nothing to unpin' : `unpin by name what is pinned by itself: ${names}`;
  return refuse('RUN061', `the fleet is not pinned: "defaults" has no "pin"`, hint);
}

export function servedByVendor({ name, place }: Named, verb: string, instead: string): Problem {
  const message = `destination ${quoted(name)} is served by the vendor (engine: native), which carries what is live at the origin; it cannot be ${verb}`;
  return refuse('RUN066', message, instead, place);
}

export function notServedByVendor({ name, place }: Named): Problem {
  const message = `destination ${quoted(name)} is pushed to: its key is handed to nobody, so there is nothing to hand over again`;
  return refuse('RUN066', message, 'give the new key to whoever runs the sync, under the same name', place);
}

export function vendorNeedsNoKey({ name, place }: Named): Problem {
  const message = `destination ${quoted(name)} is a team of the origin's own tenant, for which the vendor needs no key`;
  return refuse('RUN066', message, 'nothing to rotate', place);
}

export function alreadyListed({ key, id }: NewStory, taken: 'key' | 'id', place: Place | undefined): Problem {
  const message = `the catalogue has ${taken === 'key' ? `the key ${quoted(key)}` : `the id ${id}`} already`;
  return refuse('RUN017', message, 'give the new story another key, or leave it out', place);
}

/** One problem for each destination concerned, with what to write there. */
export function notEditable(
  manifest: Manifest,
  holdings: Holdings,
  edits: readonly ManifestEdit[],
  /** Defaults are to say something else than they do. */
  defaultsToo: boolean,
): readonly Problem[] {
  const message = 'the manifest is written in a way that storysync cannot edit without touching anything else';
  const detached = new Set(edits.flatMap((edit) => ('story' in edit ? [edit.destination] : [])));
  const write = (where: string, text: string, place?: Place): Problem =>
    refuse('RUN013', message, `nothing was changed; write by hand in ${where}: ${text}`, place);
  const byHand = manifest.destinations.flatMap(({ name, place }) => {
    const { detached: entries = new Map() } = holdings.destinations.get(name) ?? {};
    return detached.has(name) ? [write(`destination ${quoted(name)}`, detachedByHand(entries), place)] : [];
  });
  if (defaultsToo) byHand.push(write('"defaults"', detachedByHand(holdings.defaults.detached)));
  const places = new Map(manifest.destinations.map(({ name, place }) => [name, place]));
  for (const edit of edits) {
    if (edit.kind === 'rotate') {
      const version = holdings.destinations.get(edit.destination)?.keyVersion ?? 0;
      const where = `destination ${quoted(edit.destination)}`;
      byHand.push(write(where, keyVersionByHand(version), places.get(edit.destination)));
      continue;
    }
    if (!('holder' in edit)) continue;
    const { holder } = edit;
    const [where, place] =
      holder.kind === 'defaults'
        ? ['"defaults"', undefined]
        : [`destination ${quoted(holder.name)}`, places.get(holder.name)];
    const wanted = wantedBy(edit);
    byHand.push(
      wanted.fields === undefined
        ? refuse(
            'RUN013',
            message,
            `nothing was changed; take "${wanted.key}" out by hand of what ${where} takes over`,
            place,
          )
        : write(where, optionByHand(wanted), place),
    );
  }
  const stories = edits.flatMap((edit) => (edit.kind === 'add_stories' ? edit.stories : []));
  if (stories.length === 0) return byHand;
  const listed = stories.map(({ key, id }) => flowEntry({ key, value: [{ key: 'id', value: id }] }));
  return [...byHand, refuse('RUN013', message, `nothing was changed; add by hand to "stories": ${listed.join(', ')}`)];
}

function wantedBy(edit: Extract<ManifestEdit, { holder: unknown }>): WantedOption {
  switch (edit.kind) {
    case 'hold':
      return { key: 'hold', fields: fieldsOf(edit.hold) };
    case 'release':
      return { key: 'hold', fields: undefined };
    case 'pin':
      return { key: 'pin', fields: pinFieldsOf(edit.pin) };
    case 'unpin':
      return { key: 'pin', fields: undefined };
  }
}

function correction(name: string, known: readonly string[]): string {
  return didYouMean(name, known, quoted) ?? 'correct the name';
}

function refuse(code: Problem['code'], message: string, hint: string, place?: Place): Problem {
  return { code, severity: 'error', message, hint, ...(place === undefined ? {} : { place }) };
}
