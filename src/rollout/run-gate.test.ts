import { describe, expect, it } from 'vitest';
import { count, failed, fleetFrom, HOUR, iso, NOW, pairOf, ringOf, there } from '../../test/support/rollout/fleets.ts';
import { NO_RECORD, type RolloutRecord, type Window } from '../model/rollout.ts';
import type { Outcome } from '../model/status.ts';
import { decideRollout } from './decide.ts';
import type { Fleet } from './fleet.ts';
import { RunGate } from './run-gate.ts';

const NEVER = new AbortController().signal;

function gateOf(fleet: Fleet, { override = false, now = () => NOW } = {}) {
  const records: RolloutRecord[] = [];
  const decision = decideRollout(fleet, NO_RECORD, now(), { override });
  const record = async (each: RolloutRecord) => void records.push(each);
  return { gate: new RunGate(fleet, NO_RECORD, { now, override, decision, record }), records };
}

function ended(destination: string, status: Outcome['status'], reason: Outcome['reason'] = null): readonly Outcome[] {
  const more = { detached: false, did: 'nothing', destinationStoryId: null, syncedAt: null, commit: null } as const;
  return [{ destination, storyKey: 'triage', storyName: 'Triage', status, reason, fact: null, warnings: [], ...more }];
}

/** Which of these have a place by now. */
async function served(gate: RunGate, names: readonly string[], stop = NEVER): Promise<string[]> {
  const order: string[] = [];
  for (const name of names) void gate.takePlaces(name, ['triage'], stop).then(() => order.push(name));
  await new Promise((resolve) => setImmediate(resolve));
  return order;
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const four = ['canary-a', 'canary-b', 'canary-c', 'canary-d'];

describe('places in flight', () => {
  it('are as many as the ring may still have failures, and one more', async () => {
    const one = gateOf(
      fleetFrom(
        [ringOf('canary')],
        four.map((name) => pairOf(name)),
      ),
    );
    expect(await served(one.gate, four)).toEqual(['canary-a']);
    const three = gateOf(
      fleetFrom(
        [ringOf('canary', { maxFailed: count(2) })],
        four.map((name) => pairOf(name)),
      ),
    );
    expect(await served(three.gate, four)).toEqual(['canary-a', 'canary-b', 'canary-c']);
  });

  it('pass on in turn when a destination is done', async () => {
    const { gate } = gateOf(
      fleetFrom(
        [ringOf('canary')],
        four.map((name) => pairOf(name)),
      ),
    );
    const order = await served(gate, four);
    for (const name of ['canary-a', 'canary-b']) gate.done(name, ended(name, 'synced'));
    await settle();
    expect(order).toEqual(['canary-a', 'canary-b', 'canary-c']);
  });

  it('are fewer by each failure, and nobody waits for one in a ring that is halted', async () => {
    const rings = [ringOf('canary', { maxFailed: count(1) })];
    const { gate } = gateOf(
      fleetFrom(
        rings,
        four.map((name) => pairOf(name)),
      ),
    );
    const order = await served(gate, four);
    expect(order).toEqual(['canary-a', 'canary-b']);
    gate.done('canary-a', ended('canary-a', 'failed'));
    await settle();
    expect(order).toEqual(['canary-a', 'canary-b']);
    gate.done('canary-b', ended('canary-b', 'failed'));
    await settle();
    expect(order).toEqual(four);
    expect(gate.begin('canary-c', 'triage')?.by.kind).toBe('failures');
  });

  it('are not needed by what is tried again, does not count, or is overridden', async () => {
    const pairs = [failed('canary-a'), pairOf('canary-b', { counts: false }), pairOf('canary-c'), pairOf('canary-d')];
    const { gate } = gateOf(fleetFrom([ringOf('canary', { maxFailed: count(1) })], pairs));
    expect(await served(gate, four)).toEqual(['canary-a', 'canary-b', 'canary-c']);
    const overridden = gateOf(fleetFrom([ringOf('canary')], pairs), { override: true });
    expect(await served(overridden.gate, four)).toEqual(four);
  });

  it('are taken all at once, so that no two destinations wait for each other', async () => {
    const both = (name: string) => [pairOf(name), pairOf(name, { key: 'report' })];
    const { gate } = gateOf(fleetFrom([ringOf('canary')], four.flatMap(both)));
    const order: string[] = [];
    void gate.takePlaces('canary-a', ['triage', 'report'], NEVER).then(() => order.push('a'));
    void gate.takePlaces('canary-b', ['report', 'triage'], NEVER).then(() => order.push('b'));
    void gate.takePlaces('canary-c', ['triage'], NEVER).then(() => order.push('c'));
    await settle();
    expect(order).toEqual(['a']);
    gate.done('canary-a', ended('canary-a', 'synced'));
    await settle();
    expect(order).toEqual(['a', 'b']);
  });

  it('are left behind by who needs none any more, also where others stand in the same lines', async () => {
    const both = (name: string) => [pairOf(name), pairOf(name, { key: 'report' })];
    const { gate } = gateOf(fleetFrom([ringOf('canary')], four.flatMap(both)));
    const order: string[] = [];
    const take = (name: string, keys: readonly string[]): void =>
      void gate.takePlaces(name, keys, NEVER).then(() => order.push(name));
    take('canary-a', ['triage', 'report']);
    take('canary-b', ['report', 'triage']);
    take('canary-c', ['report']);
    const failures = ['triage', 'report'].flatMap((key) =>
      ended('canary-a', 'failed').map((each) => ({ ...each, storyKey: key })),
    );
    gate.done('canary-a', failures);
    await settle();
    expect(order).toEqual(['canary-a', 'canary-b', 'canary-c']);
  });

  it('are not waited for after a stop, and whoever stood behind moves up', async () => {
    const stop = new AbortController();
    const { gate } = gateOf(
      fleetFrom(
        [ringOf('canary')],
        four.map((name) => pairOf(name)),
      ),
    );
    const order = await served(gate, ['canary-a']);
    const stopped = await served(gate, ['canary-b'], stop.signal);
    const behind = await served(gate, ['canary-c']);
    stop.abort();
    await settle();
    expect([order, stopped, behind]).toEqual([['canary-a'], ['canary-b'], []]);
    expect(gate.begin('canary-b', 'triage')?.by.kind).toBe('place');
    gate.done('canary-a', ended('canary-a', 'synced'));
    await settle();
    expect(behind).toEqual(['canary-c']);
  });

  it('serve a thousand destinations of fifty stories, one after another', async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `canary-${String(index).padStart(4, '0')}`);
    const keys = Array.from({ length: 50 }, (_, index) => `story-${index}`);
    const pairs = names.flatMap((name) => keys.map((key) => pairOf(name, { key })));
    const { gate } = gateOf(fleetFrom([ringOf('canary')], pairs));
    let asked = 0;
    const whyWait = gate.whyWait.bind(gate);
    gate.whyWait = (...pair) => {
      asked += 1;
      return whyWait(...pair);
    };
    const order: string[] = [];
    for (const name of names) {
      void gate.takePlaces(name, keys, NEVER).then(() => {
        order.push(name);
        gate.done(name, []);
      });
    }
    await settle();
    expect(order).toEqual(names);
    // A few looks for each pair, and not one for each other pair.
    expect(asked).toBeLessThan(50 * 1_000 * 5);
  });
});

