import type { TenantFailure } from './tenant-failure.ts';

/** A live story by id and name. */
type Live = { readonly id: number; readonly name: string };

/** Why no live story can be told to be the one that git asks for. */
export type OwnershipFact =
  | { readonly kind: 'name_repeated'; readonly name: string; readonly amount: number }
  /** Several carry our stamp, and none has the name. */
  | { readonly kind: 'stamp_repeated'; readonly name: string; readonly ids: readonly number[] }
  | { readonly kind: 'name_taken'; readonly ours: Live; readonly other: Live }
  | { readonly kind: 'not_managed'; readonly key: string; readonly live: Live }
  | { readonly kind: 'moved_away'; readonly live: Live; readonly teamId: number }
  | { readonly kind: 'owner_unknown'; readonly live: Live; readonly failure: TenantFailure };
