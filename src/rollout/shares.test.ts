import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  count,
  decided,
  failed,
  fleetFrom,
  NOW,
  pairOf,
  percent,
  ringOf,
  there,
} from '../../test/support/rollout/fleets.ts';
import { NO_RECORD } from '../model/rollout.ts';
import type { Outcome } from '../model/status.ts';
import { decideRollout } from './decide.ts';
import type { Fleet, FleetPair } from './fleet.ts';
import { placeKind } from './places.ts';
import { RunGate } from './run-gate.ts';
import { sharesOf } from './shares.ts';

type PartOf = (destination: string) => number;

/** The part is the digit that a name ends with. */
const byDigit: PartOf = (name) => Number(name.slice(-1));

/** The fleet as the runner of one part has it. */
function fleetOfPart(fleet: Fleet, part: number, of: number, partOf: PartOf = byDigit): Fleet {
  const pairs = fleet.pairs.map((pair) => (partOf(pair.destination) === part ? pair : { ...pair, due: false }));
  const run = fleet.run.filter((name) => partOf(name) === part);
  return { ...fleet, run, pairs, shares: sharesOf(fleet, NO_RECORD, NOW, { part, of, partOf }) };
}

const decidedIn = (fleet: Fleet, of: number) =>
  Object.assign({}, ...Array.from({ length: of }, (_, index) => decided(fleetOfPart(fleet, index + 1, of))));

