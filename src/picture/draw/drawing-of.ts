import { cropPicture } from '../crop.ts';
import { type Drawing, element, written } from '../drawing.ts';
import type { Picture, PictureOptions } from '../picture.ts';
import { FreeSpace } from '../place/free-space.ts';
import { type PlacedNode, placeNodes } from '../place/place-nodes.ts';
import { painted } from './colours.ts';
import { drawLink } from './draw-link.ts';
import { drawNode } from './draw-node.ts';
import { drawLegend } from './legend.ts';
import { lookOf } from './marks.ts';
import { Aisles, type LinkRoute, routeOf } from './route.ts';
import { descriptionOf, headlineOf } from './titles.ts';

const MARGIN = 20;
const NARROWEST = 360;
const FONTS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

/**
 * The picture as a tree of SVG elements, for every printer the same. It needs `PICTURE_STYLE` to follow a dark screen;
 * without it, it is light.
 */
export function drawingOf(picture: Picture, { moved = false, whole = false }: PictureOptions = {}): Drawing {
  const drawn = cropPicture(picture, { whole, moved });
  const placed = placeNodes(drawn, moved);
  const space = new FreeSpace();
  for (const { box } of placed) space.take(box);
  const aisles = new Aisles(space);
  const routes = drawn.links.flatMap((link) => {
    const [from, to] = [placed[link.source], placed[link.receiver]];
    return from && to ? [{ link, route: routeOf(from.box, to.box, link.secondary, aisles) }] : [];
  });
  const { left, right, top, bottom } = edgesOf(placed, routes);
  const width = Math.max(NARROWEST, right - left + 2 * MARGIN);
  const legend = drawLegend(drawn, picture, moved, width - 2 * MARGIN);
  const above = MARGIN + legend.height;
  const height = above + (placed.length === 0 ? 0 : bottom - top + MARGIN);
  // What changed is drawn over what did not.
  const inOrder = [...routes].sort((a, b) => Number(a.link.mark !== 'unchanged') - Number(b.link.mark !== 'unchanged'));
  const origin = `translate(${MARGIN - left} ${above - top})`;
  const description = descriptionOf(picture);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'sp',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': headlineOf(picture, moved),
      'font-family': FONTS,
    },
    [
      written('title', {}, headlineOf(picture, moved)),
      ...(description === '' ? [] : [written('desc', {}, description)]),
      element('g', { transform: `translate(${MARGIN} ${MARGIN})` }, legend.parts),
      element('g', { transform: origin }, [
        ...(moved ? placed.flatMap(drawTrace) : []),
        ...inOrder.map(({ link, route }) => drawLink(drawn, link, route)),
        ...placed.map((each) => drawNode(each, lookOf(each.node, moved))),
      ]),
    ],
  );
}

type Routed = { readonly route: LinkRoute };

function edgesOf(placed: readonly PlacedNode[], routes: readonly Routed[]) {
  let [left, right, top, bottom] = [0, 0, 0, 0];
  let isFirst = true;
  const reach = (x: number, y: number): void => {
    [left, right] = isFirst ? [x, x] : [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = isFirst ? [y, y] : [Math.min(top, y), Math.max(bottom, y)];
    isFirst = false;
  };
  for (const { box, from } of placed) {
    // Signs stand out of their boxes a little.
    reach(box.x, box.y - 8);
    reach(box.x + box.width + 8, box.y + box.height);
    if (from !== null) reach(from.x, from.y);
  }
  for (const { route } of routes) {
    reach(Math.floor(route.left) - 4, Math.min(route.start.y, route.tip.y - 14));
    reach(Math.ceil(route.right) + (route.start.x > route.tip.x ? 44 : 4), route.start.y + 12);
  }
  return { left: Math.floor(left), right: Math.ceil(right), top: Math.floor(top), bottom: Math.ceil(bottom) };
}

/** Where something that moved came from. */
function drawTrace({ box, from }: PlacedNode): readonly Drawing[] {
  if (from === null) return [];
  const line = {
    d: `M${from.x} ${from.y}L${box.x + box.width / 2} ${box.y + box.height / 2}`,
    'stroke-dasharray': '3 4',
  };
  return [
    element('path', { ...line, ...painted({ stroke: 'moved' }), 'stroke-width': 1.2 }),
    element('circle', { cx: from.x, cy: from.y, r: 3.5, ...painted({ fill: 'paper', stroke: 'moved' }) }),
  ];
}
