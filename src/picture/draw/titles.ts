import type { Picture, PictureLink, PictureNode } from '../picture.ts';
import { inLines, oneLine } from '../words.ts';
import { LOOKS, type Look } from './marks.ts';

const DESCRIBED = 60;

/** What a pointer or a screen reader is told of a node: all of its text, also what the box had no room for. */
export function titleOfNode({ kind, name, type, disabled, places, tools }: PictureNode, look: Look): string {
  if (kind === 'note') return `note${look === 'unchanged' ? '' : ` (${look})`}\n${inLines(name).join('\n')}`;
  return [
    oneLine(name) || '(no name)',
    `${oneLine(type)}${disabled ? ', disabled' : ''}${look === 'unchanged' ? '' : `: ${look}`}`,
    ...(places.length === 0 ? [] : [`changed: ${places.map(oneLine).join(', ')}`]),
    ...(tools.length === 0 ? [] : [`tools: ${tools.map(oneLine).join(', ')}`]),
  ].join('\n');
}

export function titleOfLink({ nodes }: Picture, { source, receiver, secondary, mark }: PictureLink): string {
  const name = (at: number): string => oneLine(nodes[at]?.name ?? '');
  return `${name(source)} → ${name(receiver)}${secondary ? ' (no match)' : ''}: ${mark === 'unchanged' ? 'connected' : mark}`;
}

/** The picture in one sentence. */
export function headlineOf({ name, counts }: Picture, moved: boolean): string {
  return `Story ${oneLine(name)}: ${countWords(counts, moved)}`;
}

function countWords(counts: Picture['counts'], moved: boolean): string {
  const told = LOOKS.filter((look) => counts[look] > 0 && (look !== 'moved' || moved));
  const unchanged = counts.unchanged === 0 ? [] : [`${counts.unchanged} unchanged`];
  return [...told.map((look) => `${counts[look]} ${look}`), ...unchanged].join(', ') || 'no actions';
}

/** What changed, for those who see no picture. */
export function descriptionOf(picture: Picture): string {
  const nodes = picture.nodes.filter(({ mark }) => mark !== 'unchanged');
  const links = picture.links.filter(({ mark }) => mark !== 'unchanged');
  const lines = [
    ...nodes.map((node) => titleOfNode(node, node.mark).replaceAll('\n', ', ')),
    ...links.map((link) => titleOfLink(picture, link)),
  ];
  if (lines.length <= DESCRIBED) return lines.join('\n');
  return [...lines.slice(0, DESCRIBED), `and ${lines.length - DESCRIBED} more`].join('\n');
}

/** `Connections: 2 added, 1 removed. Notes: 1 changed.`, and how much of the story is not drawn. */
export function remarksOn(drawn: Picture, whole: Picture): readonly string[] {
  const told = (what: string, marks: readonly string[]): readonly string[] => {
    const parts = ['added', 'removed', 'changed'].flatMap((mark) => {
      const count = marks.filter((each) => each === mark).length;
      return count === 0 ? [] : [`${count} ${mark}`];
    });
    return parts.length === 0 ? [] : [`${what}: ${parts.join(', ')}.`];
  };
  const notes = whole.nodes.filter(({ kind }) => kind === 'note');
  const total = whole.nodes.length - notes.length + whole.leftOut;
  const left =
    drawn.leftOut === 0
      ? []
      : [`Drawn: ${total - drawn.leftOut} of ${total} actions (what changed, with its neighbours).`];
  const { length: links } = drawn.links;
  return [
    ...told(
      'Connections',
      whole.links.map(({ mark }) => mark),
    ),
    ...told(
      'Notes',
      notes.map(({ mark }) => mark),
    ),
    ...left,
    ...(links < whole.links.length && left.length === 0
      ? [`Drawn: ${links} of ${whole.links.length} connections.`]
      : []),
  ];
}
