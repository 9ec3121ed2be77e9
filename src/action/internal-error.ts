/** The words of a bug, for the log. */
export function internalError(cause: unknown): string {
  return `internal error: ${cause instanceof Error ? (cause.stack ?? cause.message) : 'unknown'}`;
}
