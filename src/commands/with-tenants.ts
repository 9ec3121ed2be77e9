import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import { type Readers, readersOf, type Tenants } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { KeyAccess } from '../model/keys/vault.ts';
import { cannotRun, type Refused } from './ended.ts';
import type { CommandPorts } from './ports.ts';
import { openTrace } from './trace.ts';

export type RequestSettings = {
  /** A file that is not there yet, for one line about each request. */
  readonly trace?: string;
  /** Requests a minute and tenant, where fewer are allowed than the vendor does. */
  readonly rate?: number;
};

/** The same for a command that only reads: it gets no way to a writer, and no key for one. */
export function withReaders<T>(
  world: CommandPorts,
  settings: RequestSettings,
  use: (readers: Readers) => Promise<Result<T, Refused>>,
): ReturnType<typeof withTenants<T>> {
  return open(world, settings, { access: 'read' }, (tenants) => use(readersOf(tenants)));
}

/** Opens tenants for the time of one command, with a trace where one is wanted; what their end left to tell goes along. */
export function withTenants<T>(
  world: CommandPorts,
  settings: RequestSettings,
  use: (tenants: Tenants) => Promise<Result<T, Refused>>,
  stop?: AbortSignal,
): Promise<Result<T & Closing, Refused>> {
  return open(world, settings, { access: 'write', ...(stop === undefined ? {} : { stop }) }, use);
}

/** Of the trace, and of the vault that keys came from. */
export type Closing = { readonly closingProblems: readonly Problem[] };

async function open<T>(
  world: CommandPorts,
  { trace: file, rate }: RequestSettings,
  { access, stop }: { readonly access: KeyAccess; readonly stop?: AbortSignal },
  use: (tenants: Tenants) => Promise<Result<T, Refused>>,
): Promise<Result<T & Closing, Refused>> {
  const trace = file === undefined ? ok(undefined) : await openTrace(world, file);
  if (!trace.ok) return cannotRun([trace.error]);
  const patience = stop === undefined ? undefined : endOfPatience(world.clock, stop);
  const tenants = world.openTenants({
    access,
    ...(rate === undefined ? {} : { rate }),
    ...(trace.value === undefined ? {} : { onRequest: trace.value.onRequest }),
    ...(patience === undefined ? {} : { signal: patience.signal }),
  });
  let ended: Result<T, Refused>;
  const closingProblems: Problem[] = [];
  try {
    ended = await use(tenants);
  } finally {
    patience?.close();
    closingProblems.push(...(await tenants.close()));
    const lost = await trace.value?.close();
    if (lost !== undefined) closingProblems.push(lost);
  }
  return ended.ok ? ok({ ...ended.value, closingProblems }) : ended;
}

/** How long a story in flight may go on after the run was told to stop: its tenant may hang. */
const LAST_PATIENCE_MS = 30_000;

function endOfPatience(clock: Clock, stop: AbortSignal): { readonly signal: AbortSignal; readonly close: () => void } {
  const over = new AbortController();
  let cancel = (): void => {};
  const begin = (): void => {
    cancel = clock.alarm(LAST_PATIENCE_MS, () => over.abort());
  };
  if (stop.aborted) begin();
  else stop.addEventListener('abort', begin, { once: true });
  return {
    signal: over.signal,
    close: () => {
      stop.removeEventListener('abort', begin);
      cancel();
    },
  };
}
