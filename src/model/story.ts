import type { JsonObject } from '../json/value.ts';

/** One action of a story. Keys we do not know are carried through untouched. */
export type Action = JsonObject & {
  readonly type: string;
  readonly name: string;
  readonly guid: string;
  readonly options: JsonObject;
};

/** An edge between two actions, by their index in `agents`. `link_type: "secondary"` is the no-match branch. */
export type Link = JsonObject & { readonly source: number; readonly receiver: number };

/** A story export in the vendor's format, any schema version: checked in shape, otherwise exactly as read. */
export type Story = JsonObject & {
  readonly name: string;
  readonly guid: string;
  readonly agents: readonly Action[];
  readonly links: readonly Link[];
};

/** Stands in git where a value belongs to one tenant and works as a secret (spec section 3). */
export const DESTINATION_OWNED = 'storysync:destination-owned';
