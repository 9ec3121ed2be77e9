import type { Place, Problem } from '../diagnostics/problem.ts';
import { inMarkdown, name, type Phrase, say, words } from './phrase.ts';
import { count } from './reason-words.ts';

/** How much was looked at. */
export type Examined = { readonly stories: number; readonly destinations: number };

/** More than a person reads in a comment; the JSON document has them all. */
const SHOWN = 100;

export function tallyProblems(problems: readonly Problem[]): { readonly errors: number; readonly warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

/** `2 errors, 1 warning (7 stories, 3 destinations)`: the last line of the text, the headline of the Markdown. */
export function findingsTotals(problems: readonly Problem[], { stories, destinations }: Examined): string {
  const { errors, warnings } = tallyProblems(problems);
  const found = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  // A manifest that could not be understood has no counts worth telling.
  if (errors > 0 && stories + destinations === 0) return found.join(', ');
  const of = `(${count(stories, 'story', 'stories')}, ${count(destinations, 'destination')})`;
  return `${found.length === 0 ? 'No findings' : found.join(', ')} ${of}`;
}

/** Findings for a pull request or a job summary. Errors before warnings, otherwise in the order given. */
export function findingsAsMarkdown(problems: readonly Problem[], manifestFile: string, examined: Examined): string {
  const headline = `### Validation: ${findingsTotals(problems, examined)}`;
  const sections = [headline, inMarkdown(say`Manifest ${name(manifestFile)}`), ...findingItems(problems)];
  return `${sections.join('\n\n')}\n`;
}

/** The findings as one list, errors first; nothing when there are none. */
export function findingItems(problems: readonly Problem[]): readonly string[] {
  const sorted = problems.toSorted((left, right) => rank(left) - rank(right));
  const items = sorted.slice(0, SHOWN).map(item);
  if (sorted.length > SHOWN) items.push(`- … ${sorted.length - SHOWN} more`);
  return items.length === 0 ? [] : [items.join('\n')];
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}

function item({ severity, code, message, hint, place, related }: Problem): string {
  const lines = [
    `- **${severity}** ${code} ${inMarkdown(say`${place === undefined ? [] : say`${at(place)} `}${words(message)}`)}`,
    ...(related ?? []).map((each) => `  - see also ${inMarkdown(say`${at(each.place)} ${words(each.message)}`)}`),
    `  - **hint:** ${inMarkdown([words(hint)])}`,
  ];
  return lines.join('\n');
}

function at({ file, line, column }: Place): Phrase {
  return [name(`${file}:${line}:${column}`)];
}
