/**
 * What a scheduled plan has told and what still stands: destination -> matter -> mark. A matter is `drift:KEY`, `hold`,
 * `pin` or `detached:KEY`; its mark is another one once there is something new to tell of it.
 */
export type Told = { readonly [destination: string]: { readonly [matter: string]: string } };

/** Matters that are kept, of all destinations together. What is beyond is told again. */
export const MOST_TOLD = 50_000;
