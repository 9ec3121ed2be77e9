import { distance } from 'fastest-levenshtein';

/** The known name that a misspelt one most likely means; undefined when nothing is near. The first of equals wins. */
export function nearest(found: string, known: Iterable<string>): string | undefined {
  // A very long word is a pasted value, and comparing it would take its length squared.
  if (found.length > 100) return undefined;
  const wanted = simplified(found);
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    if (candidate === found) continue;
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

/** Two swapped letters count two, also in a short word; a long one may differ in a few more. */
function limitFor(length: number): number {
  return Math.min(Math.max(1, Math.floor(length / 2)), 2 + Math.floor(length / 6), length - 1);
}

/** `Phishing_Triage`, `phishing triage` and `phishing-triage` are the same word to a person. */
function simplified(name: string): string {
  return name.toLowerCase().replace(/[ _-]+/g, '-');
}
