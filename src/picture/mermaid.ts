import { cropPicture } from './crop.ts';
import type { Picture, PictureLink, PictureNode } from './picture.ts';
import { inRoom, oneLine } from './words.ts';

/** GitHub draws larger ones slowly, or refuses them. */
const MOST_NODES = 50;
const MOST_LINKS = 120;
/** How wide a label may be, where a letter is about 0.6: forty letters. */
const LABEL = 24;

const SIGNS = { added: '+', removed: '−', changed: '~', rewired: '⇄', unchanged: '' } as const;
const LINES = { added: '==>', removed: '-.->', changed: '-->', unchanged: '-->' } as const;
const COLOURS = { added: '#1a7f37', removed: '#cf222e', changed: '#9a6700', rewired: '#8250df' } as const;

export type Mermaid = {
  readonly text: string;
  /** Actions that are drawn, and that the story has with what it had. */
  readonly drawn: number;
  readonly total: number;
};

/**
 * What changed and what that is connected to, in the language that GitHub draws inside Markdown; undefined where no
 * action and no connection changed. It names actions and their types and nothing else.
 */
export function mermaidOf(picture: Picture): Mermaid | undefined {
  const near = cropPicture(picture, { small: 0, most: MOST_NODES, notes: false });
  const changed = [...near.nodes, ...near.links].some(({ mark }) => mark !== 'unchanged');
  if (!changed) return undefined;
  const links = near.links.slice(0, MOST_LINKS);
  const styles = (['added', 'removed', 'changed'] as const).flatMap((mark) => {
    const places = [...links.keys()].filter((at) => links[at]?.mark === mark);
    return places.length === 0 ? [] : [`  linkStyle ${places.join(',')} stroke:${COLOURS[mark]}`];
  });
  const classes = Object.entries(COLOURS)
    .filter(([mark]) => near.nodes.some((node) => node.mark === mark))
    .map(([mark, colour]) => `  classDef ${mark} stroke:${colour},stroke-width:3px${DASHES[mark] ?? ''}`);
  const lines = ['flowchart TD', ...near.nodes.map(nodeLine), ...links.map(linkLine), ...classes, ...styles];
  return { text: lines.join('\n'), drawn: near.nodes.length, total: near.nodes.length + near.leftOut };
}

const DASHES: { readonly [mark: string]: string } = {
  removed: ',stroke-dasharray:6 4',
  rewired: ',stroke-dasharray:2 3',
};

function nodeLine({ name, type, mark }: PictureNode, at: number): string {
  const sign = SIGNS[mark] === '' ? '' : `${SIGNS[mark]} `;
  const label = `${inMermaid(sign)}${labelled(oneLine(name) || '(no name)')}<br/>${labelled(oneLine(type))}`;
  return `  n${at}["${label}"]${mark === 'unchanged' ? '' : `:::${mark}`}`;
}

function linkLine({ source, receiver, secondary, mark }: PictureLink): string {
  const words = [...(secondary ? ['no match'] : []), ...(mark === 'removed' ? ['removed'] : [])].join(', ');
  return `  n${source} ${LINES[mark]}${words === '' ? '' : `|${words}|`} n${receiver}`;
}

function labelled(text: string): string {
  return inMermaid(inRoom(text, LABEL, 1));
}

/**
 * Letters, digits and spaces are themselves, all else is a number: nothing can end a label, begin an order or a comment,
 * or be read as Markdown.
 */
function inMermaid(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}\p{M} ]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
