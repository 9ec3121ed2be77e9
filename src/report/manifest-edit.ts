import { wrap } from '../diagnostics/wrap.ts';
import { byTextOf } from '../model/text/order.ts';
import { clip, forTerminal } from './escape.ts';
import { inMarkdown, inTerminal, name, type Phrase, say } from './phrase.ts';
import type { ChangedLine } from './plan/changed-lines.ts';
import { count, someNames } from './reason-words.ts';
import type { TextOptions } from './text-options.ts';

/** An edit of the manifest as it is told: the lines, what became of each story or destination, and what that means. */
export type EditReport = {
  readonly manifest: string;
  readonly lines: readonly ChangedLine[];
  readonly did: readonly Phrase[];
  readonly meaning: readonly Phrase[];
};

export type EditedPair = { readonly destination: string; readonly story: string; readonly did: EditedAs };
export type EditedAs = 'detached' | 'changed' | 'nothing' | 'reattached';

/** Lines shown when not everything is asked for. */
const SHOWN = 40;
/** A manifest may hold a whole destination on one line. */
const WIDTH = 200;

const DID: { readonly [did in EditedAs]: readonly [before: string, after: string] } = {
  detached: ['is detached at', ''],
  changed: ['was already detached at', '; its note is updated'],
  nothing: ['is already detached at', ', with the same note; nothing changes'],
  reattached: ['is reattached at', ''],
};

export function editAsText(report: EditReport, { paint, verbose, columns }: TextOptions): string {
  const { lines, did, meaning } = report;
  const shown = verbose || lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN);
  const width = String(Math.max(0, ...shown.map(({ number }) => number))).length;
  const written = shown.map(({ op, number, text }) => {
    const colour = op === '+' ? paint.green : paint.red;
    return colour(`  ${op} ${String(number).padStart(width)} | ${forTerminal(clip(text, WIDTH))}`);
  });
  if (shown.length < lines.length) written.push(`  … ${lines.length - shown.length} more lines (--verbose shows all)`);
  const sections = [
    [...wrap(inTerminal(headline(report)), '', '  ', columns, paint.bold), ...written],
    did.flatMap((row) => wrap(inTerminal(row), '', '  ', columns)),
    meaning.flatMap((phrase) => wrap(inTerminal(phrase), '', '  ', columns)),
  ];
  return `${sections
    .filter((each) => each.length > 0)
    .map((each) => each.join('\n'))
    .join('\n\n')}\n`;
}

export function editAsMarkdown(report: EditReport): string {
  const { lines, did, meaning } = report;
  const items = lines.slice(0, SHOWN).map(({ op, number, text }) => {
    return `- ${op === '+' ? 'added' : 'removed'} line ${number}: ${inMarkdown([name(text.trim())])}`;
  });
  if (lines.length > SHOWN) items.push(`- … ${lines.length - SHOWN} more lines`);
  const sections = [
    `### ${inMarkdown(headline(report))}`,
    ...(items.length > 0 ? [items.join('\n')] : []),
    did.map((row) => `- ${inMarkdown(row)}`).join('\n'),
    ...meaning.map((phrase) => inMarkdown(phrase)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function headline({ manifest, lines }: EditReport): Phrase {
  if (lines.length === 0) return say`${name(manifest)} stays as it is`;
  return say`${name(manifest)}: ${count(lines.length, 'line')} changed`;
}

/** A story each, with the destinations that had the same done. */
export function pairRows(pairs: readonly EditedPair[]): readonly Phrase[] {
  const groups = Map.groupBy(pairs, ({ story, did }) => `${story} ${did}`);
  return [...groups.values()].toSorted(byTextOf(([first]) => first?.story ?? '')).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const [before, after] = DID[first.did];
    return [say`${name(first.story)} ${before} ${someNames(group.map(({ destination }) => destination))}${after}`];
  });
}