function ended(destination: string, status: Outcome['status']): readonly Outcome[] {
  const more = { detached: false, did: 'nothing', destinationStoryId: null, syncedAt: null, commit: null } as const;
  const cause = { reason: status === 'failed' ? ('rejected' as const) : null, fact: null, warnings: [] };
  return [{ destination, storyKey: 'triage', storyName: 'Triage', status, ...cause, ...more }];
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('what a runner may do of what all may', () => {
  it('is the only place for the first part that has a pair waiting; the others wait for their share', () => {
    const pairs = [there('canary-a1'), pairOf('canary-b2'), pairOf('canary-c3')];
    expect(decidedIn(fleetFrom([ringOf('canary')], pairs), 3)).toEqual({ 'canary-b2': 'goes', 'canary-c3': 'share' });
  });

  it('is nothing of a place that a failure has taken, wherever that was', () => {
    const pairs = [failed('canary-a1', { due: false }), pairOf('canary-b1'), pairOf('canary-c2')];
    const fleet = fleetFrom([ringOf('canary', { maxFailed: count(1) })], pairs);
    expect(decidedIn(fleet, 2)).toEqual({ 'canary-b1': 'goes', 'canary-c2': 'share' });
  });

  it('is its part of a batch', () => {
    const names = ['canary-a1', 'canary-b1', 'canary-c1', 'canary-d2', 'canary-e2', 'canary-f3'];
    const ring = ringOf('canary', { batch: percent(50), maxFailed: count(9) });
    const fleet = fleetFrom(
      [ring],
      names.map((name) => pairOf(name)),
    );
    expect(decidedIn(fleet, 3)).toEqual({
      'canary-a1': 'goes',
      'canary-b1': 'batch 1',
      'canary-c1': 'batch 1',
      'canary-d2': 'goes',
      'canary-e2': 'batch 1',
      'canary-f3': 'goes',
    });
    const small = fleetFrom(
      [ringOf('canary', { batch: count(1), maxFailed: count(9) })],
      names.map((name) => pairOf(name)),
    );
    expect(decidedIn(small, 3)).toMatchObject({ 'canary-a1': 'goes', 'canary-d2': 'share', 'canary-f3': 'share' });
  });

  it('gives nothing to a part whose pairs all wait for something else', () => {
    const caller = { key: 'caller', name: 'Caller', calls: ['triage'] };
    const pairs = [
      failed('canary-z3', { due: false }),
      pairOf('canary-a1'),
      pairOf('canary-a1', caller),
      there('canary-b2'),
      pairOf('canary-b2', caller),
    ];
    expect(decidedIn(fleetFrom([ringOf('canary')], pairs), 3)).toMatchObject({
      'canary-a1/caller': 'callee triage',
      'canary-b2/caller': 'goes',
    });
  });

  it('ends when its own failures have used it up: who waits for a place there is told, and does not hang', async () => {
    const pairs = ['canary-a1', 'canary-b1', 'canary-c2', 'canary-d2'].map((name) => pairOf(name));
    const fleet = fleetOfPart(fleetFrom([ringOf('canary', { maxFailed: count(1) })], pairs), 1, 2);
    const gate = gateOf(fleet);
    const stop = new AbortController().signal;
    await gate.takePlaces('canary-a1', ['triage'], stop);
    let served = false;
    void gate.takePlaces('canary-b1', ['triage'], stop).then(() => {
      served = true;
    });
    await settle();
    expect(served).toBe(false);
    gate.done('canary-a1', ended('canary-a1', 'failed'));
    await settle();
    expect(served).toBe(true);
    expect(gate.begin('canary-b1', 'triage')?.by).toEqual({ kind: 'share' });
  });
});

function gateOf(fleet: Fleet): RunGate {
  const decision = decideRollout(fleet, NO_RECORD, NOW);
  return new RunGate(fleet, NO_RECORD, { now: () => NOW, decision, record: async () => {} });
}

/** Several runners at once, each of which looks at the recorded state at a moment of its own. */
class Runners {
  readonly #gates = new Map<number, RunGate>();
  readonly #recorded = new Map<string, FleetPair['standing']>();
  readonly #flying = new Map<string, number>();
  readonly #rings: Fleet['rollout']['rings'];
  readonly #pairs: readonly FleetPair[];
  readonly #of: number;

  constructor(rings: Fleet['rollout']['rings'], pairs: readonly FleetPair[], of: number) {
    this.#rings = rings;
    this.#pairs = pairs;
    this.#of = of;
  }

  /** One more begins: the part's runner reads what is recorded by now, if it did not yet. */
  begin(name: string): void {
    const part = byDigit(name);
    const gate = this.#gates.get(part) ?? gateOf(fleetOfPart(this.#now(), part, this.#of));
    this.#gates.set(part, gate);
    if (!this.#recorded.has(name) && !this.#flying.has(name) && !gate.begin(name, 'triage'))
      this.#flying.set(name, part);
  }

  end(name: string, status: 'synced' | 'failed'): void {
    const part = this.#flying.get(name);
    if (part === undefined) return;
    this.#flying.delete(name);
    this.#recorded.set(name, status === 'synced' ? 'there' : 'failed');
    this.#gates.get(part)?.done(name, ended(name, status));
  }

  get inFlight(): number {
    return this.#flying.size;
  }

  get failures(): number {
    return [...this.#recorded.values()].filter((standing) => standing === 'failed').length;
  }

  #now(): Fleet {
    const pairs = this.#pairs.map((pair) => {
      const standing = this.#recorded.get(pair.destination);
      if (standing === undefined) return pair;
      return { ...pair, standing, since: NOW, due: standing === 'failed' };
    });
    return fleetFrom(this.#rings, pairs);
  }
}

describe('runners side by side', () => {
  it('never have more in flight than one would have, whenever each of them read what is recorded', () => {
    const names = Array.from({ length: 24 }, (_, index) => `canary-${String.fromCharCode(97 + index)}`);
    const world = fc.record({
      parts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 24, maxLength: 24 }),
      allowed: fc.nat(6),
      steps: fc.array(
        fc.tuple(fc.nat(23), fc.constantFrom('begin' as const, 'begin' as const, 'synced' as const, 'failed' as const)),
        { maxLength: 120 },
      ),
    });
    fc.assert(
      fc.property(world, ({ parts, allowed, steps }) => {
        const pairs = names.map((name, index) => pairOf(`${name}${parts[index]}`));
        const runners = new Runners([ringOf('canary', { maxFailed: count(allowed) })], pairs, 4);
        for (const [index, step] of steps) {
          const name = pairs[index]?.destination ?? '';
          if (step !== 'begin') runners.end(name, step);
          else runners.begin(name);
          const most = Math.max(0, allowed - runners.failures + 1);
          // A failure takes from what may begin, never from what is on its way.
          if (step === 'begin') expect(runners.inFlight).toBeLessThanOrEqual(Math.max(most, runners.inFlight - 1));
          expect(runners.inFlight + runners.failures).toBeLessThanOrEqual(allowed + 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('come to shares that sum up to what one would have, whatever the order of the fleet', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 }),
        fc.nat(10),
        (parts, allowed) => {
          const pairs = parts.map((part, index) => pairOf(`canary-${index}x${part}`));
          const fleet = fleetFrom([ringOf('canary', { maxFailed: count(allowed) })], pairs);
          const turned = fleetFrom(fleet.rollout.rings, pairs.toReversed());
          const shares = (each: Fleet) =>
            [1, 2, 3, 4, 5].map(
              (part) =>
                sharesOf(each, NO_RECORD, NOW, { part, of: 5, partOf: byDigit }).places(placeKind(pairOf('canary-a')))
                  .share,
            );
          expect(shares(fleet).reduce((sum, share) => sum + share, 0)).toBe(Math.min(allowed + 1, pairs.length));
          expect(shares(turned)).toEqual(shares(fleet));
        },
      ),
    );
  });
});
