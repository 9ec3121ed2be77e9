import type { Story } from '../../model/story.ts';
import { actionRef } from '../action-ref.ts';
import { type GuidNames, nameGuids, said } from '../compare/guid-names.ts';
import { type IngressOption, ingressPoints } from './ingress-options.ts';
import { replacePlaceholders } from './placeholder.ts';

/** What stands for a placeholder; undefined leaves it. */
export type AddressNames = (option: IngressOption, action: string) => string | undefined;

/** What stands in a text that is compared, in the place of what it quotes of its own story. */
export type QuotedNames = {
  readonly own: GuidNames;
  /** Guids of the story that it is compared with. */
  readonly other?: Pick<GuidNames, 'get'>;
  readonly address: AddressNames;
};

export function nameQuoted(text: string, { own, other, address }: QuotedNames): string {
  return nameGuids(replacePlaceholders(text, address), own, other);
}

/** The label of each action that has an address, by the name that placeholders give it. */
export function addressLabels(story: Story, labels: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    ingressPoints(story)
      .toReversed()
      .map((point) => [actionRef(story, point), placedLabel(point, labels)]),
  );
}

/** Placeholders say whose address they stand for, by the label of the action. */
export function addressNames(story: Story, labels: readonly string[]): AddressNames {
  const byAction = addressLabels(story, labels);
  return (option, action) => {
    const label = byAction.get(action);
    return label === undefined ? undefined : said(option, label);
  };
}

/** `Triage`, or `Triage.tools[Look up]` for a tool. */
export function placedLabel(
  { top, trail }: { readonly top: number; readonly trail: string },
  labels: readonly string[],
): string {
  return `${labels[top] ?? ''}${trail === '' ? '' : `.${trail}`}`;
}
