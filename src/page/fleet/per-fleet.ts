import type { PageFleet } from './fleet.ts';

/** What a fleet has of its own, whatever the filter is: made when it is first asked for, and kept as long as the fleet. */
export function perFleet<Value>(make: (fleet: PageFleet) => Value): (fleet: PageFleet) => Value {
  const made = new WeakMap<PageFleet, { readonly value: Value }>();
  return (fleet) => {
    const known = made.get(fleet);
    if (known !== undefined) return known.value;
    const value = make(fleet);
    made.set(fleet, { value });
    return value;
  };
}
