import type { Detachment, Pin } from '../model/destination.ts';

export type WireNote = { readonly reason: string; readonly owner: string | null; readonly until: string | null };

/** A detachment or a hold as documents hold it: every key there, null where nothing is said. */
export function noteToJson({ reason, owner, until }: Detachment): WireNote {
  return { reason, owner: owner ?? null, until: until ?? null };
}

export function noteFromJson({ reason, owner, until }: WireNote): Detachment {
  return { reason, ...(owner === null ? {} : { owner }), ...(until === null ? {} : { until }) };
}

export type WirePin = WireNote & { readonly commit: string; readonly stories: readonly string[] | null };

/** A pin as documents hold it; `stories` is null where it is about all that the destination takes. */
export function pinToJson({ commit, stories, ...why }: Pin): WirePin {
  return { commit, ...noteToJson(why), stories: stories ?? null };
}

export function pinFromJson({ commit, stories, ...why }: WirePin): Pin {
  return { commit, ...noteFromJson(why), ...(stories === null ? {} : { stories }) };
}
