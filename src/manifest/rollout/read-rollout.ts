import { guesser } from '../../diagnostics/suggestion.ts';
import type { Destination } from '../../model/destination.ts';
import { matchingRing } from '../../model/ring-of.ts';
import type { Rollout } from '../../model/rollout.ts';
import type { Lines } from '../edit/lines.ts';
import type { Finding, Spot } from '../finding.ts';
import { quoted } from '../finding.ts';
import type { Cursor } from '../tree.ts';
import { childOf } from '../tree.ts';
import { type LocatedRing, readRings } from './rings.ts';
import { readWindows } from './windows.ts';

export type RolloutReading = {
  readonly rollout?: Rollout;
  readonly findings: readonly Finding[];
  /** Where each destination must be found in a ring; none while the rings themselves are in doubt. */
  readonly rings: readonly LocatedRing[];
};

export function readRollout(root: Cursor, lines: Lines): RolloutReading {
  const cursor = childOf(root, 'rollout');
  if (cursor?.node.kind !== 'map') return { findings: [], rings: [] };
  const guess = guesser();
  const { rings, findings, sure } = readRings(cursor, { lines, guess });
  const names = new Map(rings.map(({ ring }) => [ring.name, ring]));
  const { windows, findings: windowFindings } = readWindows(cursor, { rings: names, guess });
  return {
    rollout: { rings: rings.map(({ ring }) => ring), windows },
    findings: [...findings, ...windowFindings],
    rings: sure ? rings : [],
  };
}

export type Member = { readonly destination: Destination; readonly at: Spot };

/** Destinations that are in no ring, and rings that nobody is in: a misspelt label makes both. */
export function checkMembers(rings: readonly LocatedRing[], members: readonly Member[]): readonly Finding[] {
  if (rings.length === 0) return [];
  const all = rings.map(({ ring }) => ring);
  const guess = guesser();
  const taken = new Set<string>();
  const strays: Finding[] = [];
  for (const { destination, at } of members) {
    const ring = matchingRing(all, destination);
    if (ring !== undefined) taken.add(ring.name);
    else {
      const message = `destination ${quoted(destination.name)} is in no ring of the rollout`;
      const near = meantLabel(destination.labels, rings, guess);
      const hint = near ?? 'give it the labels of a ring, or end the rings with one that has no "match"';
      strays.push({ code: 'MAN059', message, hint, at });
    }
  }
  const empty = rings.filter(({ ring }) => ring.match !== undefined && members.length > 0 && !taken.has(ring.name));
  const warnings = empty.map(({ ring, at }): Finding => {
    const message = `no destination is in ring ${quoted(ring.name)}; the rollout goes on as if it were not written`;
    return { code: 'MAN060', severity: 'warning', message, hint: 'correct its "match", or the labels', at };
  });
  return [...strays, ...warnings];
}

/** The value of a label that a ring matches, for one that is nearly so. */
function meantLabel(
  labels: Destination['labels'],
  rings: readonly LocatedRing[],
  guess: ReturnType<typeof guesser>,
): string | undefined {
  for (const { ring } of rings) {
    for (const [label, glob] of Object.entries(ring.match ?? {})) {
      const value = Object.hasOwn(labels, label) ? labels[label] : undefined;
      const near = value === undefined ? undefined : guess(value, [glob]);
      if (near !== undefined) return `did you mean the label ${label}: ${near}?`;
    }
  }
  return undefined;
}
