import type { CommandPorts } from '../../commands/ports.ts';
import type { Destination } from '../../model/destination.ts';
import type { Binding } from '../../trust/bind.ts';
import type { ToRepoPath } from '../render/annotations.ts';

/**
 * All keys that nobody gave, at once, each with the lines of the manifest that need it; undefined when none is missing.
 * A key that may not be used is not missing.
 */
export function describeMissingKeys(
  destinations: readonly Destination[],
  { world, keys }: { readonly world: CommandPorts; readonly keys: Binding },
  toRepoPath: ToRepoPath,
): string | undefined {
  const missing = Map.groupBy(
    destinations.filter((destination) => {
      const use = keys.of(destination);
      return use.ok && !world.keyOf(use.value).ok;
    }),
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
