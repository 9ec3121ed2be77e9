import { OpenedPictures } from '../packed/picture-columns.ts';

/** The text of a data block of this page, in the form that packed/compressed.ts gives it; asks nobody for anything. */
export async function textOfBlock(name: string): Promise<string> {
  const base64 = document.getElementById(`data-${name}`)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(whole).text();
}

let pictures: Promise<OpenedPictures | null> | undefined;

/** Unpacked once, when somebody looks at the first of them; null where the page has none. */
export function picturesOfPage(): Promise<OpenedPictures | null> {
  pictures ??= (async () =>
    document.getElementById('data-pictures') === null ? null : new OpenedPictures(await textOfBlock('pictures')))();
  return pictures;
}
