/** Told once by a run whose state nobody signed. */
export const UNSIGNED_STATE =
  'Recorded state is unsigned: a hint, which anybody who may push the state branch can change. Sign it with a state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then --refresh compares everything in full.';
