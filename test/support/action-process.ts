import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ActionEnd } from './action-here.ts';

export type OnLog = (piece: string, kill: (signal: NodeJS.Signals) => void) => void;

/** Runs a bundle of the Action as the runner does: a process with nothing but its own variables. */
export async function runActionBundle(
  bundle: string,
  { env, cwd, onLog }: { readonly env: ActionEnv; readonly cwd: string; readonly onLog?: OnLog },
): Promise<ActionEnd> {
  // Compiling four megabytes anew for each run would be most of its time.
  const cache = { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'storysync-compile-cache') };
  const child = spawn(process.execPath, [bundle], {
    cwd,
    env: { ...cache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (piece: Buffer) => onLog?.(piece.toString(), (signal) => void child.kill(signal)));
  const closed = new Promise<number | null>((done) => void child.once('close', done));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { stdout, stderr, code };
}

type ActionEnv = { readonly [name: string]: string };
