import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { startEmulator } from '../emulator/start.ts';
import type { Host } from './host.ts';
import type { ExitCode } from './session.ts';
import type { Terminal } from './terminal.ts';

export type EmulatorOptions = { readonly port: number; readonly config?: string; readonly data?: string };

/** `storysync emulator`: runs until it is stopped. */
export async function emulator({ terminal }: Host, options: EmulatorOptions): Promise<ExitCode> {
  const config = await loadConfig(terminal, options.config);
  if (config === 'unreadable') return 2;
  try {
    const running = await startEmulator({
      port: options.port,
      ...config,
      ...(options.data === undefined ? {} : { dataDir: resolve(options.data) }),
    });
    terminal.out(`Emulator: ${running.url}\n`);
    await stopped();
    await running.close();
    return 0;
  } catch (error) {
    terminal.err(`The emulator did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

async function loadConfig(
  terminal: Terminal,
  file: string | undefined,
): Promise<{ configText?: string; configDir?: string } | 'unreadable'> {
  if (file === undefined) return {};
  try {
    return { configText: await readFile(file, 'utf8'), configDir: dirname(resolve(file)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    terminal.err(`The emulator's config ${file} cannot be read (${code}).\n`);
    return 'unreadable';
  }
}

async function stopped(): Promise<void> {
  const { promise, resolve: stop } = Promise.withResolvers<void>();
  process.once('SIGINT', () => stop());
  process.once('SIGTERM', () => stop());
  await promise;
}
