import type { Picture, PictureNode, PictureOptions } from './picture.ts';

/** Stories up to this size are drawn whole: they fit on a screen. */
const SMALL = 40;
/** More would be no picture any more, and make a file that no viewer opens quickly. */
const MOST = 1500;
const MOST_LINKS = 4000;

/** What is drawn of a picture: all of a small one, and of a big one what changed and what that is connected to. */
export function cropPicture(picture: Picture, options: CropOptions = {}): Picture {
  const { whole = false, moved = false, small = SMALL, most = MOST, notes = true } = options;
  const { nodes, links } = picture;
  const actions = nodes.filter(({ kind }) => kind !== 'note').length;
  const touched = touchedBy(picture, moved);
  const crops = !whole && actions > small && touched.size > 0;
  const around = crops ? withNeighbours(picture, touched) : new Set(nodes.keys());
  const near = notes ? around : new Set([...around].filter((at) => nodes[at]?.kind !== 'note'));
  if (near.size === nodes.length && nodes.length <= most && links.length <= MOST_LINKS) return picture;
  // What changed goes first where there is no room for all, then what it is connected to.
  const order = [...near].sort((a, b) => rank(nodes[a], touched.has(a)) - rank(nodes[b], touched.has(b)) || a - b);
  return only(picture, new Set(order.slice(0, most)));
}

export type CropOptions = PictureOptions & {
  /** Stories up to this size are drawn whole. */
  readonly small?: number;
  readonly most?: number;
  readonly notes?: boolean;
};

function touchedBy({ nodes, links }: Picture, moved: boolean): ReadonlySet<number> {
  const touched = new Set<number>();
  for (const [at, { mark, from }] of nodes.entries()) {
    if (mark !== 'unchanged' || (moved && from !== null)) touched.add(at);
  }
  for (const { source, receiver, mark } of links) {
    if (mark === 'unchanged') continue;
    touched.add(source);
    touched.add(receiver);
  }
  return touched;
}

function withNeighbours({ links }: Picture, touched: ReadonlySet<number>): ReadonlySet<number> {
  const near = new Set(touched);
  for (const { source, receiver } of links) {
    if (touched.has(source)) near.add(receiver);
    if (touched.has(receiver)) near.add(source);
  }
  return near;
}

function rank(node: PictureNode | undefined, isTouched: boolean): number {
  if (node === undefined) return 4;
  if (node.mark !== 'unchanged') return node.kind === 'note' ? 1 : 0;
  return isTouched ? 2 : 3;
}

function only(picture: Picture, kept: ReadonlySet<number>): Picture {
  const places = new Map([...kept].sort((a, b) => a - b).map((at, place) => [at, place]));
  const inside = picture.links.flatMap((link) => {
    const [source, receiver] = [places.get(link.source), places.get(link.receiver)];
    return source === undefined || receiver === undefined ? [] : [{ ...link, source, receiver }];
  });
  const plain =
    inside.length > MOST_LINKS ? inside.toSorted((a, b) => faint(a) - faint(b)).slice(0, MOST_LINKS) : inside;
  const left = picture.nodes.filter((node, at) => node.kind !== 'note' && !places.has(at)).length;
  return {
    ...picture,
    nodes: picture.nodes.filter((_, at) => places.has(at)),
    links: plain,
    leftOut: picture.leftOut + left,
  };
}

function faint({ mark }: Picture['links'][number]): number {
  return mark === 'unchanged' ? 1 : 0;
}
