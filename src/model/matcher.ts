import picomatch from 'picomatch';

/** Whether a name is one of those given, or matches one of the globs; no pattern matches everything. */
export function matcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => true;
  // An empty pattern (an unset variable in a script) is no glob.
  const globs = patterns.filter((pattern) => pattern !== '');
  const matchers = globs.map((pattern) => picomatch(pattern, { dot: true, nonegate: true }));
  return (name) => matchers.some((matches) => matches(name)) || patterns.includes(name);
}
