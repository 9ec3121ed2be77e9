import { distance } from 'fastest-levenshtein';

/**
 * The known name that a misspelt one most likely means; undefined when nothing is near.
 * Another spelling of the same letters comes first, then the first of equals.
 */
export function nearest(found: string, known: Iterable<string>): string | undefined {
  // A very long word is a pasted value, and comparing it would take its length squared.
  if (found.length > 100) return undefined;
  const candidates = [...known].filter((candidate) => candidate !== found);
  const sameLetters = candidates.find((candidate) => candidate.toLowerCase() === found.toLowerCase());
  if (sameLetters !== undefined) return sameLetters;
  const wanted = simplified(found);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = limitFor(Math.max(candidate.length, wanted.length));
    if (Math.abs(candidate.length - wanted.length) > limit) continue;
    const away = distance(wanted, simplified(candidate));
    if (away <= limit && away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best;
}

/** A misspelt name in a file full of them is compared with all others only so often. */
const MAX_GUESSES = 200;

/** {@link nearest} for all that is wrong with one file. */
export function guesser(): typeof nearest {
  let left = MAX_GUESSES;
  return (found, known) => (left-- > 0 ? nearest(found, known) : undefined);
}

/** The question to ask about a misspelt name; `show` writes the name as it is to be typed. */
export function didYouMean(
  found: string,
  known: Iterable<string>,
  show = (name: string): string => `"${name}"`,
  guess: typeof nearest = nearest,
): string | undefined {
  const meant = guess(found, known);
  return meant === undefined ? undefined : `did you mean ${show(meant)}?`;
}

/** Two swapped letters count two, also in a short word; a long one may differ in a few more. */
function limitFor(length: number): number {
  return Math.min(Math.max(1, Math.floor(length / 2)), 2 + Math.floor(length / 6), length - 1);
}

/** `Phishing_Triage`, `phishing triage` and `phishing-triage` are the same word to a person. */
function simplified(name: string): string {
  return name.toLowerCase().replace(/[ _-]+/g, '-');
}
