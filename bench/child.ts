import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type ChildOptions = {
  readonly args?: readonly string[];
  readonly directory?: string;
  readonly environment?: { readonly [name: string]: string };
  readonly flags?: readonly string[];
};

/** Starts a file of this folder as a process of its own, so that memory and processor time are its own. */
export function startChild(file: string, options: ChildOptions = {}): ChildProcess {
  return fork(join(import.meta.dirname, file), [...(options.args ?? [])], {
    ...(options.directory === undefined ? {} : { cwd: options.directory }),
    env: { ...process.env, ...options.environment },
    execArgv: ['--no-warnings', ...(options.flags ?? [])],
  });
}

/** The next message of a child. It fails when the child ends first. */
export async function messageOf<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  try {
    const [message] = await Promise.race([
      once(child, 'message', { signal: ended.signal }),
      // Not `exit`, which can overtake a last message in a busy parent.
      once(child, 'disconnect', { signal: ended.signal }).then(() => {
        throw new Error(`${child.spawnargs[2] ?? 'a child'} ended without an answer`);
      }),
    ]);
    return message as T;
  } finally {
    ended.abort();
  }
}

/** Runs a file of this folder to its end and gives back the one message that it sends. */
export async function runChild<T>(file: string, options: ChildOptions = {}): Promise<T> {
  const child = startChild(file, options);
  const exit = once(child, 'exit');
  const message = await messageOf<T>(child);
  await exit;
  return message;
}

/** What a child says at its end: how much of the machine it took. */
export type Usage = { readonly cpuSeconds: number; readonly peakMegabytes: number };

export function usage(): Usage {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
}

/** Sends the one message and lets go of the parent, so that the process can end. */
export function answer(message: object): void {
  process.send?.(message, () => process.disconnect());
}
