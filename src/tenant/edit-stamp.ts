/** The vendor's stamps have whole seconds; the other one is for clocks of one tenant that are not quite the same. */
const OLD_ENOUGH_MS = 2_000;

/**
 * Whether no later edit can carry this time stamp. One in the second of our push would look like the push, so a stamp
 * must have been old already when it was read, by the tenant's own clock. A tenant that does not tell the time gives
 * no such proof.
 */
export function isTrustedStamp(editedAt: string, readAt: number | undefined): boolean {
  return readAt !== undefined && readAt - Date.parse(editedAt) >= OLD_ENOUGH_MS;
}

/** The earliest time, by the tenant's clock, at which it can have looked: its `Date`, less the time that the answer took. */
export function readTime(date: unknown, tookMs: number): number | undefined {
  const answered = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(answered) ? undefined : answered - tookMs;
}
