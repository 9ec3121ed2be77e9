import { resolve } from 'node:path';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { systemCode, systemHint, systemWords } from '../diagnostics/system-code.ts';
import { openNew } from '../files/open-new.ts';
import type { RequestRecord } from '../tenant/port.ts';
import type { CommandPorts } from './ports.ts';

/** Every request of a run to a tenant, one JSON line each, as it ends. */
export type Trace = {
  readonly onRequest: (record: RequestRecord) => void;
  /** Answers when all lines are in the file; why they are not, if so. */
  close(): Promise<Problem | undefined>;
};

/** A trace is begun before anything is asked, so that a wrong name costs nothing. */
export async function openTrace(
  { directory, clock }: Pick<CommandPorts, 'directory' | 'clock'>,
  file: string,
): Promise<Result<Trace, Problem>> {
  try {
    const handle = await openNew(resolve(directory, file));
    const started = clock.elapsed();
    let lost: unknown;
    let writing: Promise<unknown> = Promise.resolve();
    const write = (line: string): void => {
      // One after the other: lines of requests that end together must not mix.
      writing = writing
        .then(() => handle.appendFile(line))
        .catch((error: unknown) => {
          lost ??= error;
        });
    };
    return ok({
      onRequest: (record) => write(`${JSON.stringify(lineOf(record, clock.elapsed() - started))}\n`),
      close: async () => {
        await writing;
        await handle.close();
        return lost === undefined ? undefined : { ...unwritable(file, lost), severity: 'warning' };
      },
    });
  } catch (error) {
    return fail(unwritable(file, error));
  }
}

/** Field by field: what a record may hold one day must not get into files that people send around. */
function lineOf(
  { tenant, method, path, status, bytesIn, bytesOut, ms, attempt, retryAfter, ended }: RequestRecord,
  at: number,
) {
  return {
    at_ms: Math.round(at),
    tenant,
    method,
    path,
    status: status ?? null,
    bytes_in: bytesIn,
    bytes_out: bytesOut,
    ms: Math.round(ms),
    attempt,
    retry_after: retryAfter ?? null,
    ended,
  };
}

function unwritable(file: string, error: unknown): Problem {
  const code = systemCode(error);
  const there = code === 'EEXIST';
  return {
    code: 'RUN043',
    severity: 'error',
    message: `the trace cannot be written to ${file}: ${there ? 'the file already exists' : systemWords(code)}`,
    hint: there
      ? 'name a new file; an existing one is never overwritten'
      : systemHint(code, 'name a file in a folder that exists and is writable'),
  };
}
