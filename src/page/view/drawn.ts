import type { Drawing } from '../../picture/drawing.ts';

/** Makes an element of a name, attributes and what is in it; text is text. */
export type ElementMaker<Node> = (
  tag: string,
  attributes: Drawing['attributes'],
  ...children: readonly (Node | string)[]
) => Node;

/** A drawing as elements of whoever draws it; no markup is made on the way. */
export function drawnWith<Node>(make: ElementMaker<Node>, drawing: Drawing): Node {
  const { tag, attributes } = drawing;
  if ('text' in drawing) return make(tag, attributes, drawing.text);
  return make(tag, attributes, ...drawing.children.map((child) => drawnWith(make, child)));
}
