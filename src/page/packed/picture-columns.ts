import type { Picture, PictureLink, PictureNode } from '../../picture/picture.ts';
import type { PagePicture, PagePictures } from '../fleet/pictures.ts';
import { type Column, type Columns, columnsOf, valuesIn } from './columns.ts';

const NODE = ['kind', 'mark', 'name', 'type', 'x', 'y', 'from', 'width', 'disabled', 'places', 'tools'] as const;
const LINK = ['source', 'receiver', 'secondary', 'mark'] as const;

type FlatNode = Omit<PictureNode, 'at'> & PictureNode['at'];

/** A picture without its parts, and how many of the tables' next rows are its own. */
type Frame = Pick<PagePicture, 'story' | 'before'> &
  Pick<Picture, 'name' | 'counts' | 'leftOut'> & { readonly nodes: number; readonly links: number };

type Packed = {
  readonly leftOut: readonly string[];
  readonly frames: readonly Frame[];
  readonly nodes: Columns;
  readonly links: Columns;
};

/** All pictures as the text that the page carries; the parts of all of them stand in one table. */
export function packPictures({ pictures, leftOut }: PagePictures): string {
  const frames = pictures.map(({ story, before, picture }): Frame => {
    const { name, counts, nodes, links, leftOut: left } = picture;
    return { story, before, name, counts, leftOut: left, nodes: nodes.length, links: links.length };
  });
  const nodes = pictures.flatMap(({ picture }) =>
    picture.nodes.map(({ at, ...node }): FlatNode => ({ ...node, ...at })),
  );
  const links = pictures.flatMap(({ picture }) => picture.links);
  const packed: Packed = { leftOut, frames, nodes: columnsOf(nodes, NODE), links: columnsOf(links, LINK) };
  return JSON.stringify(packed);
}

type Slice = { readonly frame: Frame; readonly node: number; readonly link: number };

/** Pictures of which each is put together when somebody looks at it. */
export class OpenedPictures {
  readonly leftOut: ReadonlySet<string>;
  readonly #slices = new Map<string, Slice>();
  readonly #nodes: Table;
  readonly #links: Table;

  constructor(text: string) {
    const { leftOut, frames, nodes, links } = JSON.parse(text) as Packed;
    this.leftOut = new Set(leftOut);
    this.#nodes = tableOf(nodes);
    this.#links = tableOf(links);
    let [node, link] = [0, 0];
    for (const frame of frames) {
      this.#slices.set(frame.story, { frame, node, link });
      node += frame.nodes;
      link += frame.links;
    }
  }

  of(story: string): PagePicture | undefined {
    const slice = this.#slices.get(story);
    if (slice === undefined) return undefined;
    const { frame, node, link } = slice;
    const { before, name, counts, leftOut } = frame;
    const nodes = rowsOf<FlatNode>(this.#nodes, node, frame.nodes).map(({ x, y, ...rest }) => ({
      ...rest,
      at: { x, y },
    }));
    const links = rowsOf<PictureLink>(this.#links, link, frame.links);
    return { story, before, picture: { name, nodes, links, counts, leftOut } };
  }
}

type Table = readonly (readonly [name: string, values: readonly unknown[]])[];

function tableOf({ columns }: Columns): Table {
  return Object.entries<Column>(columns).map(([name, column]) => [name, valuesIn(column)]);
}

function rowsOf<Row>(table: Table, from: number, rows: number): readonly Row[] {
  return Array.from({ length: rows }, (_, index) => {
    return Object.fromEntries(table.map(([name, values]) => [name, values[from + index]])) as Row;
  });
}
