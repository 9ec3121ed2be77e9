import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PictureLink, PictureNode } from '../../picture/picture.ts';
import type { PagePicture } from '../fleet/pictures.ts';
import { compressed, uncompressed } from './compressed.ts';
import { OpenedPictures, packPictures } from './picture-columns.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('Intake', '__proto__', '</script>', '\u202e'));
const spot = fc.record({ x: fc.integer(), y: fc.integer() });
const mark = fc.constantFrom('added', 'removed', 'changed', 'unchanged');
const node: fc.Arbitrary<PictureNode> = fc.record({
  kind: fc.constantFrom('action', 'page', 'group', 'note'),
  mark,
  name: text,
  type: text,
  at: spot,
  from: fc.option(spot),
  width: fc.option(fc.nat()),
  disabled: fc.boolean(),
  places: fc.array(text, { maxLength: 2 }),
  tools: fc.array(text, { maxLength: 2 }),
});
const link: fc.Arbitrary<PictureLink> = fc.record({
  source: fc.nat(),
  receiver: fc.nat(),
  secondary: fc.boolean(),
  mark,
});
const counts = { added: 1, removed: 0, changed: 2, rewired: 0, unchanged: 3, moved: 1 };
const picture: fc.Arbitrary<PagePicture> = fc.record({
  story: text,
  before: fc.option(fc.record({ commit: fc.string(), destinations: fc.nat() })),
  picture: fc.record({
    name: text,
    nodes: fc.array(node, { maxLength: 5 }),
    links: fc.array(link, { maxLength: 5 }),
    counts: fc.constant(counts),
    leftOut: fc.nat(),
  }),
});

describe('pictures in the page', () => {
  it('come out as they went in, each by its story', () => {
    const many = fc.uniqueArray(picture, { selector: ({ story }) => story, maxLength: 5 });
    fc.assert(
      fc.property(many, (pictures) => {
        const opened = new OpenedPictures(uncompressed(compressed(packPictures({ pictures, leftOut: ['huge'] }))));
        expect(pictures.map(({ story }) => opened.of(story))).toEqual(pictures);
        expect([...opened.leftOut]).toEqual(['huge']);
        expect(opened.of('nobody has this key')).toBeUndefined();
      }),
    );
  });
});
