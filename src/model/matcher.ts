/** Whether a name is one of those given, or matches one of the globs; no pattern matches everything. */
export function matcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => true;
  const exact = new Set(patterns);
  // An empty pattern (an unset variable in a script) is no glob.
  const globs = patterns.filter((pattern) => pattern !== '').map(partsOf);
  // The same story is asked about at each destination.
  const known = new Map<string, boolean>();
  return (name) => {
    const matches = known.get(name) ?? (exact.has(name) || globs.some((glob) => isMatch(glob, name)));
    known.set(name, matches);
    return matches;
  };
}

/** Any text, one character, or one of some globs. */
type Part = 'any' | ((char: string) => boolean) | { readonly oneOf: readonly (readonly Part[])[] };

/** `\x`, `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and what stands for itself. Groups hold no groups. */
const PART =
  /\\(?<escaped>.)|(?<any>\*+)|(?<one>\?)|\[(?<not>[!^]?)(?<class>[^[\]]+)\]|\{(?<group>[^{},]*(?:,[^{},]*)+)\}|./gsu;

function partsOf(glob: string): readonly Part[] {
  return [...glob.matchAll(PART)].map(({ 0: text, groups = {} }): Part => {
    if (groups.any !== undefined) return 'any';
    if (groups.one !== undefined) return () => true;
    if (groups.class !== undefined) return inClass(groups.class, groups.not !== '');
    if (groups.group !== undefined) return { oneOf: groups.group.split(',').map(partsOf) };
    return (char) => char === (groups.escaped ?? text);
  });
}

function inClass(members: string, not: boolean): (char: string) => boolean {
  const ranges = [...members.matchAll(/(.)-(.)|(.)/gsu)].map(
    ([, from, to, one = '']) => [from ?? one, to ?? one] as const,
  );
  return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== not;
}

/** Which lengths of a name's beginning a glob can match: from none of it to all of it. */
type Ends = readonly boolean[];

/**
 * All ends that a glob can have, part by part: the work is the glob's length times the name's. An expression, which tries one
 * end after another, would need that to the power of the stars.
 */
function isMatch(glob: readonly Part[], name: string): boolean {
  const chars = Array.from(name);
  return endsOf(glob, chars, [true, ...chars.map(() => false)]).at(-1) === true;
}

function endsOf(glob: readonly Part[], chars: readonly string[], begun: Ends): Ends {
  return glob.reduce((ends: Ends, part) => {
    if (part === 'any') {
      const first = ends.indexOf(true);
      return ends.map((_, index) => first !== -1 && index >= first);
    }
    if (typeof part === 'function') return [false, ...chars.map((char, index) => ends[index] === true && part(char))];
    const each = part.oneOf.map((inner) => endsOf(inner, chars, ends));
    return ends.map((_, index) => each.some((found) => found[index]));
  }, begun);
}
