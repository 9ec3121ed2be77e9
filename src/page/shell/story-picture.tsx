import { h, type VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { drawingOf } from '../../picture/draw/drawing-of.ts';
import type { Drawing } from '../../picture/drawing.ts';
import { count } from '../../report/reason-words.ts';
import type { PagePicture } from '../fleet/pictures.ts';
import type { OpenedPictures } from '../packed/picture-columns.ts';
import { drawnWith } from '../view/drawn.ts';
import { changeLines, hiddenIn, NO_PICTURES_UNDER_ALIAS, versionsWords } from '../view/picture-words.ts';
import { usePage } from './page-context.ts';
import { picturesOfPage } from './unpacked.ts';

/** The story on its author's canvas: what it is now, and what that changes where it is not yet. */
export function StoryPicture({ story }: { readonly story: string }) {
  const { fleet } = usePage();
  const pictures = usePictures();
  const picture = useMemo(() => (typeof pictures === 'object' ? pictures?.of(story) : undefined), [pictures, story]);
  if (picture !== undefined) return <Shown of={picture} />;
  const why = fleet.naming === 'names' ? whyNone(pictures, story) : NO_PICTURES_UNDER_ALIAS;
  return why === undefined ? null : (
    <Titled>
      <p class="fine">{why}</p>
    </Titled>
  );
}

type Opening = OpenedPictures | null | 'coming' | 'damaged';

function usePictures(): Opening {
  const [pictures, setPictures] = useState<Opening>('coming');
  useEffect(() => {
    picturesOfPage().then(setPictures, () => setPictures('damaged'));
  }, []);
  return pictures;
}

function whyNone(pictures: Opening, story: string): string | undefined {
  if (pictures === null || pictures === 'coming') return undefined;
  if (pictures === 'damaged') return 'The pictures of this page cannot be read; make the page again.';
  if (pictures.leftOut.has(story)) {
    return `To keep this file small it does not have this picture. storysync diff ${story} --format svg draws it.`;
  }
  return 'There is no picture of this story: its file in git cannot be used.';
}

function Titled({ children }: { readonly children: VNode | readonly (VNode | null)[] }) {
  return (
    <section aria-labelledby="picture">
      <h2 id="picture">Picture</h2>
      {children}
    </section>
  );
}

function Shown({ of }: { readonly of: PagePicture }) {
  const { picture } = of;
  const [whole, setWhole] = useState(false);
  const [moved, setMoved] = useState(false);
  const drawn = useMemo(() => drawnWith(makeElement, drawingOf(picture, { whole, moved })), [picture, whole, moved]);
  const hidden = useMemo(() => hiddenIn(picture), [picture]);
  const lines = useMemo(() => changeLines(picture), [picture]);
  return (
    <Titled>
      <p class="fine">{versionsWords(of)}</p>
      {hidden.rest + hidden.moved === 0 ? null : (
        <p class="picture-options">
          {hidden.rest === 0 ? null : (
            <label>
              <input type="checkbox" checked={whole} onChange={() => setWhole(!whole)} /> the whole story (
              {count(hidden.rest, 'more action')})
            </label>
          )}
          {hidden.moved === 0 ? null : (
            <label>
              <input type="checkbox" checked={moved} onChange={() => setMoved(!moved)} /> what only moved as well
            </label>
          )}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="picture-scroll" aria-label="Canvas of the story" tabIndex={0}>
        {drawn}
      </section>
      {lines.length === 0 ? null : (
        <details class="picture-words">
          <summary>The same in words</summary>
          <ul>
            {lines.map((line, place) => (
              <li key={place}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </Titled>
  );
}

function makeElement(tag: string, attributes: Drawing['attributes'], ...children: readonly (VNode | string)[]): VNode {
  return h(tag, attributes, ...children);
}
