import type { Problem } from '../diagnostics/problem.ts';
import type { CatalogueStory } from '../model/destination.ts';
import type { LiteralFinding } from '../secret-scan/finding.ts';

/** Longest list of places for one story; beyond it they are counted. */
const MOST_PLACES = 20;

/** Findings that the manifest does not allow are errors; an allowance that no finding needs is a warning. */
export function judgeLiterals(
  { key, file, place, allowedLiterals = [] }: CatalogueStory,
  findings: readonly LiteralFinding[],
): readonly Problem[] {
  const allowed = new Set(allowedLiterals.map(({ path }) => path));
  const refused = findings.filter(({ path }) => !allowed.has(path));
  const problems = refused.slice(0, MOST_PLACES).map(
    ({ path, kind, remedy }): Problem => ({
      code: 'EXP012',
      severity: 'error',
      message: `story "${key}" (${file}) holds ${kind} at ${path}`,
      hint: `${remedy ?? 'make it a credential in Tines and use it as <<CREDENTIAL.name>>'}; if it is no secret, add ${JSON.stringify(path)}: <reason> under "allow_literals" of the story`,
      place,
    }),
  );
  if (refused.length > MOST_PLACES) {
    const message = `story "${key}" (${file}) holds ${refused.length - MOST_PLACES} more literals that look like credentials`;
    problems.push({ code: 'EXP012', severity: 'error', message, hint: 'fix those above, then export again', place });
  }
  const found = new Set(findings.map(({ path }) => path));
  const unused = allowedLiterals.filter(({ path }) => !found.has(path));
  return [
    ...problems,
    ...unused.map(
      (literal): Problem => ({
        code: 'EXP013',
        severity: 'warning',
        message: `"allow_literals" of story "${key}" names ${literal.path}, where nothing looks like a credential`,
        hint: 'remove the entry',
        place: literal.place,
      }),
    ),
  ];
}
