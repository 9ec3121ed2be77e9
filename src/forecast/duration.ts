/** What one call takes at most, if the tenant is not slow: also an import of a large story, as a rule. */
const CALL_MS = 1_000;
const MINUTE_MS = 60_000;

/** How long calls to one tenant take, one after another, where so many may be started in any minute. */
export function turnMs(calls: number, rate: number): number {
  if (calls === 0) return 0;
  const whole = Math.floor((calls - 1) / rate);
  return whole * Math.max(MINUTE_MS, rate * CALL_MS) + (calls - whole * rate) * CALL_MS;
}

/** How long turns take of which so many run side by side, whatever their order: the bound for any machine that never idles. */
export function sideBySideMs(turns: readonly number[], places: number): number {
  const all = turns.reduce((sum, ms) => sum + ms, 0);
  const longest = turns.reduce((most, ms) => Math.max(most, ms), 0);
  return turns.length <= places ? longest : all / places + longest * (1 - 1 / places);
}

/** Waits between looks for what came of the vendor's syncing, up to the last one that begins in time. */
const FIRST_LOOK_MS = 1_000;
const LONGEST_WAIT_MS = 10_000;

export function looksWithin(timeoutMs: number): number {
  let looks = 0;
  for (let waited = 0; waited < timeoutMs; looks += 1)
    waited += Math.min(LONGEST_WAIT_MS, FIRST_LOOK_MS * 1.5 ** looks);
  return looks;
}

/** Whether it may take longer than the time that is left, in milliseconds. */
export function isBeyond({ minutes }: { readonly minutes: number }, left: number): boolean {
  return minutes * MINUTE_MS > left;
}

export function inMinutes(ms: number): number {
  return Math.max(1, Math.ceil(ms / MINUTE_MS));
}
