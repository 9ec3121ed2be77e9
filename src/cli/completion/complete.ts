import type { Command } from 'commander';
import { openCatalogue } from '../../workspace/open-catalogue.ts';
import type { Host } from '../host.ts';
import type { ExitCode } from '../session.ts';
import { continuationsOf, type KnownNames } from './candidates.ts';

/** What a shell can take as one word without a thought about quotes. Anything else is better typed by a person. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_.:@%+,/=-]*$/;
/** More than anybody looks through. */
const MOST = 1000;

/**
 * Answers a shell that completes a command line: a line that says what follows (`files`: complete paths yourself), then
 * a line for each candidate, with what it is about behind a tab. Whatever goes wrong, there is nothing to say: somebody
 * is in the middle of typing.
 */
export function completeWith(program: Command, words: readonly string[]) {
  return async ({ terminal, world }: Host): Promise<ExitCode> => {
    try {
      const candidates = await continuationsOf(program, words, namesIn(world, manifestIn(words)));
      const lines =
        candidates === 'files'
          ? ['files']
          : ['words', ...candidates.slice(0, MOST).map(({ value, about }) => (about ? `${value}\t${about}` : value))];
      terminal.out(`${lines.join('\n')}\n`);
    } catch {
      // A shell that gets no answer offers nothing.
    }
    return 0;
  };
}

/** The manifest that the command line so far names, as the command itself would read it. */
function manifestIn(words: readonly string[]): string {
  const before = words.slice(0, -1);
  const joined = before.findLast((word) => word.startsWith('--manifest='))?.slice('--manifest='.length);
  return joined ?? before[before.lastIndexOf('--manifest') + 1 || before.length] ?? 'sync.yaml';
}

function namesIn(world: Host['world'], manifest: string): KnownNames {
  return async (option) => {
    if (!['destination', 'story', 'label', 'ring', 'replace', 'takeover'].includes(option)) return undefined;
    const { catalogue } = await openCatalogue(world, manifest);
    if (catalogue === undefined) return undefined;
    const { destinations, stories, rollout } = catalogue.manifest;
    const labels = destinations.flatMap((each) =>
      Object.entries(each.labels).map(([name, value]) => `${name}=${value}`),
    );
    const all = {
      destination: destinations.map(({ name }) => name),
      story: [...stories.keys()],
      label: labels,
      ring: rollout?.rings.map(({ name }) => name) ?? [],
      replace: destinations.flatMap(({ engine, name }) => (engine === 'native' ? [name] : [])),
      takeover: destinations.map(({ name }) => name),
    }[option as 'destination' | 'story' | 'label' | 'ring' | 'replace' | 'takeover'];
    return [...new Set(all)].filter((name) => PLAIN.test(name)).sort();
  };
}
