/** Told once by a run whose state nobody signed. */
export const UNSIGNED_STATE = 'Recorded state is unsigned: a hint, until STORYSYNC_STATE_KEY proves it.';
