/** The text of a data block of this page, in the form that packed/compressed.ts gives it; asks nobody for anything. */
export async function textOfBlock(name: string): Promise<string> {
  const base64 = document.getElementById(`data-${name}`)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Response(whole).text();
}
