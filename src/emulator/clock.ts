/** The vendor's form: UTC, whole seconds, `Z`. */
export function seconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A time stamp later than `previous`: whole seconds when they suffice, else milliseconds, so that no two edits look alike. */
export function laterThan(previous: string, now: number): string {
  const last = Date.parse(previous);
  const whole = Math.floor(now / 1000) * 1000;
  if (whole > last) return seconds(whole);
  return new Date(Math.max(now, last + 1)).toISOString();
}
