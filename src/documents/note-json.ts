import type { Detachment } from '../model/destination.ts';

export type WireNote = { readonly reason: string; readonly owner: string | null; readonly until: string | null };

/** A detachment or a hold as documents hold it: every key there, null where nothing is said. */
export function noteToJson({ reason, owner, until }: Detachment): WireNote {
  return { reason, owner: owner ?? null, until: until ?? null };
}

export function noteFromJson({ reason, owner, until }: WireNote): Detachment {
  return { reason, ...(owner === null ? {} : { owner }), ...(until === null ? {} : { until }) };
}
