import type { Problem } from '../../diagnostics/problem.ts';
import type { Destination, Hold, Manifest, Pin } from '../../model/destination.ts';
import { type Holding, type Holdings, inOrder, pinInOrder } from './detached-entries.ts';
import {
  fleetNotHeld,
  fleetNotPinned,
  heldByDefaults,
  notHeld,
  notPinned,
  pinnedByDefaults,
  unknownDestination,
} from './edit-refusal.ts';
import type { ManifestEdit } from './manifest-edit.ts';

/** What `defaults` and each destination are to say themselves. */
export type Said<Option> = {
  readonly defaults: Option | undefined;
  readonly destinations: ReadonlyMap<string, Option | undefined>;
};

type OptionEdit = Extract<ManifestEdit, { kind: 'hold' | 'release' | 'pin' | 'unpin' }>;

type Rules<Option> = {
  readonly of: (holding: Holding) => Option | undefined;
  /** What an edit asks for; undefined where it takes the option out. */
  readonly wantedBy: (edit: OptionEdit) => Option | undefined;
  readonly isAbout: (edit: OptionEdit) => boolean;
  readonly nothingToTake: (name: string, place: Destination['place']) => Problem;
  readonly takenByDefaults: (name: string, place: Destination['place']) => Problem;
  readonly nothingForAll: (themselves: readonly string[]) => Problem;
};

const HOLDS: Rules<Hold> = {
  of: ({ hold }) => hold,
  isAbout: ({ kind }) => kind === 'hold' || kind === 'release',
  wantedBy: (edit) => (edit.kind === 'hold' ? inOrder(edit.hold) : undefined),
  nothingToTake: notHeld,
  takenByDefaults: heldByDefaults,
  nothingForAll: fleetNotHeld,
};

const PINS: Rules<Pin> = {
  of: ({ pin }) => pin,
  isAbout: ({ kind }) => kind === 'pin' || kind === 'unpin',
  wantedBy: (edit) => (edit.kind === 'pin' ? pinInOrder(edit.pin) : undefined),
  nothingToTake: notPinned,
  takenByDefaults: pinnedByDefaults,
  nothingForAll: fleetNotPinned,
};

export type OptionsAfter = { readonly holds: Said<Hold>; readonly pins: Said<Pin> };

/** Holds and pins after the edits, or everything that is wrong with them. */
export function optionsAfter(
  manifest: Manifest,
  holdings: Holdings,
  edits: readonly ManifestEdit[],
): { readonly options: OptionsAfter; readonly problems: readonly Problem[] } {
  const asked = edits.filter((edit): edit is OptionEdit => 'holder' in edit);
  const holds = saidAfter(manifest, holdings, asked, HOLDS);
  const pins = saidAfter(manifest, holdings, asked, PINS);
  return { options: { holds: holds.said, pins: pins.said }, problems: [...holds.problems, ...pins.problems] };
}

function saidAfter<Option>(
  manifest: Manifest,
  holdings: Holdings,
  edits: readonly OptionEdit[],
  rules: Rules<Option>,
): { readonly said: Said<Option>; readonly problems: readonly Problem[] } {
  const byName = new Map(manifest.destinations.map((destination) => [destination.name, destination]));
  const own = new Map([...holdings.destinations].map(([name, holding]) => [name, rules.of(holding)]));
  let defaults = rules.of(holdings.defaults);
  const problems: Problem[] = [];
  for (const edit of edits.filter(rules.isAbout)) {
    const wanted = rules.wantedBy(edit);
    const { holder } = edit;
    if (holder.kind === 'defaults') {
      if (wanted === undefined && defaults === undefined) problems.push(rules.nothingForAll(themselves(own)));
      defaults = wanted;
      continue;
    }
    const destination = byName.get(holder.name);
    if (destination === undefined) problems.push(unknownDestination(holder.name, [...byName.keys()]));
    else if (wanted === undefined && own.get(holder.name) === undefined) {
      const refuse = defaults === undefined ? rules.nothingToTake : rules.takenByDefaults;
      problems.push(refuse(holder.name, destination.place));
    } else own.set(holder.name, wanted);
  }
  return { said: { defaults, destinations: own }, problems };
}

function themselves(own: ReadonlyMap<string, unknown>): readonly string[] {
  return [...own].flatMap(([name, said]) => (said === undefined ? [] : [name]));
}

/** The destination as it is read when it, and `defaults`, say this. */
export function withOptions(destination: Destination, { holds, pins }: OptionsAfter): Destination {
  const { hold: _, pin: __, place, ...rest } = destination;
  const hold = holds.destinations.get(destination.name) ?? holds.defaults;
  const pin = pins.destinations.get(destination.name) ?? pins.defaults;
  return { ...rest, ...(hold === undefined ? {} : { hold }), ...(pin === undefined ? {} : { pin }), place };
}
