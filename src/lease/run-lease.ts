import { printable } from '../diagnostics/printable.ts';
import { type Owner, readOwner } from '../git/objects/owner.ts';
import { parseJson } from '../json/parse.ts';
import { isObject, type JsonObject } from '../json/value.ts';
import { openEnvelope, type Seal, sealed } from '../state/envelope.ts';

/** What one run holds, as it stands in its file on the lease branch. */
export type RunLease = {
  /** No two runs have the same. */
  readonly run: string;
  /** Who that is, for people: a link to the run, or a process and its machine. */
  readonly owner: string;
  /** The same for whoever is on that machine, and can ask whether it still runs. */
  readonly process: Owner | undefined;
  /** Grows with each sign of life. */
  readonly beat: number;
  readonly destinations: ReadonlySet<string>;
};

export const RUNS = 'runs';
const FORMAT = 'storysync.lease/1';
const LONGEST_OWNER = 200;
/** Ten thousand destinations fit; whatever is larger was not written by us. */
export const LARGEST_LEASE = 2 ** 20;

export function leasePath(run: string): string {
  return `${RUNS}/${run}.json`;
}

/** The run that a file is of; undefined for a file that is none of ours. */
export function runOf(file: string): string | undefined {
  return /^([0-9a-f]{16})\.json$/.exec(file)?.[1];
}

export function leaseText({ run, owner, process, beat, destinations }: RunLease, seal: Seal | undefined): string {
  const content = {
    format: FORMAT,
    run,
    owner,
    destinations: [...destinations].toSorted(),
    ...(process === undefined ? {} : { process: { ...process } }),
  };
  return sealed(content, { path: leasePath(run), counter: beat, seal });
}

/**
 * Anybody who may push can have written it. With a state key only what is signed with it counts, as with state; without
 * one it is a hint, and can make a run wait and nothing else.
 */
export function readLease(run: string, text: string, seal: Seal | undefined): RunLease | undefined {
  const parsed = text.length > LARGEST_LEASE ? undefined : parseJson(text);
  if (!parsed?.ok || !isObject(parsed.value)) return undefined;
  const { content, counter, whole, mark } = openEnvelope(parsed.value, text, { path: leasePath(run), seal });
  return whole && mark !== 'doubtful' ? fromContent(run, content, counter) : undefined;
}

function fromContent(run: string, content: JsonObject, beat: number): RunLease | undefined {
  const { format, owner, destinations, process } = content;
  if (format !== FORMAT || content.run !== run || typeof owner !== 'string' || !Array.isArray(destinations))
    return undefined;
  return {
    run,
    owner: printable(owner.slice(0, LONGEST_OWNER)),
    process: isObject(process) ? readOwner(process) : undefined,
    beat,
    destinations: new Set(destinations.filter((name) => typeof name === 'string')),
  };
}
