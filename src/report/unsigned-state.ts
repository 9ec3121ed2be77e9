/** Told once by a run whose state nobody signed. */
export const UNSIGNED_STATE =
  'Recorded state is unsigned: a hint, which anybody who may push the state branch can change. A state key proves it (see the README); until then --refresh compares everything in full.';
