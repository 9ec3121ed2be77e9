import type { Place, Problem } from '../diagnostics/problem.ts';
import type { RecordTypeDefinition } from '../model/record-type.ts';
import { byText } from '../model/text/order.ts';
import { differInCaseOnly, fieldDifferences, listed, sameFields } from './compare.ts';

/** A story as far as this check needs it. */
export type StoryDefinitions = {
  readonly key: string;
  readonly file: string;
  readonly definitions: readonly RecordTypeDefinition[];
};

type Use = { readonly key: string; readonly file: string; readonly definition: RecordTypeDefinition };

/** Stories of one repository share one set of record types per destination, so they must agree on each of them. */
export function checkAgreement(stories: readonly StoryDefinitions[]): readonly Problem[] {
  const uses = stories
    .flatMap(({ key, file, definitions }) => definitions.map((definition): Use => ({ key, file, definition })))
    .sort((a, b) => byText(a.definition.name, b.definition.name) || byText(a.key, b.key));
  const firsts = new Map<string, Use>();
  const problems: Problem[] = [];
  for (const use of uses) {
    const { name } = use.definition;
    const first = firsts.get(name);
    if (first === undefined) {
      const twin = [...firsts.values()].find((other) => differInCaseOnly(other.definition.name, name));
      if (twin) problems.push(caseProblem(twin, use));
      firsts.set(name, use);
    } else if (!sameFields(first.definition.fields, use.definition.fields)) {
      problems.push(disagreement(first, use));
    }
  }
  return problems;
}

function disagreement(first: Use, second: Use): Problem {
  const within = first.key === second.key;
  const labels = within ? { a: 'one action', b: 'another' } : { a: `"${first.key}"`, b: `"${second.key}"` };
  const differences = listed(fieldDifferences(first.definition.fields, second.definition.fields, labels));
  const who = within ? `two actions of story "${first.key}"` : `stories "${first.key}" and "${second.key}"`;
  return {
    code: 'REC001',
    severity: 'error',
    message: `${who} define record type "${first.definition.name}" differently: ${differences}`,
    hint: within
      ? `export "${first.key}" again: the actions must hold one definition`
      : `export "${first.key}" and "${second.key}" again, so that both hold the definition the origin has now`,
    ...places(first, second, within ? undefined : 'the other definition'),
  };
}

function caseProblem(first: Use, second: Use): Problem {
  const names = `"${first.definition.name}" (story "${first.key}") and "${second.definition.name}" (story "${second.key}")`;
  return {
    code: 'REC002',
    severity: 'warning',
    message: `record types ${names} differ in upper and lower case only; a tenant may treat them as one`,
    hint: 'rename one of them at the origin and export again',
    ...places(first, second, first.key === second.key ? undefined : 'the other name'),
  };
}

// The definition is embedded in actions, several times: the file is as near as a place gets.
function places(
  first: Use,
  second: Use,
  related: string | undefined,
): Pick<Problem, 'place' | 'related' | 'hideSource'> {
  const start = (file: string): Place => ({ file, line: 1, column: 1 });
  return {
    place: start(second.file),
    hideSource: true,
    ...(related === undefined ? {} : { related: [{ message: related, place: start(first.file) }] }),
  };
}
