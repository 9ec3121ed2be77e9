import type { Paint } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { wrap } from '../diagnostics/wrap.ts';
import {
  type ChangeSummary,
  type Discovery,
  type ExportedFile,
  LEFT_OUT_REASONS,
  type LeftOutStory,
} from '../model/exported.ts';
import { findingItems } from './findings.ts';
import { inMarkdown, inTerminal, name, type Phrase, say, words } from './phrase.ts';
import { count } from './reason-words.ts';

/** What an export has to tell, beside its findings. */
export type ExportReport = {
  readonly summaries: readonly ChangeSummary[];
  readonly files: readonly ExportedFile[];
  readonly discovered?: Discovery;
  /** Stories were added to the manifest. */
  readonly added: boolean;
  /** `--check`: nothing was written, only looked at. */
  readonly check: boolean;
  readonly problems: readonly Problem[];
  /** Every story and file by name, however many. */
  readonly verbose: boolean;
  /** `acme.tines.com`; absent when the manifest names no origin. */
  readonly origin?: string;
};

/** More stories than this are counted; the JSON document names every file. */
const SHOWN = 100;

/** For a terminal. The findings stand before it. */
export function exportAsText(report: ExportReport, paint: Paint, columns?: number): string {
  const { summaries, files, verbose } = report;
  const shown = verbose ? summaries : summaries.slice(0, SHOWN);
  const unchanged = verbose ? files.filter(({ change }) => change === 'unchanged') : [];
  const blocks = [
    ...discoveries(report).flatMap(({ head, stories }) => [
      ...wrap(head, '', '  ', columns),
      ...stories.flatMap((story) => wrap(inTerminal(story), '  ', '      ', columns)),
    ]),
    ...shown.flatMap((story) => storyLines(story, paint, columns)),
    ...(summaries.length > shown.length
      ? [`… and ${count(summaries.length - shown.length, 'more story', 'more stories')}`]
      : []),
    ...unchanged.map(({ path }) => paint.dim(`  = ${inTerminal([name(path)])}`)),
  ];
  return [...blocks, ...(blocks.length > 0 ? [''] : []), ...wrap(exportTotals(report), '', '  ', columns)].join('\n');
}

/** For a pull request or a job summary. */
export function exportAsMarkdown(report: ExportReport): string {
  const stories = report.summaries.slice(0, SHOWN).map(({ key, name: title, change, lines }) => {
    const head = `- **${change === 'add' ? 'added' : 'changed'}** ${inMarkdown(say`${name(key)} ${words(title)}`)}`;
    return [head, ...lines.map((line) => `  - ${inMarkdown([words(line)])}`)].join('\n');
  });
  if (report.summaries.length > SHOWN) stories.push(`- … ${report.summaries.length - SHOWN} more`);
  const sections = [
    `### Export: ${inMarkdown(totalOf(report))}`,
    ...discoveries(report).flatMap(({ head, stories: found }) => [
      head,
      ...list(found.map((story) => `- ${inMarkdown(story)}`)),
    ]),
    ...list(stories),
    ...findingItems(report.problems),
  ];
  return `${sections.join('\n\n')}\n`;
}

function list(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.join('\n')];
}

function storyLines(
  { key, name: title, file, change, lines }: ChangeSummary,
  paint: Paint,
  columns: number | undefined,
): readonly string[] {
  const symbol = change === 'add' ? paint.green('+') : paint.yellow('~');
  const head = `${inTerminal(say`${name(key)} ${words(JSON.stringify(title))}`)} ${paint.dim(inTerminal([name(file)]))}`;
  return [
    ...wrap(head, `  ${symbol} `, '      ', columns),
    ...lines.flatMap((line) => wrap(inTerminal([words(line)]), '      ', '        ', columns)),
  ];
}

type Found = { readonly head: string; readonly stories: readonly Phrase[] };

const LEFT_OUT: { readonly [reason in LeftOutStory['reason']]: string } = {
  no_change_control:
    'Left out, because they are not under change control; turn it on, or set "require_change_control: false" under "origin":',
  unpublished: 'Left out, because the origin calls them unpublished; publish them first:',
  detached: 'Left out, because they carry the tag "detached-from-sync"; remove it on the origin first:',
};

/** What was found beside the catalogue: headings of ours, and a phrase for each story. */
function discoveries({ discovered, added, verbose }: ExportReport): readonly Found[] {
  if (discovered === undefined) return [];
  const head = added
    ? 'Added to the catalogue:'
    : 'Not in the catalogue yet; "storysync export --discover --add" adds them:';
  const stories = discovered.stories.map(
    ({ id, name: title, key }) => say`${name(key)}: id ${String(id)}, ${words(JSON.stringify(title))}`,
  );
  const leftOut = LEFT_OUT_REASONS.map((reason): Found => {
    const those = discovered.leftOut.filter((story) => story.reason === reason);
    const shown = verbose ? those : those.slice(0, SHOWN);
    const more = those.length - shown.length;
    const phrases = shown.map(({ id, name: title }) => say`id ${String(id)}, ${words(JSON.stringify(title))}`);
    return { head: LEFT_OUT[reason], stories: more === 0 ? phrases : [...phrases, [`… and ${more} more`]] };
  });
  return [{ head, stories }, ...leftOut].filter((found) => found.stories.length > 0);
}

/** The line that counts, as plain text. */
export function exportTotals(report: ExportReport): string {
  return inTerminal(totalOf(report));
}

/** One line that counts: what changed, what did not, what could not be exported. */
function totalOf(report: ExportReport): Phrase {
  const { files, discovered, check, problems, origin, added } = report;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (problems.some(({ code }) => code === 'EXP012')) {
    return ['Stopped: something looks like a credential. Nothing was written.'];
  }
  if (discovered !== undefined && !added && errors === 0) {
    const { stories, leftOut } = discovered;
    if (stories.length === 0 && leftOut.length === 0) {
      return ['Nothing to discover: the catalogue has every story of the team.'];
    }
    const left = leftOut.length === 0 ? '' : `, ${leftOut.length} left out`;
    return stories.length === 0
      ? [
          `Nothing to discover: an export would take none of the ${count(leftOut.length, 'story', 'stories')} that the catalogue lacks.`,
        ]
      : [`${count(stories.length, 'story', 'stories')} not in the catalogue${left}; nothing was written.`];
  }
  const of = (change: ExportedFile['change']): number => files.filter((file) => file.change === change).length;
  const [add, update, unchanged] = [of('add'), of('update'), of('unchanged')];
  if (add + update + errors === 0) {
    const who = origin === undefined ? 'the origin' : name(origin);
    return say`Nothing to write: ${count(unchanged, 'file')} ${unchanged === 1 ? 'matches' : 'match'} ${who}.`;
  }
  const told = check
    ? `${add} would be added, ${update} would be changed, ${unchanged} unchanged`
    : `${add} added, ${update} changed, ${unchanged} unchanged`;
  const from: Phrase = origin === undefined ? [] : say` from ${name(origin)}`;
  return say`${told}${errors > 0 ? `, ${count(errors, 'error')}` : ''}${from}`;
}