describe('a run at work', () => {
  const rings = [ringOf('canary'), ringOf('broad')];

  it('lets the next ring begin once the ring before has passed, and records when', async () => {
    const { gate, records } = gateOf(fleetFrom(rings, [pairOf('canary-a'), pairOf('broad-a')]));
    expect(gate.begin('broad-a', 'triage')?.by.kind).toBe('ring');
    await gate.takePlaces('canary-a', ['triage'], NEVER);
    gate.done('canary-a', ended('canary-a', 'synced'));
    await gate.waveDone();
    expect(gate.begin('broad-a', 'triage')).toBeUndefined();
    expect(records.map(({ passings }) => passings)).toEqual([{ triage: { new: { canary: iso(NOW) } } }]);
    await gate.waveDone();
    expect(records).toHaveLength(1);
  });

  it('stops before the next ring when the ring before fails', () => {
    const { gate } = gateOf(fleetFrom(rings, [pairOf('canary-a'), pairOf('broad-a')]));
    gate.done('canary-a', ended('canary-a', 'failed', 'rejected'));
    expect(gate.begin('broad-a', 'triage')?.by).toEqual({
      kind: 'failures',
      failedRing: 'canary',
      there: 0,
      total: 1,
      failed: 1,
      allowed: 0,
    });
  });

  it('begins nothing when the clock is set back', () => {
    let now = NOW;
    const fleet = fleetFrom(
      [ringOf('canary'), ringOf('broad', { soak: HOUR })],
      [there('canary-a', NOW - HOUR), pairOf('broad-a')],
    );
    const { gate } = gateOf(fleet, { now: () => now });
    expect(gate.whyWait('broad-a', 'triage')).toBeUndefined();
    now -= 1;
    expect(gate.whyWait('broad-a', 'triage')?.by.kind).toBe('soak');
  });

  it('counts what was there as there, whatever becomes of a repair, unless that left something else', () => {
    const fleet = fleetFrom([ringOf('canary')], [there('canary-a', NOW, { due: true }), pairOf('canary-b')]);
    const { gate } = gateOf(fleet);
    gate.done('canary-a', ended('canary-a', 'failed', 'rejected'));
    expect(gate.whyWait('canary-b', 'triage')).toBeUndefined();
    gate.done('canary-a', ended('canary-a', 'failed', 'verify_failed'));
    expect(gate.whyWait('canary-b', 'triage')?.by.kind).toBe('failures');
  });

  it('begins no destination beyond its batch that became due while it was at work', () => {
    const pairs = [pairOf('canary-a'), pairOf('canary-b', { due: false })];
    const { gate } = gateOf(fleetFrom([ringOf('canary', { batch: count(1) })], pairs));
    expect(gate.whyWait('canary-b', 'triage')?.by).toEqual({ kind: 'batch', destinations: 1 });
  });
});

describe('what may be deleted', () => {
  const canaryFrozen: Window = {
    kind: 'deny',
    when: { kind: 'dates', from: '2000-01-01', to: '2099-12-31' },
    timeZone: 'UTC',
    rings: ['canary'],
    reason: undefined,
    text: 'always',
  };
  const fleet = fleetFrom(
    [ringOf('canary'), ringOf('broad', { match: undefined })],
    [pairOf('canary-a'), pairOf('broad-a', { ring: 'broad' })],
    [canaryFrozen],
  );

  it('waits for a window of its ring, and where nobody knows the ring any more for one of each', () => {
    const { gate } = gateOf(fleet);
    expect(gate.whyKeep('broad-a')).toBeUndefined();
    expect(gate.whyKeep('canary-a')).toMatchObject({ ring: 'canary', by: { kind: 'window' } });
    expect(gate.whyKeep('gone')).toMatchObject({ ring: 'canary', by: { kind: 'window' } });
    expect(gateOf(fleet, { override: true }).gate.whyKeep('gone')).toBeUndefined();
  });
});
