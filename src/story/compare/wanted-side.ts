import type { Story } from '../../model/story.ts';
import { neutralise } from '../addresses/neutralise.ts';
import type { AddressNames } from '../addresses/quoted-names.ts';
import { actionLabels } from '../label.ts';
import { type GuidNames, guidNames } from './guid-names.ts';
import { type NormalStory, normalStory } from './normal.ts';

/** What a comparison needs of the story that git asks for. */
type WantedSide = {
  readonly labels: readonly string[];
  readonly guids: GuidNames;
  /** Its normal form beside a live story, with that one's guids and addresses. */
  readonly normalBeside: (live: GuidNames, addresses: AddressNames) => NormalStory;
};

/** By the story itself: the same one is compared with its copies at all destinations. */
const sides = new WeakMap<Story, WantedSide>();

export function wantedSide(wanted: Story): WantedSide {
  const known = sides.get(wanted);
  if (known) return known;
  const labels = actionLabels(wanted);
  const guids = guidNames(wanted, labels);
  const side = { labels, guids, normalBeside: normalForms(wanted, labels, guids) };
  sides.set(wanted, side);
  return side;
}

/** A normal form that nothing of a live story went into, and the texts that would be rewritten if they were guids there. */
type OwnForm = { readonly normal: NormalStory; readonly unknown: ReadonlySet<string> };

function normalForms(wanted: Story, labels: readonly string[], own: GuidNames): WantedSide['normalBeside'] {
  const neutral = neutralise(wanted);
  let form: OwnForm | undefined;
  return (live, addresses) => {
    if (form && ![...live.keys()].some((guid) => form?.unknown.has(guid))) return form.normal;
    const unknown = new Set<string>();
    let borrowed = false;
    const other = {
      get: (guid: string): string | undefined => {
        const name = live.get(guid);
        if (name === undefined) unknown.add(guid);
        else borrowed = true;
        return name;
      },
    };
    const address: AddressNames = (option, action) => {
      borrowed = true;
      return addresses(option, action);
    };
    const normal = normalStory(neutral, labels, { own, other, address });
    if (!borrowed) form ??= { normal, unknown };
    return normal;
  };
}
