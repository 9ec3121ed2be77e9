import { describe, expect, it } from 'vitest';
import { samplePicture } from '../../../test/support/sample-pictures.ts';
import { drawingOf } from '../../picture/draw/drawing-of.ts';
import type { Drawing } from '../../picture/drawing.ts';
import { drawnWith } from './drawn.ts';
import { changeLines, hiddenIn, leftOutWords, picturesWords, versionsWords } from './picture-words.ts';

type Made = {
  readonly tag: string;
  readonly attributes: Drawing['attributes'];
  readonly children: readonly (Made | string)[];
};
const made = (tag: string, attributes: Drawing['attributes'], ...children: readonly (Made | string)[]): Made => ({
  tag,
  attributes,
  children,
});
const evil = '</title><script>alert(1)</script><img src=x onerror=alert(2)>';
const { picture, ...rest } = samplePicture('triage', 60, (at) => (at === 59 ? evil : `Step ${at}`));

function partsOf(drawn: Made): readonly Made[] {
  return [drawn, ...drawn.children.flatMap((child) => (typeof child === 'string' ? [] : partsOf(child)))];
}

describe('a picture in the page', () => {
  const parts = partsOf(drawnWith(made, drawingOf(picture, { whole: true, moved: true })));

  it('is made of shapes and texts, by attributes that its policy allows', () => {
    expect([...new Set(parts.map(({ tag }) => tag))].toSorted()).toEqual([
      'circle',
      'desc',
      'g',
      'path',
      'rect',
      'svg',
      'text',
      'title',
    ]);
    const names = new Set(parts.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...names].filter((name) => /^(?:style|id|on.*|.*href|src)$/i.test(name))).toEqual([]);
    expect(parts[0]?.attributes).toMatchObject({ role: 'img', class: 'sp' });
    expect(parts[0]?.attributes['aria-label']).toMatch(/: 1 added, 1 changed, 1 moved, 58 unchanged$/);
  });

  it('has hostile names as texts', () => {
    const titles = parts.filter(({ tag }) => tag === 'title').flatMap(({ children }) => children);
    expect(titles.some((text) => typeof text === 'string' && text.startsWith(evil))).toBe(true);
  });

  it('has all words that a printer would write', () => {
    const textsOf = (drawing: Drawing): readonly string[] =>
      'text' in drawing ? [drawing.text] : drawing.children.flatMap(textsOf);
    expect(parts.flatMap(({ children }) => children.filter((child) => typeof child === 'string'))).toEqual(
      textsOf(drawingOf(picture, { whole: true, moved: true })),
    );
  });
});

describe('beside a picture', () => {
  it('stands what it shows, what changed, and what is hidden until asked for', () => {
    expect(versionsWords({ ...rest, picture })).toBe(
      'As it stands in git, compared with commit 4f2e91c0b1d2, which 2 destinations that are behind have.',
    );
    expect(versionsWords({ story: 'x', before: null, picture })).toBe('As it stands in git.');
    const lines = changeLines(picture);
    expect(lines[0]).toContain('Begin here');
    expect(lines.join('\n')).toContain(evil);
    expect(hiddenIn(picture)).toMatchObject({ moved: 1 });
    expect(hiddenIn(picture).rest).toBeGreaterThan(50);
    expect(hiddenIn(samplePicture('small', 9).picture).rest).toBe(0);
  });

  it('stands in words what there is and what there is not', () => {
    expect(picturesWords({ drawn: 3, leftOut: 0 })).toBe('With its script this page also has a picture of 3 stories.');
    expect(picturesWords({ drawn: 1, leftOut: 2 })).toBe(
      'With its script this page also has a picture of 1 story. It leaves out the pictures of the 2 largest stories.',
    );
    expect(picturesWords({ drawn: 0, leftOut: 0 })).toBe('');
    expect(leftOutWords(1)).toBe('the picture of the largest story');
  });
});
