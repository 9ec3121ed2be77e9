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
    terminal.out(await describe(running.url, options.config === undefined));
    await stopped();
    await running.close();
    return 0;
  } catch (error) {
    terminal.err(`The emulator did not start: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

type Tenants = {
  readonly [name: string]: { readonly teams: readonly { readonly id: number; readonly name: string }[] };
};

/** What somebody needs to begin: where the tenants are, which teams they have, which keys open them. */
async function describe(url: string, isDefault: boolean): Promise<string> {
  const response = await fetch(`${url}/_emulator/state`);
  const { tenants } = (await response.json()) as { readonly tenants: Tenants };
  const entries = Object.entries(tenants);
  const width = Math.max(...entries.map(([name]) => name.length));
  const shown = entries.slice(0, 20).map(([name, { teams }]) => {
    const list = teams.map((team) => `${team.id} ${team.name}`).join(', ');
    return `  ${name.padEnd(width)}  ${url}/${name}  team ${list}`;
  });
  const more = entries.length > shown.length ? [`  … and ${entries.length - shown.length} more`] : [];
  const keys = isDefault ? 'keys: <tenant>-emulator-key, such as contoso-emulator-key' : 'keys: as in the config';
  const end = 'Ctrl-C stops it. What it did: /_emulator/log; what it holds: /_emulator/state.';
  return `${[`The emulator runs at ${url}`, ...shown, ...more, `  ${keys}`, end].join('\n')}\n`;
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
