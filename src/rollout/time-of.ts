/** No clock shows a later one, and no sum of it and a soak leaves what a date can hold. */
const LATEST = Date.UTC(9000, 0);

/** A stamp of a file that others may have written, in milliseconds since 1970; undefined when it is none. */
export function timeOf(stamp: string): number | undefined {
  const time = Date.parse(stamp);
  return Math.abs(time) <= LATEST ? time : undefined;
}
