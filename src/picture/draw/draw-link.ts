import { type Drawing, element, written } from '../drawing.ts';
import type { Picture, PictureLink } from '../picture.ts';
import { painted } from './colours.ts';
import { badge, rounded } from './marks.ts';
import type { LinkRoute } from './route.ts';
import { titleOfLink } from './titles.ts';

/** `lonely`: no end of it has the mark that it has, so that only the link itself can say what became of it. */
export function drawLink(picture: Picture, link: PictureLink, { path, tip, start, middle }: LinkRoute): Drawing {
  const { mark, secondary } = link;
  const isQuiet = mark === 'unchanged';
  const colour = isQuiet ? 'wire' : mark;
  const dashes = mark === 'removed' ? '6 4' : secondary ? '2 3' : undefined;
  const line = {
    d: path,
    ...painted({ stroke: colour }),
    'stroke-width': isQuiet ? 1.2 : 2.2,
    ...(dashes === undefined ? {} : { 'stroke-dasharray': dashes }),
  };
  const [x, y] = [rounded(tip.x), rounded(tip.y)];
  const wide = isQuiet ? 3.5 : 4.5;
  const head = { d: `M${x - wide} ${y - 7.5}L${x} ${y - 0.5}L${x + wide} ${y - 7.5}Z`, ...painted({ fill: colour }) };
  const ends = [picture.nodes[link.source], picture.nodes[link.receiver]];
  const lonely = !isQuiet && !ends.some((node) => node?.mark === mark);
  return element('g', { class: `sp-link sp-${mark}` }, [
    ...(isQuiet ? [] : [written('title', {}, titleOfLink(picture, link))]),
    element('path', line),
    element('path', head),
    ...(secondary
      ? [
          written(
            'text',
            {
              x: rounded(start.x) + 4,
              y: rounded(start.y) + 9,
              'font-size': 9,
              ...painted({ fill: isQuiet ? 'muted' : mark }),
            },
            'no match',
          ),
        ]
      : []),
    ...(lonely ? [badge(mark, rounded(middle.x), rounded(middle.y), 7)] : []),
  ]);
}
