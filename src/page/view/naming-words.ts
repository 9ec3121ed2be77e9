import type { PageFleet } from '../fleet/fleet.ts';

/** Under which names destinations stand here, and for how long; empty where they have their own. */
export function namingWords({ naming }: Pick<PageFleet, 'naming'>): string {
  if (naming === 'names') return '';
  const others = 'Destinations and hosts have other names here, and words about them are left out.';
  return naming === 'codes'
    ? `${others} The names stay the same as long as the state key does.`
    : `${others} They are numbered in the order of the manifest: when one is added or taken out, the numbers after it move.`;
}
