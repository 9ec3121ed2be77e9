import type { Story } from '../../model/story.ts';
import type { AddressNames } from '../addresses/quoted-names.ts';
import type { GuidNames } from './guid-names.ts';
import { type NormalStory, normalStory } from './normal.ts';
import { ownForm } from './own-form.ts';
import { type Fingerprint, fingerprintOf } from './parts.ts';

/** What a comparison needs of the story that git asks for. */
type WantedSide = {
  readonly labels: readonly string[];
  readonly guids: GuidNames;
  /** Its normal form by itself, and what a fingerprint of that would be. */
  readonly normal: NormalStory;
  readonly fingerprint: () => Fingerprint;
  /** Its normal form beside a live story, with that one's guids and addresses. */
  readonly normalBeside: (live: GuidNames, addresses: () => AddressNames) => NormalStory;
};

/** By the story itself: the same one is compared with its copies at all destinations. */
const sides = new WeakMap<Story, WantedSide>();

export function wantedSide(wanted: Story): WantedSide {
  const known = sides.get(wanted);
  if (known) return known;
  const { neutral, labels, guids, normal, holdsBeside } = ownForm(wanted);
  let hashes: Fingerprint | undefined;
  const side: WantedSide = {
    labels,
    guids,
    normal,
    fingerprint: () => {
      hashes ??= fingerprintOf(normal);
      return hashes;
    },
    normalBeside: (live, addresses) =>
      holdsBeside(live) ? normal : normalStory(neutral, labels, { own: guids, other: live, address: addresses() }),
  };
  sides.set(wanted, side);
  return side;
}
