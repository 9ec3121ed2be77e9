import type { Destination } from './destination.ts';
import { matcher } from './matcher.ts';
import type { Ring, Rollout } from './rollout.ts';

type Labelled = Pick<Destination, 'labels'>;

/**
 * The ring that a destination is in. One that matches none is in the last: the manifest at hand says so as an error, but the
 * rollout in force may be that of another branch, which does not know the destination yet.
 */
export function ringOf(rollout: Rollout, destination: Labelled): Ring {
  const last = rollout.rings.at(-1);
  if (last === undefined) throw new Error('a rollout has a ring');
  return matchingRing(rollout.rings, destination) ?? last;
}

/** The first ring whose labels the destination all has. */
export function matchingRing(rings: readonly Ring[], destination: Labelled): Ring | undefined {
  return rings.find((ring) => membership(ring)(destination));
}

/** A glob takes its length times that of the label, and no word that tells destinations apart is longer. */
const LONGEST_LABEL = 200;

/** A fleet asks the same few rings a thousand times. */
const known = new WeakMap<Ring, (destination: Labelled) => boolean>();

function membership(ring: Ring): (destination: Labelled) => boolean {
  const made = known.get(ring) ?? labelsOf(ring.match ?? {});
  known.set(ring, made);
  return made;
}

function labelsOf(match: NonNullable<Ring['match']>): (destination: Labelled) => boolean {
  const wanted = Object.entries(match).map(([label, glob]) => [label, matcher([glob])] as const);
  return ({ labels }) =>
    wanted.every(([label, matches]) => {
      const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
      return value !== undefined && value.length <= LONGEST_LABEL && matches(value);
    });
}
