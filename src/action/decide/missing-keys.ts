import type { Manifest } from '../../model/destination.ts';
import type { Plan } from '../../model/plan.ts';
import type { ToRepoPath } from '../render/annotations.ts';

/**
 * All keys that nobody gave, at once, each with the lines of the manifest that need it; undefined when none is missing.
 * A key that may not be used is not missing.
 */
export function describeMissingKeys(
  plan: Plan,
  { destinations }: Pick<Manifest, 'destinations'>,
  toRepoPath: ToRepoPath,
): string | undefined {
  const keyless = new Set(
    plan.destinations
      .filter(({ stories }) => stories.some(({ reason }) => reason === 'missing_key'))
      .map(({ name }) => name),
  );
  const missing = Map.groupBy(
    destinations.filter(({ name }) => keyless.has(name)),
    ({ keyName }) => keyName,
  );
  if (missing.size === 0) return undefined;
  const lines = [...missing].map(([name, needed]) => {
    const places = needed.map(
      ({ name: destination, place }) => `${toRepoPath(place.file)}:${place.line} (${destination})`,
    );
    return `  ${name}: ${places.join(', ')}`;
  });
  const count = missing.size === 1 ? 'One API key is missing' : `${missing.size} API keys are missing`;
  return `${count}; give them by "api-keys", or as environment variables that "env-keys" names:\n${lines.join('\n')}`;
}
