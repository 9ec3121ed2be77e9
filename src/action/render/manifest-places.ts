import type { Place } from '../../diagnostics/problem.ts';
import type { Manifest } from '../../model/destination.ts';

/** Where in the manifest a pair is asked for: the story's entry, else the destination, else the file itself. */
export function placesIn(manifest: Manifest): (destination: string, storyKey: string) => Place {
  const places = new Map(
    manifest.destinations.map(({ name, place, subscriptions }) => [
      name,
      { place, entries: new Map(subscriptions.map((entry) => [entry.storyKey, entry.place])) },
    ]),
  );
  return (destination, storyKey) => {
    const found = places.get(destination);
    return found?.entries.get(storyKey) ?? found?.place ?? { file: manifest.file, line: 1, column: 1 };
  };
}
