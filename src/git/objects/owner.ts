import { createHash, randomBytes } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/** Who made a lock or a draft. */
export type Owner = {
  /** The name of the machine, for people. */
  readonly host: string;
  /** Where process ids mean the same: one boot of one machine, one container. */
  readonly place: string;
  readonly pid: number;
  /** When the process began, as its system counts; null where that is not told. Process ids are given out again. */
  readonly started: string | null;
  /** No two locks or drafts have the same. */
  readonly token: string;
};

/** `gone` is proven. `unknown`: of another machine or boot, or the system does not say enough. */
export type Fate = 'alive' | 'gone' | 'unknown';

/** The processes of this machine, as far as owners go. */
export interface Processes {
  readonly pid: number;
  place(): Promise<{ readonly host: string; readonly place: string }>;
  lookUp(pid: number): Promise<FoundProcess>;
}

/** `began` is null where there is such a process, and no more is told. */
export type FoundProcess = 'ended' | { readonly began: string | null };

export async function newOwner(processes: Processes = systemProcesses): Promise<Owner> {
  const { host, place } = await processes.place();
  const found = await processes.lookUp(processes.pid);
  const started = found === 'ended' ? null : found.began;
  return { host, place, pid: processes.pid, started, token: randomBytes(8).toString('hex') };
}

export async function fateOf(
  owner: Pick<Owner, 'place' | 'pid' | 'started'>,
  processes: Processes = systemProcesses,
): Promise<Fate> {
  if ((await processes.place()).place !== owner.place) return 'unknown';
  const found = await processes.lookUp(owner.pid);
  if (found === 'ended') return 'gone';
  if (found.began === null || owner.started === null) return 'unknown';
  return found.began === owner.started ? 'alive' : 'gone';
}

const TAG = /^([0-9a-f]{12})-(\d{1,10})-(\d{1,20}|x)-[0-9a-f]{16}$/;

/** The owner as a part of a file's name. */
export function ownerTag({ place, pid, started, token }: Owner): string {
  return `${place}-${pid}-${started ?? 'x'}-${token}`;
}

export function readOwnerTag(tag: string): Pick<Owner, 'place' | 'pid' | 'started'> | undefined {
  const [, place, pid, started] = TAG.exec(tag) ?? [];
  if (place === undefined || !isProcessId(Number(pid))) return undefined;
  return { place, pid: Number(pid), started: started === 'x' || started === undefined ? null : started };
}

/** What a lock says about its owner, if it is one of ours: anybody may have written it. */
export function readOwner(found: Readonly<Record<string, unknown>>): Owner | undefined {
  const { host, place, pid, started, token } = found;
  const fits =
    typeof host === 'string' &&
    // The name of a machine, which is shown to people.
    /^[\w.-]{1,253}$/.test(host) &&
    typeof place === 'string' &&
    /^[0-9a-f]{12}$/.test(place) &&
    typeof pid === 'number' &&
    isProcessId(pid) &&
    (started === null || (typeof started === 'string' && /^\d{1,20}$/.test(started))) &&
    typeof token === 'string' &&
    /^[0-9a-f]{16}$/.test(token);
  return fits ? { host, place, pid, started, token } : undefined;
}

/** Zero and less would ask about groups of processes. */
function isProcessId(pid: number): boolean {
  return Number.isInteger(pid) && pid > 0 && pid < 2 ** 31;
}

let here: Promise<{ readonly host: string; readonly place: string }> | undefined;

export const systemProcesses: Processes = {
  pid: process.pid,
  place: () => {
    here ??= readPlace();
    return here;
  },
  lookUp: async (pid) => {
    try {
      process.kill(pid, 0);
    } catch (error) {
      // Otherwise it is another user's, and may be looked at all the same.
      if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return 'ended';
    }
    return readStat(await orEmpty(readFile(`/proc/${pid}/stat`, 'utf8')));
  },
};

/** A killed process that its parent has not asked about is still listed, and does nothing any more. */
export function readStat(stat: string): FoundProcess {
  // The name of the program stands in brackets, and may hold brackets and blanks itself.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return 'ended';
  const started = fields[19];
  return { began: started !== undefined && /^\d{1,20}$/.test(started) ? started : null };
}

async function readPlace(): Promise<{ readonly host: string; readonly place: string }> {
  const name = hostname();
  const boot = await orEmpty(readFile('/proc/sys/kernel/random/boot_id', 'utf8'));
  const container = await orEmpty(readlink('/proc/self/ns/pid'));
  const place = placeId(name, boot.trim(), container);
  return { host: name.replaceAll(/[^\w.-]/g, '_').slice(0, 253) || 'unknown', place };
}

/**
 * A system that does not tell boot and container shares its process ids with nobody: two machines of one name must not take
 * each other's processes for dead.
 */
export function placeId(host: string, boot: string, container: string): string {
  const told = boot !== '' && container !== '' ? `${host}\n${boot}\n${container}` : randomBytes(16);
  return createHash('sha256').update(told).digest('hex').slice(0, 12);
}

async function orEmpty(text: Promise<string>): Promise<string> {
  return text.catch(() => '');
}
