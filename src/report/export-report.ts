import type { Paint } from '../diagnostics/paint.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { wrap } from '../diagnostics/wrap.ts';
import type { DiscoveredStory, StoryNews } from '../model/exported.ts';
import type { ExportedFile } from './findings.ts';
import { findingItems } from './findings.ts';
import { inMarkdown, inTerminal, name, type Phrase, say, words } from './phrase.ts';
import { count } from './wording.ts';

/** What an export has to tell, beside its findings. */
export type ExportReport = {
  readonly news: readonly StoryNews[];
  readonly files: readonly ExportedFile[];
  readonly discovered?: readonly DiscoveredStory[];
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
  const { news, files, verbose } = report;
  const shown = verbose ? news : news.slice(0, SHOWN);
  const unchanged = verbose ? files.filter(({ change }) => change === 'unchanged') : [];
  const { head, stories } = discoveries(report);
  const blocks = [
    ...(stories.length > 0 ? wrap(head, '', '  ', columns) : []),
    ...stories.flatMap((story) => wrap(inTerminal(story), '  ', '      ', columns)),
    ...shown.flatMap((story) => storyLines(story, paint, columns)),
    ...(news.length > shown.length ? [`… and ${count(news.length - shown.length, 'more story', 'more stories')}`] : []),
    ...unchanged.map(({ path }) => paint.dim(`  = ${inTerminal([name(path)])}`)),
  ];
  return [...blocks, ...(blocks.length > 0 ? [''] : []), ...wrap(exportTotals(report), '', '  ', columns)].join('\n');
}

/** For a pull request or a job summary. */
export function exportAsMarkdown(report: ExportReport): string {
  const stories = report.news.slice(0, SHOWN).map(({ key, name: title, change, lines }) => {
    const head = `- **${change === 'add' ? 'added' : 'changed'}** ${inMarkdown(say`${name(key)} ${words(title)}`)}`;
    return [head, ...lines.map((line) => `  - ${inMarkdown([words(line)])}`)].join('\n');
  });
  const found = discoveries(report);
  if (report.news.length > SHOWN) stories.push(`- … ${report.news.length - SHOWN} more`);
  const sections = [
    `### Export: ${inMarkdown(totalOf(report))}`,
    ...(found.stories.length > 0 ? [found.head] : []),
    ...list(found.stories.map((story) => `- ${inMarkdown(story)}`)),
    ...list(stories),
    ...findingItems(report.problems),
  ];
  return `${sections.join('\n\n')}\n`;
}

function list(items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [items.join('\n')];
}

function storyLines(
  { key, name: title, file, change, lines }: StoryNews,
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

/** What was found beside the catalogue: a heading of ours, and a phrase for each story. */
function discoveries({ discovered = [], added }: ExportReport): {
  readonly head: string;
  readonly stories: readonly Phrase[];
} {
  const head = added
    ? 'Added to the catalogue:'
    : 'Not in the catalogue yet; "storysync export --discover --add" adds them:';
  const stories = discovered.map(
    ({ id, name: title, key }) => say`${name(key)}: id ${String(id)}, ${words(JSON.stringify(title))}`,
  );
  return { head, stories };
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
    return discovered.length === 0
      ? ['Nothing to discover: the catalogue has every story of the team that an export would take.']
      : [`${count(discovered.length, 'story', 'stories')} not in the catalogue; nothing was written.`];
  }
  const of = (change: ExportedFile['change']): number => files.filter((file) => file.change === change).length;
  const [add, update, unchanged] = [of('add'), of('update'), of('unchanged')];
  if (add + update + errors === 0) {
    const who = origin === undefined ? 'the origin' : name(origin);
    return say`Nothing to write: ${count(unchanged, 'file')} ${unchanged === 1 ? 'is' : 'are'} what ${who} has.`;
  }
  const told = check
    ? `${add} would be added, ${update} would change, ${unchanged} unchanged`
    : `${add} added, ${update} changed, ${unchanged} unchanged`;
  const from: Phrase = origin === undefined ? [] : say` from ${name(origin)}`;
  return say`${told}${errors > 0 ? `, ${count(errors, 'error')}` : ''}${from}`;
}
