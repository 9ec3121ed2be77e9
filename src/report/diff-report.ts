import { wrap } from '../diagnostics/wrap.ts';
import type { DiffChange, DiffSide, StoryDiff } from '../model/story-diff.ts';
import { shortId } from '../model/text/short-id.ts';
import type { Picture } from '../picture/picture.ts';
import { inMarkdown, inTerminal, name, type Phrase, type Piece, say, words } from './phrase.ts';
import { pictureAsMarkdown } from './picture-markdown.ts';
import { count } from './reason-words.ts';
import type { TextOptions } from './text-options.ts';

/** Lines of changes that are shown when not everything is asked for. */
const SHOWN = 100;

const SIGNS = { add: '+', remove: '-', update: '~', move: '~' } as const;
const LEGEND = [
  ['+', 'added'],
  ['~', 'changed'],
  ['-', 'removed'],
] as const;

/** What changed in a story, for a terminal or a log: the two sides, then a line for each change. */
export function diffAsText(diff: StoryDiff, { paint, verbose, columns }: TextOptions): string {
  const colours = { add: paint.green, remove: paint.red, update: paint.yellow, move: paint.yellow } as const;
  const changes = verbose || diff.changes.length <= SHOWN + 1 ? diff.changes : diff.changes.slice(0, SHOWN);
  const lines = changes.flatMap((change) => {
    const line = inTerminal(changePhrase(change, words));
    return wrap(line, `  ${colours[change.op](SIGNS[change.op])} `, '      ', columns);
  });
  const more = diff.changes.length - changes.length;
  const sections = [
    [
      ...wrap(inTerminal(titlePhrase(diff)), '', '    ', columns, paint.bold),
      ...wrap(inTerminal(say`from ${sidePhrase(diff.from)}`), '  ', '       ', columns, paint.dim),
      ...wrap(inTerminal(say`to   ${sidePhrase(diff.to)}`), '  ', '       ', columns, paint.dim),
    ],
    diff.change === 'unchanged'
      ? wrap(sameWords(diff), '  = ', '      ', columns)
      : [...lines, ...(more > 0 ? [`    … ${more} more (--verbose shows all)`] : [])],
    // A legend is for a person; whoever reads a file or a log searches it.
    ...(columns === undefined || changes.length === 0 ? [] : [wrap(legendOf(changes), '', '', columns, paint.dim)]),
  ];
  return `${sections.map((each) => each.join('\n')).join('\n\n')}\n`;
}

/** The same for a page, with a picture of it where it shows something. */
export function diffAsMarkdown(diff: StoryDiff, picture?: Picture): string {
  const drawn = picture === undefined ? '' : pictureAsMarkdown(picture);
  const shown = diff.changes.length <= SHOWN + 1 ? diff.changes : diff.changes.slice(0, SHOWN);
  const more = diff.changes.length - shown.length;
  const items = shown.map((change) => `- ${inMarkdown(changePhrase(change, name))}`);
  const sections = [
    `### ${inMarkdown(titlePhrase(diff))}`,
    inMarkdown(say`From ${sidePhrase(diff.from)} to ${sidePhrase(diff.to)}`),
    diff.change === 'unchanged'
      ? `${sameWords(diff)}.`
      : [...items, ...(more > 0 ? [`- … ${more} more (see \`--format json\`)`] : [])].join('\n'),
    ...(drawn === '' ? [] : [drawn]),
  ];
  return `${sections.join('\n\n')}\n`;
}

function titlePhrase({ key, name: title, change, changes }: StoryDiff): Phrase {
  const what = change === 'changed' ? count(changes.length, 'change') : change;
  return title === key ? say`${name(key)}: ${what}` : say`${name(key)} ${words(`"${title}"`)}: ${what}`;
}

function sidePhrase(side: DiffSide): Phrase {
  const absent = side.present ? '' : ' (which does not have it)';
  if (side.kind === 'destination') return say`${name(side.destination)}, live${absent}`;
  if (side.kind === 'work_tree')
    return side.present ? say`${name(side.file)} in the work tree` : say`the work tree${absent}`;
  return side.present ? [name(side.file)] : say`commit ${name(shortId(side.commit))}${absent}`;
}

/** Places as people know them, with the values where there are any to show; `as` sets what others wrote. */
function changePhrase({ path, op, text, from, to }: DiffChange, as: (text: string) => Piece): Phrase {
  if (path === 'diagram_layout') return ['layout moved'];
  if (from !== null && to !== null) return say`${as(path)}: ${as(from)} → ${as(to)}`;
  if (op === 'add' && to !== null) return say`${as(path)} added: ${as(to)}`;
  if (op === 'remove' && from !== null) return say`${as(path)} removed: ${as(from)}`;
  return [words(text)];
}

function sameWords({ from }: StoryDiff): string {
  return from.kind === 'destination'
    ? 'nothing to push: the destination has what git asks for'
    : 'nothing that a sync pushes has changed';
}

function legendOf(changes: readonly DiffChange[]): string {
  const used = new Set<string>(changes.map(({ op }) => SIGNS[op]));
  return LEGEND.filter(([sign]) => used.has(sign))
    .map(([sign, meaning]) => `${sign}\u00a0${meaning}`)
    .join('  ');
}
