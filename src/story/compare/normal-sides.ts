import type { Story } from '../../model/story.ts';
import { sharedAddresses } from '../addresses/shared-addresses.ts';
import { actionLabels } from '../label.ts';
import { guidNames } from './guid-names.ts';
import type { ActionMatching } from './match.ts';
import { type NormalStory, normalStory } from './normal.ts';
import type { OwnForm } from './own-form.ts';
import { wantedSide } from './wanted-side.ts';

/** A live story, the one that git asks for, and the live one's own form where it is known. */
export type Sides = { readonly live: Story; readonly wanted: Story; readonly form?: OwnForm | undefined };

type NormalSides = {
  readonly before: NormalStory;
  readonly after: NormalStory;
  readonly liveLabels: readonly string[];
  readonly wantedLabels: readonly string[];
  /** What a live action is called in both forms -> what it is called there. */
  readonly spoken: ReadonlyMap<string, string>;
};

/** The normal forms of two stories, in which an action is called the same as the one it was taken for. */
export function normalSides({ live, wanted, form }: Sides, matching: ActionMatching): NormalSides {
  const liveLabels = form?.labels ?? actionLabels(live);
  const side = wantedSide(wanted);
  // Both sides must call a matched action the same, or everything that points at it would differ. No label holds a NUL.
  const common = [...liveLabels.keys()].map((index) => `\u0000${index}`);
  for (const pair of matching.pairs) common[pair.before] = side.labels[pair.after] ?? '';
  const own = form && isSameList(common, liveLabels) && form.holdsBeside(side.guids) ? form : undefined;
  const guids = own?.guids ?? guidNames(live, common);
  let addresses: ReturnType<typeof sharedAddresses> | undefined;
  const shared = (): ReturnType<typeof sharedAddresses> => {
    addresses ??= sharedAddresses(live, common, wanted, side.labels);
    return addresses;
  };
  const beside = (): NormalStory =>
    normalStory(live, common, { own: guids, other: side.guids, address: shared().live });
  return {
    before: own?.normal ?? beside(),
    after: side.normalBeside(guids, () => shared().wanted),
    liveLabels,
    wantedLabels: side.labels,
    spoken: new Map(liveLabels.map((label, index) => [common[index] ?? '', label])),
  };
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
}
