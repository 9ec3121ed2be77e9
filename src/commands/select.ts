import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import type { Destination } from '../model/destination.ts';
import { matcher } from '../model/matcher.ts';
import { ringOf } from '../model/ring-of.ts';
import type { Rollout } from '../model/rollout.ts';
import type { Policy } from '../plan/policy.ts';
import { findingsExitCode } from '../report/exit-code.ts';
import { type Shard, shardText } from './shard/shard.ts';
import { shardsOf } from './shard/shards.ts';

/** As given on the command line; several values of one selector widen, several selectors narrow. */
export type Selectors = {
  readonly destinations: readonly string[];
  readonly stories: readonly string[];
  /** `name=value`, globs allowed in the value. */
  readonly labels: readonly string[];
  /** Of the rollout in force, globs allowed. */
  readonly rings?: readonly string[];
  /** Of these, only destinations of this part of the fleet. */
  readonly shard?: Shard;
  /** Of these, only destinations that git and recorded state say are not where git wants them (pending.ts). */
  readonly pending?: boolean;
};

export type Selection = Pick<Policy, 'selected' | 'choosesLeftBehind'> & {
  /** Destinations named exactly: no glob, no label. */
  readonly named: ReadonlySet<string>;
};

export type SelectOptions = {
  /** Stories that are no part of the run: they are in no pair. */
  readonly absent?: ReadonlySet<string>;
  /** `--story` may name stories that no destination subscribes to any more: which there are is known after reading. */
  readonly leftBehind?: boolean;
  /** The one in force: by it a destination is in a ring. */
  readonly rollout?: Rollout | undefined;
  /** Address of the origin's tenant, where there is one. */
  readonly origin?: string | undefined;
};

export function isWhole({ destinations, stories, labels, rings = [], shard, pending = false }: Selectors): boolean {
  return destinations.length + stories.length + labels.length + rings.length === 0 && !shard && !pending;
}

/**
 * A story file that cannot be used is a finding also where no destination takes the story. Whoever chose some pairs was
 * told of those alone.
 */
export function unnarrowedExitCode(problems: readonly Problem[], selectors: Selectors): 0 | 1 {
  return isWhole(selectors) ? findingsExitCode(problems) : 0;
}

/** Chooses (destination, story) pairs. A selector that matches nothing is a mistake, not an empty result. */
export function select(
  destinations: readonly Destination[],
  selectors: Selectors,
  { absent = new Set(), leftBehind = false, rollout, origin }: SelectOptions = {},
): Result<Selection, readonly Problem[]> {
  const subscribed = new Set(
    destinations.flatMap(({ subscriptions }) => subscriptions.map(({ storyKey }) => storyKey)),
  );
  const storyKeys = [...subscribed].filter((key) => !absent.has(key));
  const names = destinations.map(({ name }) => name);
  const problems = [
    ...unmatched('--destination', selectors.destinations, names),
    ...(leftBehind ? [] : unmatched('--story', selectors.stories, storyKeys, [...absent])),
    ...selectors.labels.flatMap((label) => unmatchedLabel(label, destinations)),
    ...unmatchedRings(selectors.rings ?? [], destinations, rollout),
  ];
  if (problems.length > 0) return fail(problems);
  const isDestination = matcher(selectors.destinations);
  const matchesStory = matcher(selectors.stories);
  const matchesRing = matcher(selectors.rings ?? []);
  const isInRing = (destination: Destination): boolean =>
    rollout === undefined || matchesRing(ringOf(rollout, destination).name);
  const isStory = (key: string): boolean => matchesStory(key) && !absent.has(key);
  const chosen = destinations.filter(
    (destination) =>
      isDestination(destination.name) && hasLabels(destination, selectors.labels) && isInRing(destination),
  );
  const part = selectors.shard && shardsOf(destinations, { origin, of: selectors.shard.of })[selectors.shard.part - 1];
  const selected = new Map(
    chosen.map(({ name, subscriptions }) => [
      name,
      new Set(subscriptions.map(({ storyKey }) => storyKey).filter(isStory)),
    ]),
  );
  // With --story, a destination that does not subscribe to any of them has nothing to do with this run.
  const all = leftBehind || selectors.stories.length === 0;
  const relevant = new Map([...selected].filter(([, keys]) => keys.size > 0 || all));
  if (relevant.size === 0 && destinations.length > 0) return fail([nothingLeft()]);
  return ok({
    // A part may well be empty: the number of runners is not made for every choice.
    selected: part === undefined ? relevant : new Map([...relevant].filter(([name]) => part.has(name))),
    named: new Set(selectors.destinations.filter((name) => names.includes(name))),
    ...(selectors.stories.length > 0 ? { choosesLeftBehind: (_: string, key: string) => isStory(key) } : {}),
  });
}

