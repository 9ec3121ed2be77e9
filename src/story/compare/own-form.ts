import type { Story } from '../../model/story.ts';
import { neutralised } from '../addresses/neutralise.ts';
import { type AddressNames, addressNames } from '../addresses/quoted-names.ts';
import { actionLabels } from '../label.ts';
import { type GuidNames, guidNames } from './guid-names.ts';
import { type NormalStory, normalStory } from './normal.ts';

/** A story's normal form by itself: nothing of another story went into it. */
export type OwnForm = {
  /** Without the values that belong to its tenant. */
  readonly neutral: Story;
  readonly labels: readonly string[];
  readonly guids: GuidNames;
  readonly normal: NormalStory;
  /** Whether it is also the form beside a story with these guids: where none of them is quoted here, and no address is. */
  readonly holdsBeside: (other: GuidNames) => boolean;
};

export function ownForm(story: Story): OwnForm {
  const labels = actionLabels(story);
  const { story: neutral, quotes } = neutralised(story);
  const own = guidNames(neutral, labels);
  // Texts that would be called otherwise beside a story that has them as guids.
  const unknown = new Set<string>();
  const other = { get: (guid: string): undefined => void unknown.add(guid) };
  let quotesAddress = quotes;
  let names: AddressNames | undefined;
  const address: AddressNames = (option, action) => {
    quotesAddress = true;
    names ??= addressNames(neutral, labels);
    return names(option, action);
  };
  const normal = normalStory(neutral, labels, { own, other, address });
  const holdsBeside = (guids: GuidNames): boolean => !quotesAddress && ![...guids.keys()].some((it) => unknown.has(it));
  return { neutral, labels, guids: own, normal, holdsBeside };
}
