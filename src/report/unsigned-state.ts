/** Shown once by a run that cannot verify its state: nobody signed it, or the key is not at hand. */
export const UNSIGNED_STATE =
  'Recorded state is unverified, so only a hint; STORYSYNC_STATE_KEY signs and verifies it.';

/** Beside a rollout: what can be made of it. */
export const UNSIGNED_ROLLOUT = 'Without a state key whoever may write the state branch can make a ring look passed.';
