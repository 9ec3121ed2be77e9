import type { Destination, Manifest } from '../../model/destination.ts';
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
  const needing = destinations.filter(({ name }) => keyless.has(name));
  const said = [
    list(
      needing.filter(({ vaultKey }) => vaultKey === undefined),
      OF_VARIABLES,
      toRepoPath,
    ),
    list(
      needing.filter(({ vaultKey }) => vaultKey !== undefined),
      OF_VAULT,
      toRepoPath,
    ),
  ].filter((text) => text !== undefined);
  return said.length === 0 ? undefined : said.join('\n');
}

type Wording = { readonly one: string; readonly many: string; readonly help: string };

const OF_VARIABLES: Wording = {
  one: 'One API key is missing',
  many: 'API keys are missing',
  help: 'give them by "api-keys", or as environment variables that "env-keys" names',
};
const OF_VAULT: Wording = {
  one: 'One API key is not to be had from the vault',
  many: 'API keys are not to be had from the vault',
  help: 'the lines of the manifest say why',
};

function list(
  needing: readonly Destination[],
  { one, many, help }: Wording,
  toRepoPath: ToRepoPath,
): string | undefined {
  const missing = Map.groupBy(needing, ({ keyName }) => keyName);
  if (missing.size === 0) return undefined;
  const lines = [...missing].map(([name, needed]) => {
    const places = needed.map(
      ({ name: destination, place }) => `${toRepoPath(place.file)}:${place.line} (${destination})`,
    );
    return `  ${name}: ${places.join(', ')}`;
  });
  return `${missing.size === 1 ? one : `${missing.size} ${many}`}; ${help}:\n${lines.join('\n')}`;
}
