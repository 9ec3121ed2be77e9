/** What belongs at a place whose values have a form of their own: `wanted` follows "expected". */
export type Wanted = { readonly wanted: string; readonly hint: string };

export const DURATION_WANTED: Wanted = {
  wanted: 'a duration of at most 365d',
  hint: 'write a whole number with its unit: 90s, 30m, 4h or 1d',
};
export const BATCH_WANTED: Wanted = {
  wanted: 'a number from 1, or 1% to 100%',
  hint: 'write a number of destinations, such as 10, or a share of the ring, such as 10%',
};
export const MAX_FAILED_WANTED: Wanted = {
  wanted: 'a number, or 0% to 100%',
  hint: 'write a number of failed pairs, such as 1, or a share of the ring, such as 2%',
};
export const WINDOW_WANTED: Wanted = {
  wanted: 'days, hours or dates',
  hint: 'write for example "Mon-Thu 07:00-16:00", "Sat,Sun", "07:00-16:00" or 2026-12-18/2027-01-04',
};
/** What YAML made of it (120, or infinity) is nothing that stands there. */
const COMMIT_WANTED: Wanted = {
  wanted: 'text',
  hint: 'put it in quotes: digits alone, or digits with one "e" among them, are a number in YAML',
};

/** By path: texts that look like numbers, and numbers that may be texts. */
export function wantedAt(path: readonly string[]): Wanted | undefined {
  const key = path.at(-1);
  if (key === 'commit' && path.at(-2) === 'pin') return COMMIT_WANTED;
  if (path[0] !== 'rollout') return undefined;
  if (path[1] === 'max_failed' && path.length === 3) return MAX_FAILED_WANTED;
  if (path.length !== 4) return undefined;
  if (path[1] === 'windows') return key === 'allow' || key === 'deny' ? WINDOW_WANTED : undefined;
  if (key === 'soak') return DURATION_WANTED;
  return key === 'batch' ? BATCH_WANTED : undefined;
}
