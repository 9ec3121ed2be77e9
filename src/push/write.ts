/** How often a write is tried whose answer was lost and which a look-up did not find. */
export const WRITE_ATTEMPTS = 3;

/** Milliseconds before each look after a lost answer: a slow tenant may carry a request out after the line broke. */
export const waitBeforeLook: readonly number[] = [250, 1_000, 3_000];
