import { NO_RECORD, type Ring, type RolloutFact, type RolloutRecord, type Window } from '../../../src/model/rollout.ts';
import { decideRollout, type RolloutOptions } from '../../../src/rollout/decide.ts';
import type { Fleet, FleetPair } from '../../../src/rollout/fleet.ts';
import { PLACE } from './world.ts';

export const HOUR = 3_600_000;
/** A Friday. */
export const NOW = Date.parse('2026-03-27T12:00:00Z');
export const iso = (at: number): string => new Date(at).toISOString();

export function ringOf(name: string, more: Partial<Ring> = {}): Ring {
  const match = { ring: name };
  return { name, match, soak: 0, batch: undefined, maxFailed: { kind: 'count', value: 0 }, place: PLACE, ...more };
}

export const count = (value: number) => ({ kind: 'count', value }) as const;
export const percent = (value: number) => ({ kind: 'percent', value }) as const;

/** A pair of the story `triage` in its content `new`, due and not there yet, in the ring whose name its destination begins with. */
export function pairOf(destination: string, more: Partial<FleetPair> = {}): FleetPair {
  const standing = more.standing ?? 'open';
  return {
    destination,
    key: 'triage',
    name: 'Triage',
    content: 'new',
    ring: destination.replace(/-.*/, ''),
    counts: true,
    standing,
    since: standing === 'open' ? undefined : NOW - 10 * HOUR,
    wasThere: standing === 'there',
    due: standing !== 'there',
    calls: [],
    ...more,
  };
}

export const there = (destination: string, since = NOW - 10 * HOUR, more: Partial<FleetPair> = {}): FleetPair =>
  pairOf(destination, { standing: 'there', since, ...more });
export const failed = (destination: string, more: Partial<FleetPair> = {}): FleetPair =>
  pairOf(destination, { standing: 'failed', ...more });

export function fleetFrom(rings: readonly Ring[], pairs: readonly FleetPair[], windows: readonly Window[] = []): Fleet {
  const ringOfEach = new Map(pairs.map(({ destination, ring }) => [destination, ring]));
  return { rollout: { rings, windows }, rings: ringOfEach, run: [...ringOfEach.keys()], pairs };
}

export type Asked = RolloutOptions & { readonly record?: RolloutRecord; readonly now?: number };

/** What was decided for each due pair: `goes`, or what it waits for. */
export function decided(
  fleet: Fleet,
  { record = NO_RECORD, now = NOW, ...options }: Asked = {},
): { [pair: string]: string } {
  const { waits, waves } = decideRollout(fleet, record, now, options);
  const waveOf = (name: string): number => waves.findIndex((names) => names.includes(name));
  const told = fleet.pairs
    .filter(({ due }) => due)
    .map(({ destination, key }) => {
      const fact = waits.get(destination)?.get(key);
      const goes = waveOf(destination) === 0 ? 'goes' : `goes in wave ${waveOf(destination)}`;
      const id = key === 'triage' ? destination : `${destination}/${key}`;
      return [id, fact ? toldOf(fact) : goes] as const;
    });
  return Object.fromEntries(told);
}

function toldOf({ by, until }: RolloutFact): string {
  const what = {
    ring: () => ('before' in by ? by.before : ''),
    soak: () => ('before' in by ? by.before : ''),
    batch: () => ('destinations' in by ? String(by.destinations) : ''),
    callee: () => ('key' in by ? by.key : ''),
    window: () => ('window' in by ? by.window.text : ''),
    failures: () => ('failedRing' in by ? `${by.failedRing}, ${by.failed} of ${by.allowed}` : ''),
    place: () => '',
    share: () => '',
    approved_plan: () => '',
  }[by.kind]();
  return `${by.kind}${what === '' ? '' : ` ${what}`}${until === null ? '' : ` until ${until}`}`;
}

export const passed = (ring: string, at: number, content = 'new'): RolloutRecord => ({
  ...NO_RECORD,
  passings: { triage: { [content]: { [ring]: iso(at) } } },
});

export function week(text: string, more: Partial<Window> = {}): Window {
  const [, days = '', from = '', to = ''] = /^(\S+) ([\d:]+)-([\d:]+)$/.exec(text) ?? [];
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const [first = '', last = first] = days.split('-');
  const range = names.map((_, day) => day + 1).slice(names.indexOf(first), names.indexOf(last) + 1);
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const when = { kind: 'week', days: range, from: minutes(from), to: minutes(to) } as const;
  return { kind: 'allow', when, timeZone: 'UTC', rings: undefined, reason: undefined, text, ...more };
}

export function dates(text: string, more: Partial<Window> = {}): Window {
  const [from = '', to = from] = text.split('/');
  const when = { kind: 'dates', from, to } as const;
  return { kind: 'deny', when, timeZone: 'UTC', rings: undefined, reason: undefined, text, ...more };
}
