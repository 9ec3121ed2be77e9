import type { Manifest } from '../../model/destination.ts';

/** Whether two manifests ask for the same, in the same order; where it stands in the file does not count. */
export function sameManifest(a: Manifest, b: Manifest): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf(manifest: Manifest): string {
  const all = { ...manifest, stories: [...manifest.stories] };
  return JSON.stringify(all, (key, value: unknown) => (key === 'place' && isPlace(value) ? undefined : value));
}

/** A label may be called "place" too. */
function isPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
