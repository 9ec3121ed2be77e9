import { type Drawing, element } from '../drawing.ts';
import type { PictureMark, PictureNode } from '../picture.ts';
import { type Colour, painted } from './colours.ts';

/** How something is drawn: its mark, or that it moved and nothing else, where that is shown. */
export type Look = PictureMark | 'moved';

export function lookOf({ mark, from }: PictureNode, moved: boolean): Look {
  return moved && mark === 'unchanged' && from !== null ? 'moved' : mark;
}

export const LOOKS = ['added', 'removed', 'changed', 'rewired', 'moved'] as const satisfies readonly Look[];

const SIGNS: { readonly [look in Exclude<Look, 'unchanged'>]: string } = {
  added: 'M-4.5 0H4.5M0 -4.5V4.5',
  removed: 'M-4.5 0H4.5',
  changed: 'M-5 1.4Q-2.4 -3 0 0T5 -1.4',
  rewired: 'M-4.5 -2.2H4M1.8 -4.4L4 -2.2L1.8 0M4.5 2.2H-4M-1.8 0L-4 2.2L-1.8 4.4',
  moved: 'M-4.5 0H4M1 -3L4 0L1 3',
};

export function colourOf(look: Look): Colour {
  return look === 'unchanged' ? 'line' : look;
}

/** A disc with a sign, so that nobody needs to see colours. */
export function badge(look: Exclude<Look, 'unchanged'>, x: number, y: number, radius = 9): Drawing {
  const scale = radius / 9;
  return element('g', { transform: `translate(${x} ${y})${scale === 1 ? '' : ` scale(${scale.toFixed(2)})`}` }, [
    element('circle', { r: 9, ...painted({ fill: colourOf(look), stroke: 'paper' }), 'stroke-width': 1.5 }),
    element('path', { d: SIGNS[look], ...painted({ stroke: 'sign' }), 'stroke-width': 2, 'stroke-linecap': 'round' }),
  ]);
}

/** `+2 -3` pixels are enough for a picture, and the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
