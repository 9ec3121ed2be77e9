import type { Result } from '../../src/diagnostics/result.ts';
import type { OwnedLock } from '../../src/git/objects/held-lock.ts';
import type { LockSurroundings } from '../../src/git/objects/owned-lock.ts';
import type { Owner } from '../../src/git/objects/owner.ts';

/** The machine of these tests, as a lock names it. */
export const HERE = '0123456789ab';

/** A machine whose processes are these, and whose time passes as fast as it is slept. */
export function machine(
  processes: Readonly<Record<number, string>>,
  onSleep: (passedMs: number) => void = () => {},
): LockSurroundings & { readonly passedMs: () => number } {
  let time = 0;
  return {
    processes: {
      pid: 100,
      place: async () => ({ host: 'here', place: HERE }),
      lookUp: async (pid) => {
        const began = { 100: '555', ...processes }[pid];
        return began === undefined ? 'ended' : { began };
      },
    },
    clock: {
      now: () => new Date('2026-11-28T10:00:00Z'),
      elapsed: () => time,
      sleep: async (ms) => {
        time += ms;
        onSleep(time);
      },
      alarm: () => () => {},
    },
    passedMs: () => time,
  };
}

export function owner(difference: Partial<Owner> = {}): Owner {
  return { host: 'there', place: HERE, pid: 7, started: '42', token: '00112233445566aa', ...difference };
}

export function taken(result: Result<OwnedLock, unknown>): OwnedLock {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
