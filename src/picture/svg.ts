import { PICTURE_STYLE, painted } from './draw/colours.ts';
import { drawingOf } from './draw/drawing-of.ts';
import { type Drawing, element, written } from './drawing.ts';
import type { Picture, PictureOptions } from './picture.ts';

/** The picture as a file of its own: it refers to nothing, runs nothing, and follows the reader's dark or light screen. */
export function svgOf(picture: Picture, options: PictureOptions = {}): string {
  const { tag, attributes, ...drawing } = drawingOf(picture, options);
  const paper = element('rect', { width: '100%', height: '100%', ...painted({ fill: 'paper' }) });
  const children = 'children' in drawing ? drawing.children : [];
  return `${print({ tag, attributes, children: [written('style', {}, PICTURE_STYLE), paper, ...children] })}\n`;
}

/** Elements one level below the drawing stand on lines of their own, so that git can show what changed in a picture. */
function print(drawing: Drawing, depth = 0): string {
  const { tag, attributes } = drawing;
  const open = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  if ('text' in drawing) return `<${tag}${open.join('')}>${escaped(drawing.text)}</${tag}>`;
  if (drawing.children.length === 0) return `<${tag}${open.join('')}/>`;
  const separator = depth < 2 ? '\n' : '';
  const inside = drawing.children.map((child) => print(child, depth + 1)).join(separator);
  return `<${tag}${open.join('')}>${separator}${inside}${separator}</${tag}>`;
}

const ENTITIES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Texts are printable already; two characters that can be seen nowhere are none of XML either. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '').replaceAll(/[\ufffe\uffff]/g, '\ufffd');
}
