import type { JsonValue } from '../../json/value.ts';
import { DESTINATION_OWNED, type Story } from '../../model/story.ts';
import { said } from '../compare/guid-names.ts';
import { ingressPoints, ownAddress } from './ingress-options.ts';
import { type AddressNames, addressLabels, placedLabel } from './quoted-names.ts';

/**
 * What quoted addresses say on both sides of a comparison, by the labels that both have in common. Where the live story
 * has a value of its own, a placeholder of the wanted one stands for that value.
 */
export function sharedAddresses(
  live: Story,
  liveLabels: readonly string[],
  wanted: Story,
  wantedLabels: readonly string[],
): { readonly live: AddressNames; readonly wanted: AddressNames } {
  const values = new Map(
    ingressPoints(live).map((point) => [
      placedLabel(point, liveLabels),
      new Map<string, JsonValue>(ownAddress(point.action)),
    ]),
  );
  const named = (byAction: ReadonlyMap<string, string>, isLive: boolean): AddressNames => {
    return (option, action) => {
      const label = byAction.get(action);
      if (label === undefined) return undefined;
      const address = values.get(label);
      const value = address?.get(option);
      // Git's own copies hold placeholders on both sides.
      if (address === undefined || value === DESTINATION_OWNED) return said(option, label);
      // In a live story a placeholder is a fault, and no equal of anything.
      if (isLive) return undefined;
      return typeof value === 'string' ? value : '';
    };
  };
  return {
    live: named(addressLabels(live, liveLabels), true),
    wanted: named(addressLabels(wanted, wantedLabels), false),
  };
}