/** Which part of the fleet a report is of. */
export function shardOf({ shard }: Selectors): { readonly shard?: string } {
  return shard === undefined ? {} : { shard: shardText(shard) };
}

/** The part of a selection that the planner goes by. */
export function chosenBy({ selected, choosesLeftBehind }: Selection): Pick<Policy, 'selected' | 'choosesLeftBehind'> {
  return { selected, ...(choosesLeftBehind ? { choosesLeftBehind } : {}) };
}

/** The problems of values of one selector that match none of the names. */
export function unmatched(
  flag: string,
  patterns: readonly string[],
  names: readonly string[],
  absent: readonly string[] = [],
): readonly Problem[] {
  return patterns
    .filter((pattern) => !names.some(matcher([pattern])))
    .map((pattern) => (absent.some(matcher([pattern])) ? notHeld(flag, pattern) : noMatch(flag, pattern, names)));
}

function notHeld(flag: string, pattern: string): Problem {
  const message = `${flag} ${pattern} matches no story that the commit holds`;
  return { code: 'RUN002', severity: 'error', message, hint: 'give --at a commit that has the story' };
}

export function noMatch(flag: string, pattern: string, names: readonly string[]): Problem {
  const known = names.slice(0, 5).join(', ') + (names.length > 5 ? `, … (${names.length} in all)` : '');
  return {
    code: 'RUN002',
    severity: 'error',
    message: `${flag} ${pattern === '' ? '""' : pattern} matches nothing`,
    hint: didYouMean(pattern, names) ?? `the manifest has: ${known || 'none'}`,
  };
}

/** A ring that nobody is in chooses nothing, as a ring that there is not. */
function unmatchedRings(
  patterns: readonly string[],
  destinations: readonly Destination[],
  rollout: Rollout | undefined,
): readonly Problem[] {
  if (rollout === undefined) {
    return patterns.map((pattern) => {
      const hint = 'write "rollout:" with its rings into the manifest (docs/manifest.md), or select with --label';
      return {
        code: 'RUN002',
        severity: 'error',
        message: `--ring ${pattern} matches nothing: there is no rollout`,
        hint,
      };
    });
  }
  const rings = rollout.rings.map(({ name }) => name);
  const taken = new Set(destinations.map((destination) => ringOf(rollout, destination).name));
  const empty = patterns.filter((pattern) => {
    const meant = rings.filter(matcher([pattern]));
    return destinations.length > 0 && meant.length > 0 && !meant.some((name) => taken.has(name));
  });
  return [
    ...unmatched('--ring', patterns, rings),
    ...empty.map((pattern): Problem => {
      const message = `--ring ${pattern} matches nothing: no destination is in it`;
      const hint = `destinations are in: ${rings.filter((name) => taken.has(name)).join(', ')}`;
      return { code: 'RUN002', severity: 'error', message, hint };
    }),
  ];
}

function unmatchedLabel(label: string, destinations: readonly Destination[]): readonly Problem[] {
  const at = label.indexOf('=');
  if (at < 1) {
    const hint = 'write it as name=value, for example --label region=eu';
    return [{ code: 'RUN002', severity: 'error', message: `--label ${label} has no value`, hint }];
  }
  if (destinations.some((destination) => hasLabel(destination, label))) return [];
  const known = destinations.flatMap(({ labels }) => Object.entries(labels).map(([name, value]) => `${name}=${value}`));
  return [noMatch('--label', label, [...new Set(known)])];
}

/** Values of one label widen, different labels narrow: `region=eu region=us ring=canary` is (eu or us) and canary. */
function hasLabels(destination: Destination, wanted: readonly string[]): boolean {
  const byName = Map.groupBy(wanted, (label) => label.slice(0, label.indexOf('=')));
  return [...byName.values()].every((values) => values.some((label) => hasLabel(destination, label)));
}

function hasLabel({ labels }: Destination, label: string): boolean {
  const at = label.indexOf('=');
  const value = Object.hasOwn(labels, label.slice(0, at)) ? labels[label.slice(0, at)] : undefined;
  return value !== undefined && matcher([label.slice(at + 1)])(value);
}

function nothingLeft(): Problem {
  return {
    code: 'RUN002',
    severity: 'error',
    message: 'no story matches all selectors',
    hint: 'each of them matches something, but not together; drop one',
  };
}
