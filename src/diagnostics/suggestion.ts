import { distance } from 'fastest-levenshtein';

/** The known name that a misspelt one most likely means; undefined when nothing is near. The first of equals wins. */
export function nearest(found: string, known: Iterable<string>): string | undefined {
  // A very long word is a pasted value, and comparing it would take its length squared.
  if (found.length > 100) return undefined;
  const wanted = simplified(found);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate === found) continue;
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const away = distance(wanted, simplified(candidate));
    if (away < bestDistance) [best, bestDistance] = [candidate, away];
  }
  return best;
}

/** `Phishing_Triage`, `phishing triage` and `phishing-triage` are the same word to a person. */
function simplified(name: string): string {
  return name.toLowerCase().replace(/[ _-]+/g, '-');
}
